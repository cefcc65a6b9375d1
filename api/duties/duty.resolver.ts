import { DUTIFUL } from '@lxq/schema/duties/duties.ts';
import { Arg, Authorized, Ctx, Int, Query, Resolver } from 'type-graphql';
import type { Scope } from '../platform/scope/scope.ts';
import { duties } from './duty.read.ts';
import { DutyConnection } from './duty.type.ts';

@Resolver()
export class DutyResolver {
  @Authorized(...DUTIFUL)
  @Query(() => DutyConnection, { description: 'What the viewer’s post has to do by when, what is due first first.' })
  duties(
    @Ctx() scope: Scope,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return duties(scope, first, after);
  }
}
