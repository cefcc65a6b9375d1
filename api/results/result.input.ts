import { type Finding, type OpinionForm, resultProblems, type ToldResult } from '@lxq/schema/results/result-draft.ts';
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
}

/** A result as it is kept, or the first thing that is wrong with it. */
export function checkedResult({ finding, opinionForm, ...texts }: ResultDraft): ToldResult {
  const [body, answer, opinion, kept] = [texts.body, texts.answer, texts.opinion, texts.kept].map((text) =>
    text.trim(),
  );
  const told = { finding, opinionForm, body, answer, opinion, kept } as ToldResult;
  refuseFirst(resultProblems(told), RESULT_WORDS);
  return told;
}
