import { DEADLINE_MACHINE, DEADLINE_STATES } from '@lxq/schema/deadlines/deadline-states.ts';
import { v7 } from 'uuid';
import type { Scope } from '../platform/scope/scope.ts';
import { directory, inTownship, never, office, type Rule, type Rules } from '../sight/sight.rules.ts';
import { type Account, type Fixture, idOf, UNITS } from '../testing/fixture.ts';
import { one, type Walked } from '../testing/walk.ts';
import * as deadlines from './deadline.service.ts';

/** As a deed of another noun does it: in a transaction of its own, under somebody's rights. */
export async function deed<T>(fixture: Fixture, account: Account, work: (scope: Scope) => Promise<T>): Promise<T> {
  const scope = fixture.scope(account);
  try {
    const done = await work(scope);
    await scope.end('commit');
    return done;
  } catch (error) {
    await scope.end('rollback');
    throw error;
  }
}

/** What a unit owes of something new; answers what it is owed of, and the deadline. */
export async function owed(
  fixture: Fixture,
  account: Account,
  changes: Partial<deadlines.Owed> = {},
): Promise<{ subjectId: string; id: string }> {
  const subjectId = changes.subjectId ?? v7();
  const wanted = { subject: 'CASE', rule: 'CASE_STATUTORY', unitCode: UNITS.county, ...changes, subjectId } as const;
  await deed(fixture, account, (scope) => deadlines.start(scope, wanted));
  const found = 'select id from deadline where subject_id = $1 order by started_at desc, id desc limit 1';
  return { subjectId, ...(await one<{ id: string }>(fixture, found, [subjectId])) };
}

export const walk: Walked = {
  ...{ table: 'deadline', machine: DEADLINE_MACHINE, states: DEADLINE_STATES },
  make: async (fixture) => (await owed(fixture, 'county')).id,
  look: 'query ($id: ID!) { deadline(id: $id) { id } }',
  facts: async (fixture, id) => ({
    isExpired: false,
    ...(await one<object>(
      fixture,
      'select state, rule, unit_code::float8 as "unitCode", asked_by as "askedBy" from deadline where id = $1',
      [id],
    )),
  }),
  more: {
    requestExtension: {
      declare: '$days: Int!',
      pass: 'days: $days, reason: "案情复杂，需要进一步调查核实"',
      value: () => 10,
    },
  },
  beside: `extended_days = 0, decided_at = null, asked_days = 10, asked_by = '${idOf('county2')}'`,
};

const gives: Rule = (viewer, row) => office(viewer, row) || viewer === 'LEADER';
/** What a unit owes: its station sees what its rooms owe too. */
const ofUnit: Rule = (viewer, row) =>
  (viewer === 'TOWNSHIP' && inTownship(row)) || (viewer === 'VILLAGE' && row.place === 'OWN');
const sees: Rule = (viewer, row) => gives(viewer, row) || viewer === 'ANALYST' || ofUnit(viewer, row);
const does: Rule = (viewer, row) => gives(viewer, row) || ofUnit(viewer, row);
/** … and it begins what the county office owes next, without seeing it. */
const begins: Rule = (viewer, row) =>
  does(viewer, row) || (['TOWNSHIP', 'VILLAGE'].includes(viewer) && row.place === 'COUNTY_OFFICE');
const admin: Rule = (viewer) => viewer === 'ADMIN';

export const sight: Record<string, Rules> = {
  deadline: { see: sees, add: begins, change: does, remove: never },
  reminder: { see: sees, add: never, change: does, remove: never },
  threshold: { ...directory, add: admin, change: admin },
};
