import { LIMITS } from '@lxq/schema/limits.ts';
import { revisitProblems, type ToldRevisit } from '@lxq/schema/revisits/revisit-draft.ts';
import {
  type Rating,
  REVISIT_TRAYS,
  type RevisitKind,
  type RevisitMethod,
  type RevisitTray,
} from '@lxq/schema/revisits/revisit-states.ts';
import { Field, InputType } from 'type-graphql';
import { enumOf } from '../platform/contract/graphql.ts';
import { checkReason } from '../platform/contract/reasons.ts';
import { refuseFirst } from '../platform/contract/words.ts';
import { RatingEnum, RevisitKindEnum, RevisitMethodEnum } from './revisit.entity.ts';
import { REVISIT_DRAFT_WORDS } from './revisit.words.ts';

export const RevisitTrayEnum = enumOf('RevisitTray', Object.keys(REVISIT_TRAYS) as RevisitTray[]);

@InputType()
export class RevisitFilter {
  @Field(() => RevisitTrayEnum, { nullable: true }) tray?: RevisitTray | null;
  @Field(() => RevisitKindEnum, { nullable: true }) kind?: RevisitKind | null;
  @Field(() => Boolean, { nullable: true, description: 'Only what the viewer’s own unit does.' }) mine?: boolean | null;
}

@InputType()
export class RevisitAttempt {
  @Field(() => RevisitMethodEnum) method!: RevisitMethod;
  @Field(() => String) note!: string;
}
export const checkedAttempt = ({ method, note }: RevisitAttempt): RevisitAttempt => ({
  method,
  note: checkReason('note', note, LIMITS.revisit.note),
});

@InputType()
export class RevisitOutcome implements ToldRevisit {
  @Field(() => RevisitMethodEnum) method!: RevisitMethod;
  @Field(() => String, { description: 'What the villager was told; of a filing revisit the progress.' }) told!: string;
  @Field(() => String, { description: 'In the villager’s words.' }) opinion!: string;
  @Field(() => Boolean, { nullable: true, description: 'Not asked at a filing revisit.' }) isSolved!: boolean | null;
  @Field(() => RatingEnum, { nullable: true, description: 'Null where they declined to rate.' }) rating!: Rating | null;
  @Field(() => String, { description: 'What is unsolved, or why they are dissatisfied.' }) reason!: string;
}

/** What came of it as it is kept, or the first thing that is wrong with it. */
export function checkedOutcome(kind: RevisitKind, { method, isSolved, rating, ...texts }: RevisitOutcome): ToldRevisit {
  const [told, opinion, reason] = [texts.told.trim(), texts.opinion.trim(), texts.reason.trim()];
  const outcome = { method, isSolved: isSolved ?? null, rating: rating ?? null, told, opinion, reason };
  refuseFirst(revisitProblems(kind, outcome), REVISIT_DRAFT_WORDS);
  return kind === 'FILING' ? { ...outcome, isSolved: null, rating: null } : outcome;
}
