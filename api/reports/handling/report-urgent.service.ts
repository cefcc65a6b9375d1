import { URGENT_MINUTES } from '@lxq/schema/limits.ts';
import { planProblems } from '@lxq/schema/reports/urgent-plan.ts';
import { unitByCode } from '../../network/network.loaders.ts';
import { checkCode } from '../../network/places/place.code.ts';
import { badInput } from '../../platform/contract/errors.ts';
import { refuseFirst } from '../../platform/contract/words.ts';
import type { Given } from '../../platform/deeds/derive.ts';
import { carry, tellOf } from '../../platform/deeds/noun.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { Report } from '../report.entity.ts';
import { PLAN_WORDS } from '../report.words.ts';
import type { UrgentPlanInput } from '../writing/report.input.ts';
import { reportNoun, tellCounty } from './report.noun.ts';
import { withdrawAlerts } from './report-undo.service.ts';

/** A desk starts the clock of R36, and calls who is in charge. */
export async function flagUrgent(scope: Scope, { id, version }: Given): Promise<Report> {
  const urgentDueAt = new Date(+scope.now + URGENT_MINUTES * 60_000);
  const change = { urgentAt: scope.now, urgentDueAt, urgency: 'HIGH' as const };
  const detail = ({ urgency }: Report) => ({ urgency });
  const report = await carry(scope, reportNoun, 'flagUrgent', { id, version, change, detail });
  await raiseAlerts(scope, report, 'flagged');
  return report;
}

/** Calls whoever is to hear of a report that is urgent now: an accusation calls the discipline desk alone. */
export async function raiseAlerts(scope: Scope, report: Report, by: 'author' | 'flagged' = 'author'): Promise<void> {
  await scope.rows('select app.raise_alerts($1)', [report.id]);
  if (by === 'author') await tellOf(scope, reportNoun, report, 'REPORT_URGENT');
  await tellCounty(scope, report, 'ALERT_RAISED');
}

/** What is done, by which unit and until when, and whom above was told when (Art. 25): with it the clock ends, and the report is judged. */
export async function planUrgent(scope: Scope, id: string, version: number, plan: UrgentPlanInput): Promise<Report> {
  const planText = plan.text.trim();
  const noticeTo = plan.noticeTo?.trim() || null;
  refuseFirst(
    planProblems({ ...plan, text: planText, noticeTo, noticeAt: plan.noticeAt ?? null }, scope.now),
    PLAN_WORDS,
  );
  const planUnitCode = checkCode(plan.unit, 'unit');
  if (!(await unitByCode(scope).load(planUnitCode))) throw badInput('unit', ...PLAN_WORDS['unit.MISSING']);
  const noticeAt = noticeTo ? (plan.noticeAt ?? scope.now) : null;
  const change = { planText, planUnitCode, planDueAt: plan.dueAt, noticeTo, noticeAt };
  return carry(scope, reportNoun, 'planUrgent', {
    ...{ id, version },
    note: noticeTo ? `${planText}（已报告${noticeTo}）` : planText,
    change: { ...change, plannedAt: scope.now, handledAt: scope.now },
    detail: () => change,
  });
}

/** It is not as urgent as was said: the clock stops, whoever was called hears so, and the report waits like any other. */
export async function lowerUrgent(scope: Scope, { id, version, words: note }: Given): Promise<Report> {
  const change = { urgentAt: null, urgentDueAt: null, urgency: 'NORMAL' } as const;
  const report = await carry(scope, reportNoun, 'lowerUrgent', { id, version, note, change });
  await withdrawAlerts(scope, report);
  return report;
}
