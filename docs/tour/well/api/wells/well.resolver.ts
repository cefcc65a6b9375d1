import { WELL_MACHINE, type WellDeed, type WellFacts, type WellState } from '@lxq/schema/wells/well-states.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Authorized, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { connection, connectionType, decodeCursor, pageBucket, pageSize } from '../platform/contract/graphql.ts';
import type { Parts } from '../platform/contract/parts.ts';
import { checkReason } from '../platform/contract/reasons.ts';
import { deedResolver } from '../platform/deeds/derive.ts';
import { find, type Noun, noteOf, tellOf } from '../platform/deeds/noun.ts';
import { Conditions } from '../platform/lists/conditions.ts';
import { byKey } from '../platform/lists/loaders.ts';
import { page } from '../platform/lists/page.ts';
import { nodesOf } from '../platform/lists/selection.ts';
import { Change } from '../platform/live/change.type.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { newId } from '../platform/tables/ids.ts';
import { Well } from './well.entity.ts';

const READERS = ['TOWNSHIP_CLERK', 'TOWNSHIP_LEADER', 'COUNTY_CLERK', 'COUNTY_DIRECTOR', 'ANALYST'] as const;
const WellConnection = connectionType('Well', () => Well);
const wellById = byKey<Well, string>('well', 'well', 'id', 'uuid', 'id');

const wellNoun: Noun<Well, WellDeed, WellState, WellFacts> = {
  ...{ machine: WELL_MACHINE, entity: Well, subject: 'WELL', names: ['该水井', 'well'], isHeld: false },
  seen: ({ unitCode }) => ({ unitCode }),
  facts: (_scope, _deed, well) => well,
};

@Resolver(() => Well)
class WellResolver {
  @Authorized(...READERS)
  @Query(() => Well)
  well(@Ctx() scope: Scope, @Arg('id', () => ID) id: string) {
    return find(scope, wellNoun, id);
  }

  @Authorized(...READERS)
  @Query(() => WellConnection, { description: 'Newest first.' })
  async wells(
    @Ctx() scope: Scope,
    @Arg('first', () => Int, { defaultValue: 20 }) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
    @Info() info: GraphQLResolveInfo,
  ) {
    const wanted = new Conditions().add('r.county_code = ?', scope.county);
    const key = decodeCursor(after, 2);
    if (key) wanted.add('(r.reported_at, r.id) < (?::timestamptz, ?::uuid)', ...key);
    const order = 'r.reported_at desc, r.id desc';
    const tail = `where ${wanted} order by ${order} limit ${pageBucket(pageSize(first))}`;
    const listing = { entity: Well, keys: ['id', 'reportedAt'], present: 'id' } as const;
    const rows = await page<Well>(scope, listing, nodesOf(info), { tail, order, values: wanted.values });
    return connection(rows, first, (row) => [row.reportedAt.toISOString(), row.id]);
  }

  @Authorized('TOWNSHIP_CLERK')
  @Mutation(() => Well, { description: 'Enters a well into the register of the own station.' })
  async reportWell(@Ctx() scope: Scope, @Arg('name', () => String) name: string) {
    const { countyCode, unitCode, personId: reporterId } = scope.rights;
    const row = { countyCode, unitCode, reporterId, id: newId(), state: 'REPORTED', reportedAt: scope.now } as const;
    const well = await scope.work.add(Well, { ...row, name: checkReason('name', name, { min: 2, max: 40 }) });
    await scope.work.flush();
    await noteOf(scope, wellNoun, well, { deed: 'reportWell', toState: well.state });
    await tellOf(scope, wellNoun, well, 'WELL_REPORTED');
    return well;
  }
}

@Resolver(() => Change)
class WellChangeResolver {
  @FieldResolver(() => Well, { nullable: true, description: 'As the listener may see it now.' })
  well(@Root() { about }: Change, @Ctx() scope: Scope) {
    return about.WELL ? wellById(scope).load(about.WELL) : null;
  }
}

export const wells: Parts = {
  entities: [Well],
  resolvers: [WellResolver, WellChangeResolver, deedResolver(wellNoun)],
  frame: {
    field: 'well',
    impersonal: new Set(['__typename', 'id', 'name', 'state', 'version', 'reportedAt']),
    foresee: async (scope, events) => {
      const concerned = `select * from well where county_code = $1 and id = any(array(${events.concerned('WELL')}))`;
      for (const well of await scope.rows<Well>(concerned, events.values)) wellById(scope).prime(well.id, well);
    },
  },
};
