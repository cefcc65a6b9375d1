import { selfOf } from '@lxq/schema/transitions.ts';
import { linesOf } from '../../attachments/attachment.history.ts';
import { promiseAnew } from '../../attachments/attachment.manifest.ts';
import { topicByCode } from '../../network/network.loaders.ts';
import { badInput } from '../../platform/contract/errors.ts';
import type { DeedDone } from '../../platform/deeds/audit.service.ts';
import type { Given } from '../../platform/deeds/derive.ts';
import { carry, find, move, noteOf } from '../../platform/deeds/noun.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid } from '../../platform/tables/ids.ts';
import { reportById } from '../lists/report.loaders.ts';
import type { Report } from '../report.entity.ts';
import { REPORT_WORDS } from '../report.words.ts';
import { index } from '../search/report-search.service.ts';
import { urgencyOf } from '../writing/new-report.ts';
import { checkDraft, type ReportDraft } from '../writing/report.input.ts';
import { checkedDraft } from '../writing/report-draft.service.ts';
import { heldReport, reportNoun } from './report.noun.ts';
import { seal } from './report-seal.service.ts';
import { withdrawAlerts } from './report-undo.service.ts';
import { raiseAlerts } from './report-urgent.service.ts';

/** What deeds set that have nothing more to do. */
export const reportChanges = {
  return: (scope: Scope, _report: Report, reason: string) => ({ returnReason: reason, handledAt: scope.now }),
  unmerge: () => ({ masterId: null }),
};

/** In the author's own name, or at the desk that handles it. */
async function inWhoseName(desk: Scope, id: string): Promise<Scope> {
  const report = isUuid(id) ? await reportById(desk.author).load(id) : null;
  return report?.authorId === selfOf(desk.rights) ? desk.author : desk;
}
/** The villager has the answer; what kept somebody from telling it before no longer does. */
export const tell = async (desk: Scope, { id, version }: Given): Promise<Report> => {
  const scope = await inWhoseName(desk, id);
  return carry(scope, reportNoun, 'tell', { id, version, change: { toldAt: scope.now, untoldReason: null } });
};
export const cannotTell = async (desk: Scope, { id, version, words }: Given): Promise<Report> =>
  carry(await inWhoseName(desk, id), reportNoun, 'cannotTell', {
    ...{ id, version, note: words, change: { untoldReason: words } },
  });

export async function resubmit(desk: Scope, id: string, version: number, draft: ReportDraft): Promise<Report> {
  const scope = desk.author;
  const manifest = checkDraft(draft, scope.now);
  const report = await find(scope, heldReport, id, version); // held: what arrives meanwhile is counted after this
  let attached: DeedDone[] = [];
  await move(scope, reportNoun, 'resubmit', report, {
    change: async () => {
      const told = await checkedDraft(scope, draft, report.line);
      const { urgentAt, urgentDueAt } = urgencyOf(draft, scope.now);
      const owner = { subject: 'REPORT', subjectId: report.id, authorId: report.authorId } as const;
      const { promised, arrived, ...changed } = await promiseAnew(scope, owner, manifest);
      attached = linesOf(changed);
      const counts = { attachmentsPromised: promised, attachmentsArrived: arrived };
      return { ...told, ...counts, returnReason: null, submittedAt: scope.now, handledAt: null, urgentAt, urgentDueAt };
    },
  });
  for (const line of attached) await noteOf(scope, reportNoun, report, line);
  await index(scope, report);
  if (report.line === 'SEALED') await scope.rows('select app.seal_history($1)', [report.id]);
  if (report.state === 'URGENT') await raiseAlerts(scope, report);
  return report;
}

export async function withdraw(desk: Scope, { id, version }: Given): Promise<Report> {
  const scope = desk.author;
  const report = await carry(scope, reportNoun, 'withdraw', {
    id,
    version,
    change: { urgentAt: null, urgentDueAt: null },
  });
  await withdrawAlerts(scope, report);
  return report;
}

export async function triage(scope: Scope, id: string, version: number | null, topic?: string | null): Promise<Report> {
  const chosen = topic ? await topicByCode(scope).load(topic) : null;
  if (topic && !chosen?.isActive) throw badInput('topic', ...REPORT_WORDS.noSuchTopic);
  if (chosen?.isAccusation && scope.rights.role !== 'DISCIPLINE_CLERK') return seal(scope, id, version, chosen.code);
  return carry(scope, reportNoun, 'triage', {
    ...{ id, version },
    change: { handledAt: scope.now, ...(topic ? { topicCode: topic } : {}) },
    detail: ({ topicCode }) => ({ topicCode }),
  });
}
