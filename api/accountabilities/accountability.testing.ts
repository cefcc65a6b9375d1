import { ACCOUNTABILITY_MACHINE, ACCOUNTABILITY_STATES } from '@lxq/schema/accountabilities/accountability-states.ts';
import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { v7 } from 'uuid';
import { ask } from '../digests/digest.testing.ts';
import { inTownship, never, office, type Rules } from '../sight/sight.rules.ts';
import { type Fixture, UNITS } from '../testing/fixture.ts';
import { one, type Walked } from '../testing/walk.ts';

export const TODAY = dayOf(new Date());
export const DECISION = {
  ...{ unit: String(UNITS.water), kind: 'ADMONITION', basis: 'SHIRKING', decidedOn: addDays(TODAY, -3) },
  ...{ organ: '县纪委监委', reference: '清纪诫〔2026〕5号' },
};
export const RECORD =
  'mutation ($clientId: ID!, $record: AccountabilityRecord!) { recordAccountability(clientId: $clientId, record: $record) { id state version } }';

/** What an organ decided, as the office has written it down. */
export const recorded = async (fixture: Fixture, more: object = {}): Promise<string> =>
  (await ask(fixture, 'county', RECORD, { clientId: v7(), record: { ...DECISION, ...more } })).recordAccountability.id;

export const walk: Walked = {
  ...{ table: 'accountability', machine: ACCOUNTABILITY_MACHINE, states: ACCOUNTABILITY_STATES },
  make: (fixture) => recorded(fixture),
  look: 'query ($id: ID!) { __typename }',
  facts: (fixture, id) => one(fixture, 'select state from accountability where id = $1', [id]),
};

export const sight: Record<string, Rules> = {
  accountability: {
    see: (viewer, row) => office(viewer, row) || viewer === 'LEADER' || (viewer === 'TOWNSHIP' && inTownship(row)),
    add: (viewer, row) => office(viewer, row) && row.mine,
    change: office,
    remove: never,
  },
};
