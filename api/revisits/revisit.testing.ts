import { officeOf } from '@lxq/schema/places.ts';
import { REVISIT_MACHINE, REVISIT_STATES } from '@lxq/schema/revisits/revisit-states.ts';
import { ACCEPTED, caseOf } from '../cases/case-deeds.testing.ts';
import { county, never, office, ownUnit, type Rule, type Rules } from '../sight/sight.rules.ts';
import { type Account, COUNTY, type Fixture, rightsOf, UNITS } from '../testing/fixture.ts';
import { one, type Standing, type Tried, type Walked } from '../testing/walk.ts';

const WALKERS: readonly Account[] = [
  ...(['officer', 'head', 'clerk', 'townLeader', 'county', 'director', 'leader'] as const),
  ...(['analyst', 'discipline', 'admin', 'foreignClerk'] as const),
];
/** What the viewer's unit is to a revisit: it makes it, it acts on its matter, neither, or it should make it and may not. */
function standings(account: Account): readonly Standing[] {
  if (!WALKERS.includes(account)) return [];
  const isOffice = rightsOf(account).unitCode === officeOf(COUNTY);
  return isOffice ? ['REVISITOR', 'OFFICE', 'RECUSED'] : ['REVISITOR', 'MAIN', 'OUTSIDER', 'RECUSED'];
}
const DAY = 86_400_000;
const tried = (days: number) => ({
  at: new Date(Date.now() - days * DAY),
  method: 'PHONE',
  note: '无人接听',
  byName: '某',
});

/** One before closing, of a case that waits for it; three days were tried, and nobody has given up yet. */
async function reset(fixture: Fixture, id: string, _deed: string, { account, standing }: Tried): Promise<void> {
  const own = rightsOf(account).unitCode;
  const revisitor = standing === 'REVISITOR' || standing === 'RECUSED' ? own : UNITS.poplar;
  await fixture.admin.query(
    `update revisit set unit_code = $2, barred_unit_codes = $3, attempts = $4, kind = 'PRE_CLOSE', is_solved = null, rating = null, gave_up_by_id = null,
       confirmed_by_id = null, done_at = null where id = $1`,
    [id, revisitor, JSON.stringify(standing === 'RECUSED' ? [own] : []), JSON.stringify([3, 2, 1].map(tried))],
  );
  const { subject_id: of } = await one<{ subject_id: string }>(
    fixture,
    'select subject_id from revisit where id = $1',
    [id],
  );
  await fixture.admin.query(`update cases set state = 'REPORTED', responsible_unit_code = $2 where id = $1`, [
    of,
    UNITS.elm,
  ]);
  await fixture.admin.query('delete from participation where subject_id = $1', [of]);
  const isUnit = own !== officeOf(COUNTY) && standing !== 'OUTSIDER';
  if (isUnit)
    await fixture.admin.query(
      `insert into participation (county_code, subject_id, unit_code, subject, part, since, at, state) values ($1, $2, $3, 'CASE', $4, now(), now(), 'X')`,
      [COUNTY, of, own, standing === 'MAIN' ? 'MAIN' : 'REVISITOR'],
    );
}

export const walk: Walked = {
  ...{ table: 'revisit', machine: REVISIT_MACHINE, states: REVISIT_STATES, reset, standings, recused: 'recusal' },
  make: async (fixture) => {
    const { deed, revisit } = await caseOf(fixture);
    await deed('county', 'decideCase', { decision: ACCEPTED });
    await deed('county', 'fileCase', { grade: 'GENERAL' });
    return revisit('FILING');
  },
  look: 'query ($id: ID!) { revisit(id: $id) { id } }',
  facts: (fixture, id) =>
    one<object>(
      fixture,
      `select state, kind, unit_code::float8 as "unitCode", barred_unit_codes as "barredUnitCodes", attempts, is_solved as "isSolved", rating,
         gave_up_by_id as "gaveUpById", confirmed_by_id as "confirmedById" from revisit where id = $1`,
      [id],
    ),
  more: {
    assign: { declare: '$unit: ID!', pass: 'unit: $unit', value: () => String(UNITS.west) },
    attempt: {
      ...{ declare: '$attempt: RevisitAttempt!', pass: 'attempt: $attempt' },
      value: () => ({ method: 'DOOR', note: '家中无人' }),
    },
    complete: {
      ...{ declare: '$outcome: RevisitOutcome!', pass: 'outcome: $outcome' },
      value: () => ({ method: 'PHONE', told: '', opinion: '水来了', isSolved: true, rating: null, reason: '' }),
    },
  },
};

/** A unit that makes it, or acts on its matter; in the matrix every unit acts on what the office revisits. */
const acts: Rule = (viewer, { place }) => ['TOWNSHIP', 'VILLAGE'].includes(viewer) && place === 'COUNTY_OFFICE';
export const sight: Record<string, Rules> = {
  revisit: {
    see: (viewer, row) =>
      county(viewer, row) ? viewer === 'LEADER' || office(viewer, row) : ownUnit(viewer, row) || acts(viewer, row),
    add: (viewer, row) => office(viewer, row) || acts(viewer, row),
    change: (viewer, row) => office(viewer, row) || ownUnit(viewer, row),
    remove: never,
  },
};
