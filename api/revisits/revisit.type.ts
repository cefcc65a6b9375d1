import type { Attempt, RevisitMethod, RevisitTray } from '@lxq/schema/revisits/revisit-states.ts';
import { Field, ObjectType } from 'type-graphql';
import { InstantScalar, PLAIN, trayCountType } from '../platform/contract/graphql.ts';
import { RevisitMethodEnum } from './revisit.entity.ts';
import { RevisitTrayEnum } from './revisit.input.ts';

export const RevisitTrayCount = trayCountType<RevisitTray>('Revisit', RevisitTrayEnum);

@ObjectType('RevisitTry', { ...PLAIN, description: 'That the villager was not reached.' })
export class RevisitTry implements Omit<Attempt, 'at'> {
  @Field(() => InstantScalar) at!: Date;
  @Field(() => RevisitMethodEnum) method!: RevisitMethod;
  @Field(() => String) note!: string;
  @Field(() => String) byName!: string;
}
