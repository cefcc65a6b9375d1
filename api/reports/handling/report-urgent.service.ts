import { URGENT_MINUTES } from '@lxq/schema/limits.ts';
import { unitByCode } from '../../network/network.loaders.ts';
import { checkCode } from '../../network/places/place.code.ts';
import { badInput } from '../../platform/contract/errors.ts';
import { checkReason } from '../../platform/contract/reasons.ts';
import { tell } from '../../platform/live/event.service.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { Report } from '../report.entity.ts';
import type { UrgentPlanInput } from '../writing/report.input.ts';
import { deed } from './report.deed.ts';
import { withdrawAlerts } from './report-undo.service.ts';

/** A desk starts the clock of R36, and calls who is in charge. */
export async function flagUrgent(scope: Scope, id: string, version: number): Promise<Report> {
  await scope.open();
  const urgentDueAt = new Date(+scope.now + URGENT_MINUTES * 60_000);
  const change = { urgentAt: scope.now, urgentDueAt, urgency: 'HIGH' as const };
  const detail = ({ urgency }: Report) => ({ urgency });
  const report = await deed(scope, id, version, 'flagUrgent', 'REPORT_URGENT', { change, detail });
  await raiseAlerts(scope, report, 'flagged');
  return report;
}

/** Calls whoever is to hear of a report that is urgent now: an accusation calls the discipline desk alone. */
export async function raiseAlerts(scope: Scope, report: Report, by: 'author' | 'flagged' = 'author'): Promise<void> {
  const { id, line, unitCode, authorId } = report;
  await scope.rows('select app.raise_alerts($1)', [id]);
  if (by === 'author') await tell(scope, 'REPORT_URGENT', { unitCode, authorId, line, reportId: id });
  await tell(scope, 'ALERT_RAISED', { unitCode: scope.county * 1_000_000_000, reportId: id, line });
}

/** What is done, by which unit and until when: with it the clock ends, and the report is judged. */
export async function planUrgent(scope: Scope, id: string, version: number, plan: UrgentPlanInput): Promise<Report> {
  const { noticeTo, noticeAt } = checkedNotice(scope, plan);
  const planUnitCode = checkCode(plan.unit, 'unit');
  if (!(await unitByCode(scope).load(planUnitCode))) throw badInput('unit', '没有这个单位', 'No such unit');
  if (plan.dueAt <= scope.now) throw badInput('dueAt', '完成时间须晚于现在', 'It must be done at a time to come');
  const planText = checkReason('text', plan.text);
  const change = { planText, planUnitCode, planDueAt: plan.dueAt, noticeTo, noticeAt };
  return deed(scope, id, version, 'planUrgent', 'REPORT_PLANNED', {
    note: noticeTo ? `${planText}（已报告${noticeTo}）` : planText,
    change: { ...change, plannedAt: scope.now, handledAt: scope.now },
    detail: () => change,
  });
}

/** Whom above was told, and when (Art. 25): both or neither, and not in the future. */
function checkedNotice(scope: Scope, { noticeTo, noticeAt }: UrgentPlanInput) {
  if (!noticeTo?.trim()) return { noticeTo: null, noticeAt: null };
  const at = noticeAt ?? scope.now;
  if (+at > +scope.now + SKEW_MS)
    throw badInput('noticeAt', '报告时间不能晚于现在', 'It cannot have been told in the future');
  return { noticeTo: checkReason('noticeTo', noticeTo), noticeAt: at };
}
const SKEW_MS = 5 * 60_000;

/** It is not as urgent as was said: the clock stops, whoever was called hears so, and the report waits like any other. */
export async function lowerUrgent(scope: Scope, id: string, version: number, text: string): Promise<Report> {
  const report = await deed(scope, id, version, 'lowerUrgent', 'REPORT_LOWERED', {
    note: checkReason('reason', text),
    change: { urgentAt: null, urgentDueAt: null, urgency: 'NORMAL' },
  });
  await withdrawAlerts(scope, report);
  return report;
}
