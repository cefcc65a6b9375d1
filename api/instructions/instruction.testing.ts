import { dayOf } from '@lxq/schema/calendar.ts';
import { INSTRUCTION_MACHINE, INSTRUCTION_STATES } from '@lxq/schema/instructions/instruction-states.ts';
import { v7 } from 'uuid';
import { ask } from '../digests/digest.testing.ts';
import { county, never, office, type Rule, type Rules } from '../sight/sight.rules.ts';
import { type Fixture, submitted, UNITS } from '../testing/fixture.ts';
import { one, type Walked } from '../testing/walk.ts';

const DUE = dayOf(new Date(Date.now() + 10 * 86_400_000));
const INSTRUCT = 'mutation ($draft: InstructionDraft!) { instruct(draft: $draft) { id } }';
export const FIELDS =
  'id no state level text dueOn workDaysLeft isOverdue readAt viewerCanWithdraw leader { name } responsibleUnit { name } item { number digest { no state } } report { id }';

/** A leader's instruction on an item or a report that they read. */
export async function instructed(
  fixture: Fixture,
  on: { item: string } | { report: string },
  leader: 'leader' | 'leader2' = 'leader',
): Promise<string> {
  const given = {
    clientId: v7(),
    text: '请水利局尽快查清原因并解决',
    dueOn: DUE,
    responsibleUnit: String(UNITS.water),
  };
  return (await ask(fixture, leader, INSTRUCT, { draft: { ...given, ...on } })).instruct.id;
}

export const walk: Walked = {
  ...{ table: 'instruction', machine: INSTRUCTION_MACHINE, states: INSTRUCTION_STATES },
  make: async (fixture) => instructed(fixture, { report: await submitted(fixture, 'officer') }),
  look: 'query ($id: ID!) { __typename }',
  facts: (fixture, id) =>
    one(fixture, 'select state, leader_id as "leaderId", read_at as "readAt" from instruction where id = $1', [id]),
  again: ['read'],
  beside: 'read_at = null',
};

const given: Rule = (viewer, row) => viewer === 'LEADER' && row.mine;
export const sight: Record<string, Rules> = {
  instruction: {
    see: (viewer, row) =>
      county(viewer, row)
        ? viewer === 'LEADER' || office(viewer, row)
        : row.place === (viewer === 'TOWNSHIP' ? 'OWN_STATION' : 'OWN'),
    add: given,
    change: (viewer, row) => office(viewer, row) || given(viewer, row),
    remove: never,
  },
};
