import { BESIDE_HANDLING } from '@lxq/schema/reports/report-desk.ts';
import type { ReportDeed } from '@lxq/schema/reports/report-states.ts';
import type { Given } from '../../platform/deeds/derive.ts';
import { find, move } from '../../platform/deeds/noun.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { Report } from '../report.entity.ts';
import { reportNoun, tellCounty } from './report.noun.ts';

/** Judged by mistake: the report waits again, under the topic and on the clock it had. */
export const untriage = (scope: Scope, { id }: Given) =>
  undo(scope, id, 'untriage', (report, before: { topicCode?: string }) => ({
    handledAt: null,
    topicCode: before.topicCode ?? report.topicCode,
  }));

/** Returned by mistake: the author need not answer. */
export const unreturn = (scope: Scope, { id }: Given) =>
  undo(scope, id, 'unreturn', () => ({ handledAt: null, returnReason: null }));

/** Called urgent by mistake: the clock stops, and the leaders who were alerted hear that they need not come. */
export async function unflagUrgent(scope: Scope, { id }: Given): Promise<Report> {
  const report = await undo(scope, id, 'unflagUrgent', (_report, before: { urgency?: Report['urgency'] }) => ({
    urgentAt: null,
    urgentDueAt: null,
    urgency: before.urgency ?? 'NORMAL',
  }));
  await withdrawAlerts(scope, report);
  return report;
}

/** Every alert of a report that is urgent no longer is withdrawn, acknowledged or not. */
export async function withdrawAlerts(scope: Scope, report: Report): Promise<void> {
  const done = await scope.row<{ count: number }>('select app.withdraw_alerts($1) as count', [report.id]);
  if (done?.count) await tellCounty(scope, report, 'ALERT_WITHDRAWN');
}

/**
 * Takes the newest deed back. The row is held first: an issue or an instruction that comes to rest on it meanwhile waits, or
 * is there to be seen.
 */
async function undo<Before extends object>(
  scope: Scope,
  id: string,
  deed: ReportDeed,
  change: (report: Report, before: Before) => Partial<Report>,
): Promise<Report> {
  const report = await find(scope, reportNoun, id);
  await scope.work.refresh(report, { isHeld: true });
  const last = await scope.row<{ detail: Before | null }>(
    'select detail from audit where county_code = $1 and subject_id = $2 and deed <> all($3) order by at desc, id desc limit 1',
    [scope.county, report.id, BESIDE_HANDLING],
  );
  const before = last?.detail ?? ({} as Before);
  return move(scope, reportNoun, deed, report, { change: () => change(report, before) });
}
