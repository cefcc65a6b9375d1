import { PRESENTERS, presentUnmet } from '@lxq/schema/presentations/presentation-states.ts';
import type { Capacity, Role } from '@lxq/schema/roles.ts';
import {
  Arg,
  Authorized,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import { CapacityEnum, type LeaderLevel, LeaderLevelEnum } from '../network/posts/post.entity.ts';
import { connectionType, PLAIN } from '../platform/contract/graphql.ts';
import { deedResolver } from '../platform/deeds/derive.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { reportById } from '../reports/lists/report.loaders.ts';
import { Report } from '../reports/report.entity.ts';
import { Presentation } from './presentation.entity.ts';
import { presentationNoun } from './presentation.noun.ts';
import { type Presentable, presentable, presentationsOf, waiting } from './presentation.read.ts';
import * as presentations from './presentation.service.ts';

@ObjectType({ ...PLAIN, description: 'A leader to whom a report may be presented.' })
export class PresentableLeader implements Presentable {
  @Field(() => ID) id!: string;
  @Field(() => String) name!: string;
  @Field(() => LeaderLevelEnum, { nullable: true }) level!: LeaderLevel | null;
  @Field(() => CapacityEnum, { nullable: true }) capacity!: Capacity | null;
  @Field(() => Boolean, { description: 'A main leader: hotline and mailbox reach them first (R29).' })
  isFirst!: boolean;
}
const PresentationConnection = connectionType('Presentation', () => Presentation, { counted: true });
/** Who may know that a report was presented. */
const READERS: readonly Role[] = ['COUNTY_CLERK', 'COUNTY_DIRECTOR', 'LEADER'];

@Resolver(() => Presentation)
export class PresentationResolver {
  @Authorized('LEADER')
  @Query(() => PresentationConnection, { description: 'What was presented to the viewer and waits, longest first.' })
  presentations(
    @Ctx() scope: Scope,
    @Arg('first', () => Int, { defaultValue: 10 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    return waiting(scope, { first, after });
  }
  @Authorized(...PRESENTERS)
  @Query(() => [PresentableLeader], { description: 'Leaders in office, main leaders first.' })
  presentableLeaders(@Ctx() scope: Scope) {
    return presentable(scope);
  }
  @Authorized(...PRESENTERS)
  @Mutation(() => [Presentation], {
    description: 'Puts a report before leaders at once (R29); answers all that it was presented to.',
  })
  presentReport(@Ctx() scope: Scope, @Arg('id', () => ID) id: string, @Arg('leaders', () => [ID]) leaders: string[]) {
    return presentations.present(scope, id, leaders);
  }
  @FieldResolver(() => Report)
  report(@Root() { reportId }: Presentation, @Ctx() scope: Scope) {
    return reportById(scope).load(reportId);
  }
}

export const PresentationDeedResolver = deedResolver(presentationNoun, {
  ways: { read: presentations.markRead, unpresent: presentations.unpresent },
});

/** Of a report, before whom it lies. */
@Resolver(() => Report)
export class ReportPresentationsResolver {
  @FieldResolver(() => [Presentation], { description: 'As far as the viewer may know: a leader of their own.' })
  presentations(@Root() { id }: Report, @Ctx() scope: Scope) {
    return READERS.includes(scope.rights.role) ? presentationsOf(scope).load(id) : [];
  }
  @FieldResolver(() => Boolean)
  viewerCanPresent(@Root() report: Report, @Ctx() scope: Scope) {
    const isTheirs = (PRESENTERS as readonly Role[]).includes(scope.rights.role) && report.line !== 'SEALED';
    return isTheirs && presentUnmet(report).length === 0;
  }
}
