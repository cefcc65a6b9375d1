import { dayOf } from '@lxq/schema/calendar.ts';
import {
  INSTRUCTION_STATES,
  INSTRUCTION_TRAYS,
  type InstructionState,
  type InstructionTray,
  OPEN_INSTRUCTIONS,
} from '@lxq/schema/instructions/instruction-states.ts';
import { LEVEL_OF } from '@lxq/schema/roles.ts';
import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../platform/contract/graphql.ts';
import { Conditions } from '../platform/lists/conditions.ts';
import { page as pageOf } from '../platform/lists/page.ts';
import type { Selection } from '../platform/lists/selection.ts';
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

/** How the instructions of a viewer are found: which table cuts the page, when a row came, and what it is called there. */
interface Cutting {
  from: string;
  at: string;
  id: string;
  /** The table that state and day are asked of. */
  of: string;
}
const COUNTY: Cutting = { from: 'instruction r', at: 'r.instructed_at', id: 'r.id', of: 'r' };
/** A unit's are cut from what it takes part in, by that table's own equality, and then opened one by one. */
const UNIT: Cutting = {
  from: 'participation p join instruction r on r.county_code = p.county_code and r.id = p.subject_id',
  at: 'p.at',
  id: 'p.subject_id',
  of: 'p',
};
const cuttingOf = ({ rights }: Scope) => (LEVEL_OF[rights.role] === 'COUNTY' ? COUNTY : UNIT);

/** Whose they are, without what is asked of them. */
function own(scope: Scope, { of }: Cutting, mine?: boolean | null): Conditions {
  const { personId, role, unitCode } = scope.rights;
  const wanted = new Conditions().add(`${of}.county_code = ?`, scope.county);
  if (of === 'p') return wanted.add('p.unit_code = ?', unitCode).add("p.subject = 'INSTRUCTION'");
  return mine || role === 'LEADER' ? wanted.add('r.leader_id = ?', personId) : wanted;
}

/** Newest first: a leader's list is of their own, though at an item they read all; a unit's of what it acts on; the office's of all. */
export async function list(
  scope: Scope,
  { tray, mine, overdue, first, after }: InstructionPage,
  selection: Selection,
): Promise<Connection<Instruction>> {
  const cutting = cuttingOf(scope);
  const { from, at, id, of } = cutting;
  const wanted = own(scope, cutting, mine);
  if (tray) wanted.oneOf(`${of}.state`, INSTRUCTION_TRAYS[tray]);
  else if (scope.rights.role !== 'LEADER') wanted.oneOf(`${of}.state`, RECEIVED);
  if (overdue) wanted.oneOf(`${of}.state`, OPEN_INSTRUCTIONS).add(`${of}.due_on < ?::date`, dayOf(scope.now));
  const table = of === 'p' ? 'participation p' : from;
  const counted = scope.rows<{ n: number }>(`select count(*)::int as n from ${table} where ${wanted}`, [
    ...wanted.values,
  ]);
  const key = decodeCursor(after, 2);
  if (key) wanted.add(`(${at}, ${id}) < (?::timestamptz, ?::uuid)`, ...key);
  const order = 'r.instructed_at desc, r.id desc';
  const tail = `where ${wanted} order by ${at} desc, ${id} desc limit ${pageBucket(pageSize(first))}`;
  const [rows, [count]] = await Promise.all([
    pageOf(scope, instructionListing, selection, { from, tail, order, values: wanted.values }),
    counted,
  ]);
  const page = connection(rows, first, (row) => [row.instructedAt.toISOString(), row.id]);
  return { ...page, totalCount: count?.n ?? 0 };
}

/** How many lie where, and what the closing rate is made of. */
export async function counts(scope: Scope): Promise<InstructionCounts> {
  const cutting = cuttingOf(scope);
  const { of } = cutting;
  const wanted = own(scope, cutting);
  const today = wanted.value(dayOf(scope.now));
  const rows = await scope.rows<{ state: InstructionState; n: number; late: number }>(
    `select ${of}.state, count(*)::int as n, (count(*) filter (where ${of}.due_on < ${today}::date))::int as late
     from ${of === 'p' ? 'participation p' : cutting.from} where ${wanted} group by 1`,
    wanted.values,
  );
  const sum = (states: readonly string[], of: 'n' | 'late' = 'n') =>
    rows.reduce((total, row) => total + (states.includes(row.state) ? row[of] : 0), 0);
  const trays = Object.entries(INSTRUCTION_TRAYS) as [InstructionTray, readonly InstructionState[]][];
  return {
    trays: trays.map(([tray, states]) => ({ tray, count: sum(states) })),
    overdue: sum(OPEN_INSTRUCTIONS, 'late'),
    received: sum(RECEIVED),
    closed: sum(['CLOSED']),
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
