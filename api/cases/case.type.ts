import type { Guarantees } from '@lxq/schema/cases/case-draft.ts';
import type { CaseTray } from '@lxq/schema/cases/case-states.ts';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { PLAIN, type TrayCount, trayCountType } from '../platform/contract/graphql.ts';
import { CaseTrayEnum } from './case.input.ts';

const CaseTrayCount = trayCountType<CaseTray>('Case', CaseTrayEnum);

@ObjectType(PLAIN)
export class CaseCounts {
  @Field(() => [CaseTrayCount]) trays!: TrayCount<CaseTray>[];
  @Field(() => Int, { description: 'Open, and past their day.' }) overdue!: number;
  @Field(() => Int, { description: 'Open for more than half a year (R70).' }) longPending!: number;
}

@ObjectType({ ...PLAIN, description: '五包: who answers for each (R58).' })
export class CaseOwners implements Guarantees {
  @Field(() => String) receiving!: string;
  @Field(() => String) coordinating!: string;
  @Field(() => String) supervising!: string;
  @Field(() => String) carryingOut!: string;
  @Field(() => String) reconciling!: string;
}

@ObjectType({ ...PLAIN, description: 'A leader who may take a case (R59).' })
export class CaseSponsor {
  @Field(() => ID, { description: 'Their post.' }) postId!: string;
  @Field(() => String) name!: string;
  unitCode!: number;
  @Field(() => Boolean, { description: 'In charge of its topic: the default (R161).' }) isInCharge!: boolean;
}
