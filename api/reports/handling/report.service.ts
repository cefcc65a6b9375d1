import { topicByCode } from '../../network/network.loaders.ts';
import { badInput } from '../../platform/contract/errors.ts';
import { checkReason } from '../../platform/contract/reasons.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { Report } from '../report.entity.ts';
import { REPORT_WORDS } from '../report.words.ts';
import { index } from '../search/report-search.service.ts';
import { urgencyOf } from '../writing/new-report.ts';
import { checkDraft, type ReportDraft } from '../writing/report.input.ts';
import { checkedDraft } from '../writing/report-draft.service.ts';
import { deed, find, move } from './report.deed.ts';
import { seal } from './report-seal.service.ts';
import { withdrawAlerts } from './report-undo.service.ts';
import { raiseAlerts } from './report-urgent.service.ts';

export async function resubmit(desk: Scope, id: string, version: number, draft: ReportDraft): Promise<Report> {
  const scope = await desk.author.open();
  checkDraft(draft, scope.now);
  const report = await find(scope, id, version);
  await move(scope, report, 'resubmit', 'REPORT_RESUBMITTED', async () => {
    const told = await checkedDraft(scope, draft, report.line);
    const { urgentAt, urgentDueAt } = urgencyOf(draft, scope.now);
    Object.assign(report, told, { returnReason: null, submittedAt: scope.now, handledAt: null, urgentAt, urgentDueAt });
  });
  await index(scope, report);
  if (report.line === 'SEALED') await scope.rows('select app.seal_history($1)', [report.id]);
  if (report.state === 'URGENT') await raiseAlerts(scope, report);
  return report;
}

export async function withdraw(desk: Scope, id: string, version: number): Promise<Report> {
  const scope = await desk.author.open();
  const change = { urgentAt: null, urgentDueAt: null };
  const report = await deed(scope, id, version, 'withdraw', 'REPORT_WITHDRAWN', { change });
  await withdrawAlerts(scope, report);
  return report;
}

export async function giveBack(scope: Scope, id: string, version: number | null, text: string): Promise<Report> {
  const reason = checkReason('reason', text);
  return deed(scope, id, version, 'return', 'REPORT_RETURNED', {
    note: reason,
    change: { returnReason: reason, handledAt: scope.now },
  });
}

export async function triage(scope: Scope, id: string, version: number | null, topic?: string | null): Promise<Report> {
  const chosen = topic ? await topicByCode(scope).load(topic) : null;
  if (topic && !chosen?.isActive) throw badInput('topic', ...REPORT_WORDS.noSuchTopic);
  if (chosen?.isAccusation && scope.rights.role !== 'DISCIPLINE_CLERK') return seal(scope, id, version, chosen.code);
  return deed(scope, id, version, 'triage', 'REPORT_TRIAGED', {
    change: { handledAt: scope.now, ...(topic ? { topicCode: topic } : {}) },
    detail: ({ topicCode }) => ({ topicCode }),
  });
}

export async function reply(scope: Scope, id: string, version: number, text: string): Promise<Report> {
  const answer = checkReason('answer', text);
  return deed(scope, id, version, 'reply', 'REPORT_REPLIED', {
    note: answer,
    change: { answer, answeredAt: scope.now },
  });
}

export async function archive(scope: Scope, id: string, version: number, text: string): Promise<Report> {
  return deed(scope, id, version, 'archive', 'REPORT_ARCHIVED', { note: checkReason('reason', text) });
}
