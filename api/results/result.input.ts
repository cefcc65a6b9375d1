import {
  acknowledgementProblems,
  type Finding,
  type OpinionForm,
  resultProblems,
  type ToldResult,
  type WrittenOpinion,
  writtenProblems,
} from '@lxq/schema/results/result-draft.ts';
import { Field, InputType } from 'type-graphql';
import { refuseFirst } from '../platform/contract/words.ts';
import { FindingEnum, OpinionFormEnum } from './result.entity.ts';
import { RESULT_WORDS } from './result.words.ts';

@InputType()
export class ResultDraft implements ToldResult {
  @Field(() => FindingEnum) finding!: Finding;
  @Field(() => String) body!: string;
  @Field(() => String) answer!: string;
  @Field(() => OpinionFormEnum) opinionForm!: OpinionForm;
  @Field(() => String, { description: 'In the villager’s words; why there is none where nobody is known to ask.' })
  opinion!: string;
  @Field(() => String, { description: 'Who keeps the signed paper; of a refusal the two witnesses.' }) kept!: string;
  @Field(() => String, { defaultValue: '', description: 'A signature drawn on the screen, as a path: M12 30 L14 31…' })
  drawing!: string;
}

@InputType({ description: 'What a result on an appeal says besides (Art. 32).' })
export class WrittenOpinionDraft implements WrittenOpinion {
  @Field(() => String) request!: string;
  @Field(() => String) basis!: string;
  @Field(() => String) remedy!: string;
}

/** A result as it is kept, or the first thing that is wrong with it. */
export function checkedResult({ finding, opinionForm, ...texts }: ResultDraft): ToldResult {
  const told: ToldResult = { finding, opinionForm, ...trimmed(texts) };
  if (opinionForm !== 'DRAWN') told.drawing = '';
  refuseFirst(resultProblems(told), RESULT_WORDS);
  return told;
}
/** … and that of a case: an appeal has a written opinion, and what cannot be solved at once the villager's acknowledgement. */
export function checkedOpinion(told: ToldResult, written: WrittenOpinion | null): Partial<WrittenOpinion> {
  refuseFirst(acknowledgementProblems(told), RESULT_WORDS);
  if (!written) return {};
  const opinion = trimmed(written);
  refuseFirst(writtenProblems(opinion), RESULT_WORDS);
  return opinion;
}
const trimmed = <Texts extends object>(texts: Texts): Texts =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, (text as string).trim()])) as Texts;
