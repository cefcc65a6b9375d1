import type { Attempt, RevisitMethod, RevisitTray } from '@lxq/schema/revisits/revisit-states.ts';
import { Field, Int, ObjectType } from 'type-graphql';
import { InstantScalar, PLAIN } from '../platform/contract/graphql.ts';
import { RevisitMethodEnum } from './revisit.entity.ts';
import { RevisitTrayEnum } from './revisit.input.ts';

@ObjectType(PLAIN)
export class RevisitTrayCount {
  @Field(() => RevisitTrayEnum) tray!: RevisitTray;
  @Field(() => Int) count!: number;
}

@ObjectType('RevisitTry', { ...PLAIN, description: 'That the villager was not reached.' })
export class RevisitTry implements Omit<Attempt, 'at'> {
  @Field(() => InstantScalar) at!: Date;
  @Field(() => RevisitMethodEnum) method!: RevisitMethod;
  @Field(() => String) note!: string;
  @Field(() => String) byName!: string;
}
