import { dayOf } from '@lxq/schema/calendar.ts';
import {
  INSTRUCTION_STATES,
  INSTRUCTION_TRAYS,
  type InstructionState,
  OPEN_INSTRUCTIONS,
} from '@lxq/schema/instructions/instruction-states.ts';
import { inTrays, sumOf } from '../platform/lists/plain.ts';
import type { Selection } from '../platform/lists/selection.ts';
import { type Cutting, cutPage, cuttingOf, type Matters } from '../platform/participation/participation.read.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Instruction } from './instruction.entity.ts';
import type { InstructionFilter } from './instruction.input.ts';
import { instructionListing } from './instruction.listing.ts';
import type { InstructionCounts } from './instruction.type.ts';

/** What was taken back was never received; its leader still finds it. */
const RECEIVED = INSTRUCTION_STATES.filter((state) => state !== 'WITHDRAWN');

export interface InstructionPage extends InstructionFilter {
  first: number;
  after?: string | null;
}

const INSTRUCTIONS: Matters<Instruction> = {
  ...{ subject: 'INSTRUCTION', table: 'instruction', listing: instructionListing },
  ...{ at: 'instructed_at', since: ({ instructedAt }) => instructedAt },
};
/** … a leader's are their own, though at an item they read all. */
function own(scope: Scope, mine?: boolean | null): Cutting<Instruction> {
  const { personId, role } = scope.rights;
  const cutting = cuttingOf(scope, INSTRUCTIONS);
  if (cutting.of === 'r' && (mine || role === 'LEADER')) cutting.wanted.add('r.leader_id = ?', personId);
  return cutting;
}

/** Newest first. */
export function list(scope: Scope, { tray, mine, overdue, ...page }: InstructionPage, selection: Selection) {
  const cutting = own(scope, mine);
  const { wanted, of } = cutting;
  if (tray) wanted.oneOf(`${of}.state`, INSTRUCTION_TRAYS[tray]);
  else if (scope.rights.role !== 'LEADER') wanted.oneOf(`${of}.state`, RECEIVED);
  if (overdue) wanted.oneOf(`${of}.state`, OPEN_INSTRUCTIONS).add(`${of}.due_on < ?::date`, dayOf(scope.now));
  return cutPage(scope, cutting, { ...page, selection });
}

/** How many lie where, and what the closing rate is made of. */
export async function counts(scope: Scope): Promise<InstructionCounts> {
  const { counted, wanted, of } = own(scope);
  const today = wanted.value(dayOf(scope.now));
  const rows = await scope.rows<{ state: InstructionState; n: number; late: number }>(
    `select ${of}.state, count(*)::int as n, (count(*) filter (where ${of}.due_on < ${today}::date))::int as late
     from ${counted} where ${wanted} group by 1`,
    wanted.values,
  );
  const sum = (states: readonly string[]) => sumOf(rows, states, ({ n }) => n);
  return {
    trays: inTrays(INSTRUCTION_TRAYS, rows),
    overdue: sumOf(rows, OPEN_INSTRUCTIONS, ({ late }) => late),
    ...{ received: sum(RECEIVED), closed: sum(['CLOSED']) },
  };
}

/** Whether its day is waited for. */
export const isAwaited = ({ state }: Instruction) => OPEN_INSTRUCTIONS.includes(state);

/** Of each report, the newest that the viewer may read. */
export const newestInstructionOf = (scope: Scope) =>
  scope.loader<string, Instruction>('newest instruction', async (ids) => {
    const rows = await scope.rows<Instruction>(
      `select distinct on (report_id) * from instruction where county_code = $1 and report_id = any($2::uuid[]) and state <> 'WITHDRAWN'
       order by report_id, instructed_at desc, id desc`,
      [scope.county, ids],
    );
    const found = new Map(rows.map((row) => [row.reportId, row]));
    return ids.map((id) => found.get(id) ?? null);
  });
