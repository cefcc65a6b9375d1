import { instructionById } from '../instructions/instruction.loaders.ts';
import { reportsUnder } from '../instructions/instruction.service.ts';
import { noteMany } from '../platform/deeds/noun.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { reportSeen } from '../reports/handling/report.noun.ts';
import type { Case } from './case.entity.ts';

/** By the mutations' names: a report has deeds of its own that are called as a case's. */
type NotedDeed = 'openCase' | 'assignCase' | 'closeCase';

/** A step in the history of every report that it rests on, so that whoever wrote it sees that something is done; not who does it. Done by the office, which sees them all. */
export async function noteOnReports(scope: Scope, it: Case, deed: NotedDeed): Promise<void> {
  const rows = await reportsOf(scope, it);
  await noteMany(scope, reportSeen, rows, {
    ...{ done: () => ({ deed }), tells: 'REPORT_ACTED_ON', about: { CASE: it.id } },
  });
}

export async function reportsOf(scope: Scope, { instructionId, reportId }: Case) {
  const instruction = instructionId ? await instructionById(scope).load(instructionId) : null;
  return reportsUnder(scope, instruction ?? { reportId: reportId ?? null });
}
