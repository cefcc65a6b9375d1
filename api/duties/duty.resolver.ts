import { REMINDED } from '@lxq/schema/deadlines/deadline-states.ts';
import { DUTIFUL } from '@lxq/schema/duties/duties.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, FieldResolver, Info, Int, Query, Resolver, Root } from 'type-graphql';
import { Deadline } from '../deadlines/deadline.entity.ts';
import { connectionType } from '../platform/contract/graphql.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { duties, owedOf, reminded } from './duty.read.ts';
import { OwedOf } from './duty.type.ts';

const DutyConnection = connectionType('Duty', () => Deadline, { counted: true });

@Resolver(() => Deadline)
export class DutyResolver {
  @Authorized(...DUTIFUL)
  @Query(() => DutyConnection, { description: 'What the viewer’s post has to do by when, what is due first first.' })
  duties(
    @Ctx() scope: Scope,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return duties(scope, { first, after, info });
  }
  @Authorized(...REMINDED)
  @Query(() => DutyConnection, {
    description: 'What others have to do and the viewer’s post was reminded of, what is due first first.',
  })
  reminded(
    @Ctx() scope: Scope,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    return reminded(scope, { first, after, info });
  }
  @FieldResolver(() => OwedOf, { nullable: true })
  owedOf(@Root() { id }: Deadline, @Ctx() scope: Scope) {
    return owedOf(scope).load(id);
  }
}
