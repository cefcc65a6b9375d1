import type { DeadlineRuleCode } from '@lxq/schema/deadlines/deadline-rules.ts';
import { Arg, Authorized, Ctx, Int, Mutation, Query, Resolver } from 'type-graphql';
import type { Scope } from '../../platform/scope/scope.ts';
import { DeadlineRuleEnum } from '../deadline.entity.ts';
import * as thresholds from './threshold.service.ts';
import { ThresholdChange, ThresholdType } from './threshold.type.ts';

@Resolver()
export class ThresholdResolver {
  @Authorized()
  @Query(() => [ThresholdType], { description: 'Every rule by which something is due, as it holds in this county.' })
  thresholds(@Ctx() scope: Scope) {
    return thresholds.list(scope);
  }

  @Authorized('ADMIN')
  @Query(() => [ThresholdChange], { description: 'Newest first, at most 100.' })
  thresholdHistory(@Ctx() scope: Scope, @Arg('rule', () => DeadlineRuleEnum) rule: DeadlineRuleCode) {
    return thresholds.history(scope, rule);
  }

  @Authorized('ADMIN')
  @Mutation(() => ThresholdType, {
    description: 'For deadlines that begin from now on. `version` is what was on the screen, 0 for none.',
  })
  saveThreshold(
    @Ctx() scope: Scope,
    @Arg('rule', () => DeadlineRuleEnum) rule: DeadlineRuleCode,
    @Arg('amount', () => Int) amount: number,
    @Arg('version', () => Int) version: number,
  ) {
    return thresholds.save(scope, { rule, amount, version });
  }
}
