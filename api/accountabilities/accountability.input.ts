import { accountabilityProblems, type ToldAccountability } from '@lxq/schema/accountabilities/accountability-draft.ts';
import type { AccountabilityBasis, AccountabilityKind } from '@lxq/schema/accountabilities/accountability-states.ts';
import { Field, ID, InputType } from 'type-graphql';
import { DayScalar } from '../platform/contract/graphql.ts';
import { refuseFirst } from '../platform/contract/words.ts';
import { AccountabilityBasisEnum, AccountabilityKindEnum } from './accountability.entity.ts';
import { ACCOUNTABILITY_DRAFT_WORDS } from './accountability.words.ts';

@InputType()
export class AccountabilityRecord implements ToldAccountability {
  @Field(() => ID) unit!: string;
  @Field(() => AccountabilityKindEnum) kind!: AccountabilityKind;
  @Field(() => AccountabilityBasisEnum) basis!: AccountabilityBasis;
  @Field(() => DayScalar) decidedOn!: string;
  @Field(() => String, { description: 'Which organ decided.' }) organ!: string;
  @Field(() => String, { description: 'Its number there.' }) reference!: string;
  @Field(() => String, { nullable: true, description: 'The number of the case or censure that it comes from.' })
  matterNo?: string | null;
}
export function checkedRecord(given: AccountabilityRecord, now: Date): AccountabilityRecord {
  const told = { ...given, organ: given.organ.trim(), reference: given.reference.trim() };
  refuseFirst(accountabilityProblems(told, now), ACCOUNTABILITY_DRAFT_WORDS);
  return told;
}
