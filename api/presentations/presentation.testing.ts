import { PRESENTATION_MACHINE, PRESENTATION_STATES } from '@lxq/schema/presentations/presentation-states.ts';
import { ask } from '../digests/digest.testing.ts';
import { never, office, type Rule, type Rules } from '../sight/sight.rules.ts';
import { type Account, type Fixture, idOf, submitted } from '../testing/fixture.ts';
import { one, type Walked } from '../testing/walk.ts';

export const PRESENT =
  'mutation ($id: ID!, $leaders: [ID!]!) { presentReport(id: $id, leaders: $leaders) { id state leaderName presentedByName } }';

/** A report put before a leader; the presentation's id. */
export async function presented(fixture: Fixture, report: string, leader: Account = 'leader'): Promise<string> {
  await ask(fixture, 'county', PRESENT, { id: report, leaders: [idOf(leader)] });
  const text = `select id from presentation where report_id = $1 and leader_id = $2 and state = 'PRESENTED'`;
  return (await one<{ id: string }>(fixture, text, [report, idOf(leader)])).id;
}

export const walk: Walked = {
  ...{ table: 'presentation', machine: PRESENTATION_MACHINE, states: PRESENTATION_STATES },
  make: async (fixture) => presented(fixture, await submitted(fixture, 'officer')),
  look: 'query ($id: ID!) { __typename }',
  facts: (fixture, id) => one(fixture, 'select state, leader_id as "leaderId" from presentation where id = $1', [id]),
};

const theirs: Rule = (viewer, row) => viewer === 'LEADER' && row.mine;
const seen: Rule = (viewer, row) => office(viewer, row) || theirs(viewer, row);
export const sight: Record<string, Rules> = {
  presentation: {
    see: seen,
    add: (viewer, row) => office(viewer, row) && row.mine,
    change: seen,
    remove: never,
  },
};
