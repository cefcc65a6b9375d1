import { BESIDE_HANDLING } from '@lxq/schema/reports/report-desk.ts';
import {
  REPORT_MACHINE,
  type ReportDeed,
  type ReportFacts,
  type ReportState,
} from '@lxq/schema/reports/report-states.ts';
import type { Transition } from '@lxq/schema/transitions.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { stepsOf } from '../lists/report.loaders.ts';
import type { Report } from '../report.entity.ts';

/** What the guards of a deed look at: the row, and for an undoing what has come of the report since. */
export function factsFor(scope: Scope, deed: ReportDeed, report: Report): ReportFacts | Promise<ReportFacts> {
  const { looksBack, from }: Transition<ReportState, ReportFacts> = REPORT_MACHINE[deed];
  return looksBack && from.includes(report.state) ? historyOf(scope, report) : report;
}

async function historyOf(scope: Scope, report: Report): Promise<ReportFacts> {
  const [steps, isBuiltUpon] = await Promise.all([
    stepsOf(scope).load(report.id),
    isBuiltUponOf(scope).load(report.id),
  ]);
  return { ...report, lastStep: handlingOf(steps ?? []).at(-1) ?? null, isBuiltUpon: isBuiltUpon ?? false };
}

/** What was done to the report itself. */
export const handlingOf = <Step extends { deed: string }>(steps: readonly Step[]): Step[] =>
  steps.filter(({ deed }) => !BESIDE_HANDLING.includes(deed));

const isBuiltUponOf = (scope: Scope) =>
  scope.loader<string, boolean>('isBuiltUpon', async (ids) => {
    const rows = await scope.rows<{ id: string }>('select id from unnest($1::uuid[]) id where app.is_built_upon(id)', [
      ids,
    ]);
    const found = new Set(rows.map(({ id }) => id));
    return ids.map((id) => found.has(id));
  });
