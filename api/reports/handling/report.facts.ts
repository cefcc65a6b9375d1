import { isUndoing, REPORT_TRANSITIONS, type ReportDeed, type ReportFacts } from '@lxq/schema/reports/report-states.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { stepsOf } from '../lists/report.loaders.ts';
import type { Report } from '../report.entity.ts';

/** What the guards of a deed look at: the row, and for an undoing what has come of the report since. */
export async function factsFor(scope: Scope, deed: ReportDeed, report: Report): Promise<ReportFacts> {
  if (!isUndoing(deed) || !REPORT_TRANSITIONS[deed].from.includes(report.state)) return report;
  const [steps, isBuiltUpon] = await Promise.all([
    stepsOf(scope).load(report.id),
    isBuiltUponOf(scope).load(report.id),
  ]);
  return { ...report, lastStep: steps?.at(-1) ?? null, isBuiltUpon: isBuiltUpon ?? false };
}

const isBuiltUponOf = (scope: Scope) =>
  scope.loader<string, boolean>('isBuiltUpon', async (ids) => {
    const rows = await scope.rows<{ id: string }>('select id from unnest($1::uuid[]) id where app.is_built_upon(id)', [
      ids,
    ]);
    const found = new Set(rows.map(({ id }) => id));
    return ids.map((id) => found.has(id));
  });
