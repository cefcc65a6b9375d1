import { URGENT_MINUTES } from '@lxq/schema/limits.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { newId } from '../../platform/tables/ids.ts';
import type { Report } from '../report.entity.ts';
import type { ReportDraft } from './report.input.ts';
import { hashOf, toldBy } from './report-draft.service.ts';

/** A report as it is when it has just been submitted; its serial comes with storing it. */
export function newReport(scope: Scope, draft: ReportDraft, dueAt: Date): Report {
  const { countyCode, personId: authorId, unitCode, postId } = scope.rights;
  return {
    ...toldBy(draft),
    countyCode,
    id: newId(),
    unitCode,
    authorId,
    postId,
    clientId: draft.clientId.toLowerCase(),
    contentHash: hashOf(draft),
    ...urgencyOf(draft, scope.now),
    line: draft.line,
    channel: draft.channel,
    submittedAt: scope.now,
    dueAt,
    handledAt: null,
    returnReason: null,
    planText: null,
    planUnitCode: null,
    planDueAt: null,
    plannedAt: null,
    noticeTo: null,
    noticeAt: null,
    answer: null,
    answeredAt: null,
    toldAt: null,
    untoldReason: null,
    digestedAt: null,
    setAsideAt: null,
    setAsideReason: null,
    masterId: null,
    attachmentsPromised: draft.attachments?.length ?? 0,
    attachmentsArrived: 0,
    version: 1,
    serial: 0,
  };
}

/** An author's *urgent* starts the clock of R36 with the receipt. */
export const urgencyOf = ({ urgency }: ReportDraft, now: Date) =>
  urgency === 'HIGH'
    ? { state: 'URGENT' as const, urgentAt: now, urgentDueAt: new Date(+now + URGENT_MINUTES * 60_000) }
    : { state: 'SUBMITTED' as const, urgentAt: null, urgentDueAt: null };

/** What of a new report its columns do not fill in by themselves. */
export const rowOf = (report: Report) => ({
  county_code: report.countyCode,
  id: report.id,
  unit_code: report.unitCode,
  client_id: report.clientId,
  content_hash: report.contentHash,
  author_id: report.authorId,
  post_id: report.postId,
  line: report.line,
  channel: report.channel,
  topic_code: report.topicCode,
  source_code: report.sourceCode,
  urgency: report.urgency,
  state: report.state,
  urgent_at: report.urgentAt,
  urgent_due_at: report.urgentDueAt,
  place_code: report.placeCode,
  outside_area_reason: report.outsideAreaReason,
  households: report.households,
  people: report.people,
  occurred_at: report.occurredAt,
  submitted_at: report.submittedAt,
  due_at: report.dueAt,
  content: report.content,
  attachments_promised: report.attachmentsPromised,
});
