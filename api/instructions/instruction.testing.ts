import { dayOf } from '@lxq/schema/calendar.ts';
import { INSTRUCTION_MACHINE, INSTRUCTION_STATES } from '@lxq/schema/instructions/instruction-states.ts';
import { v7 } from 'uuid';
import { ask } from '../digests/digest.testing.ts';
import { county, never, office, type Rule, type Rules } from '../sight/sight.rules.ts';
import { submitted, UNITS } from '../testing/fixture.ts';
import { one, type Walked } from '../testing/walk.ts';

const DUE = dayOf(new Date(Date.now() + 10 * 86_400_000));
const INSTRUCT = 'mutation ($draft: InstructionDraft!) { instruct(draft: $draft) { id } }';

export const walk: Walked = {
  ...{ table: 'instruction', machine: INSTRUCTION_MACHINE, states: INSTRUCTION_STATES },
  make: async (fixture) => {
    const report = await submitted(fixture, 'officer');
    const given = { clientId: v7(), text: '请水利局尽快查清原因并解决', report, dueOn: DUE };
    const draft = { ...given, responsibleUnit: String(UNITS.water) };
    return (await ask(fixture, 'leader', INSTRUCT, { draft })).instruct.id;
  },
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
