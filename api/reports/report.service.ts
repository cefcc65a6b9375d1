import { createHash } from 'node:crypto';
import { dayOf, endOf, workDay } from '@lxq/schema/calendar.ts';
import { URGENT_MINUTES } from '@lxq/schema/limits.ts';
import { findPersonalData } from '@lxq/schema/personal-data.ts';
import { isWithin } from '@lxq/schema/places.ts';
import { type Unmet, unmet } from '@lxq/schema/transitions.ts';
import { v7 as uuid } from 'uuid';
import { calendarOf } from '../calendar/calendar.read.ts';
import { badInput, conflict, refused } from '../errors.ts';
import { tell } from '../live/event.service.ts';
import { placeByCode, sourceByCode, topicByCode } from '../network/network.loaders.ts';
import { checkCode } from '../network/place.code.ts';
import type { Scope } from '../scope.ts';
import { Report } from './report.entity.ts';
import { checkDraft, checkReason, type ReportDraft } from './report.input.ts';
import { deed, find, move, note, subjectOf } from './report.move.ts';
import { index } from './report-search.service.ts';

export interface Receipt {
  clientId: string;
  report: Report;
  isNew: boolean;
}

/** Accepts the same draft any number of times and stores it once: same client id and content, same receipt. */
export async function submit(desk: Scope, draft: ReportDraft): Promise<Receipt> {
  const scope = await desk.author.open();
  checkDraft(draft, scope.now);
  const contentHash = hashOf(draft);
  const { countyCode, personId: authorId, unitCode, postId } = scope.rights;
  // Two sendings of one draft at once wait for each other here, so that the second finds the first.
  await scope.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`${authorId}/${draft.clientId}`]);
  const earlier = await scope.em.findOne(Report, { countyCode, authorId, clientId: draft.clientId });
  if (earlier) return { clientId: draft.clientId, report: sameContent(earlier, contentHash), isNew: false };
  const told = await checkedDraft(scope, draft);
  const report = scope.em.create(Report, {
    ...told,
    countyCode,
    unitCode,
    authorId,
    postId,
    contentHash,
    id: uuid(),
    clientId: draft.clientId,
    state: 'SUBMITTED',
    line: draft.line,
    channel: draft.channel,
    submittedAt: scope.now,
    dueAt: await triageDue(scope),
  } as never) as Report;
  scope.em.persist(report);
  await scope.em.flush();
  await index(scope, report);
  await note(scope, report, 'submit', null);
  await tell(scope, 'REPORT_SUBMITTED', subjectOf(report));
  return { clientId: draft.clientId, report, isNew: true };
}

function sameContent(earlier: Report, contentHash: string): Report {
  if (earlier.contentHash === contentHash) return earlier;
  throw conflict(
    '同一编号已报送过不同内容，两份均已保留，请核对',
    'This id was sent before with other content; both are kept, please compare',
    { reportId: earlier.id },
  );
}

/** SHA-256 of what was told, over a fixed order of fields. */
export function hashOf(draft: ReportDraft): string {
  const { topic, source, place, outsideAreaReason, line, channel, urgency, households, people, occurredAt, content } =
    draft;
  const told = [
    topic,
    source ?? null,
    place,
    outsideAreaReason ?? null,
    line,
    channel,
    urgency,
    households ?? null,
    people ?? null,
    occurredAt.toISOString(),
    content,
  ];
  return createHash('sha256').update(JSON.stringify(told)).digest('hex');
}

/** The draft as columns, after the checks that need the database; guards that do not hold are named together. */
async function checkedDraft(scope: Scope, draft: ReportDraft) {
  const placeCode = checkCode(draft.place, 'place');
  const [place, topic, source] = await Promise.all([
    placeByCode(scope).load(placeCode),
    topicByCode(scope).load(draft.topic),
    draft.source ? sourceByCode(scope).load(draft.source) : null,
  ]);
  if (!place || place.validTo)
    throw badInput('place', '地点不在区划目录中，请重新选择', 'No such place; please choose again');
  if (!topic?.isActive) throw badInput('topic', '类别不存在或已停用，请重新选择', 'No such topic; please choose again');
  if (draft.source && !source)
    throw badInput('source', '来源不存在，请重新选择', 'No such source; please choose again');
  const missing: Unmet[] = [];
  if (!isWithin(placeCode, scope.rights.areaCode) && !draft.outsideAreaReason?.trim())
    missing.push(
      unmet('outsideArea', '地点不在本人联系范围内，请填写原因', 'The place is outside your area: give the reason'),
    );
  if (findPersonalData(draft.content).length)
    missing.push(
      unmet(
        'personalData',
        '内容含身份证号或电话号码，请先隐去',
        'The text holds an ID or phone number: mask it first',
      ),
    );
  if (missing.length) throw refused(missing);
  return {
    topicCode: draft.topic,
    sourceCode: source?.code ?? null,
    placeCode,
    outsideAreaReason: draft.outsideAreaReason?.trim() || null,
    urgency: draft.urgency,
    households: draft.households ?? null,
    people: draft.people ?? null,
    occurredAt: draft.occurredAt,
    content: draft.content.trim(),
  };
}

/** Triage is due at the end of the next work day (R30). */
async function triageDue(scope: Scope): Promise<Date> {
  return endOf(workDay(dayOf(scope.now), 1, await calendarOf(scope)));
}

export async function resubmit(desk: Scope, id: string, version: number, draft: ReportDraft): Promise<Report> {
  const scope = await desk.author.open();
  checkDraft(draft, scope.now);
  const report = await find(scope, id, version);
  await move(scope, report, 'resubmit', 'REPORT_RESUBMITTED', async () => {
    const told = await checkedDraft(scope, draft);
    Object.assign(report, told, {
      returnReason: null,
      submittedAt: scope.now,
      dueAt: await triageDue(scope),
      handledAt: null,
    });
  });
  await index(scope, report);
  return report;
}

export const withdraw = async (desk: Scope, id: string, version: number) =>
  deed(await desk.author.open(), id, version, 'withdraw', 'REPORT_WITHDRAWN');

export async function giveBack(scope: Scope, id: string, version: number | null, text: string): Promise<Report> {
  const reason = checkReason('reason', text);
  return deed(scope, id, version, 'return', 'REPORT_RETURNED', {
    note: reason,
    change: { returnReason: reason, handledAt: scope.now },
  });
}

export async function triage(scope: Scope, id: string, version: number | null, topic?: string | null): Promise<Report> {
  if (topic && !(await topicByCode(scope).load(topic))?.isActive)
    throw badInput('topic', '类别不存在或已停用', 'No such topic');
  return deed(scope, id, version, 'triage', 'REPORT_TRIAGED', {
    change: { handledAt: scope.now, ...(topic ? { topicCode: topic } : {}) },
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

/** Starts the clock of R36 and raises an alert for every leader in charge of the topic. */
export async function flagUrgent(scope: Scope, id: string, version: number): Promise<Report> {
  await scope.open();
  const urgentDueAt = new Date(+scope.now + URGENT_MINUTES * 60_000);
  const change = { urgentAt: scope.now, urgentDueAt, urgency: 'HIGH' as const };
  const report = await deed(scope, id, version, 'flagUrgent', 'REPORT_URGENT', { change });
  const leaders = await scope.rows<{ leaderId: string }>('select leader_id from app.leaders_in_charge($1)', [
    report.topicCode,
  ]);
  for (const { leaderId } of leaders)
    await scope.insert('alert', {
      countyCode: scope.county,
      id: uuid(),
      reportId: id,
      leaderId,
      raisedAt: scope.now,
      dueAt: urgentDueAt,
    });
  await tell(scope, 'ALERT_RAISED', { unitCode: scope.county * 1_000_000_000, reportId: id, line: report.line });
  return report;
}
