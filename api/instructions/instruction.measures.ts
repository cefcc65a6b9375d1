import { MATTER_READERS } from '@lxq/schema/roles.ts';
import { placeDimensions } from '../network/network.measures.ts';
import { code, type Measuring, measuresOf, type Subject, word } from '../platform/measuring/measure.ts';
import type { Instruction } from './instruction.entity.ts';
import { instructionNumber } from './instruction.number.ts';

/** What was taken back was never received. */
const RECEIVED = `r.state <> 'WITHDRAWN'`;

/** They lie where the main unit is. */
const instructions: Subject = {
  ...{ name: 'INSTRUCTION', names: ['批示', 'instructions'], from: 'instruction r', readers: MATTER_READERS },
  at: 'r.instructed_at',
  dimensions: {
    ...placeDimensions('r.responsible_unit_code'),
    ...{ UNIT: code('r.responsible_unit_code'), STATE: word('r.state') },
  },
  lines: {
    columns: 'r.serial, r.instructed_at, left(r.text, 60) as title, r.state, unit.name as place',
    join: 'left join unit on unit.county_code = r.county_code and unit.code = r.responsible_unit_code',
    line: (
      { id, instructedAt, serial, ...row }: Instruction & { title: string; place: string | null },
      { rights },
    ) => ({
      ...{ no: instructionNumber(instructedAt, serial), title: row.title, place: row.place, state: row.state },
      path: rights.role === 'LEADER' ? `/leader/instructions/${id}` : `/matters/${id}`,
    }),
  },
};
const { count, rate } = measuresOf(instructions);

export const instructionMeasuring: Measuring = {
  subjects: [instructions],
  measures: [
    count({
      ...{ name: 'instructions', label: ['批示数', 'Instructions'], source: ['R46', 'R46'], of: RECEIVED },
      formula: ['领导批示件数，不含撤回的', 'instructions given, but for those taken back'],
    }),
    rate({
      ...{ name: 'instructionsClosed', label: ['批示办结率', 'Instructions closed'], source: ['R46', 'R46'] },
      ...{ of: RECEIVED, hits: `r.state = 'CLOSED'`, denominator: ['批示（不含撤回）', 'instructions given'] },
      formula: ['办结的 ÷ 收到的', 'closed ÷ received'],
    }),
  ],
};
