import { hash } from 'node:crypto';
import { dayOf, endOf, workDay } from '@lxq/schema/calendar.ts';
import { isWithin } from '@lxq/schema/places.ts';
import type { Line } from '@lxq/schema/reports/report-states.ts';
import { type Unmet, unmet } from '@lxq/schema/transitions.ts';
import { hashedManifest } from '../../attachments/attachment.input.ts';
import { calendarOf } from '../../calendar/calendar.read.ts';
import { placeByCode, sourceByCode, topicByCode } from '../../network/network.loaders.ts';
import { checkCode, isCode } from '../../network/places/place.code.ts';
import { badInput, refused } from '../../platform/contract/errors.ts';
import { peopleUnmet } from '../../platform/contract/people.ts';
import type { Rights } from '../../platform/scope/rights.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { REPORT_WORDS } from '../report.words.ts';
import type { ReportDraft } from './report.input.ts';

/** SHA-256 of what was told, over a fixed order of fields; its manifest last, where there is one. */
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
    ...hashedManifest(draft.attachments),
  ];
  return hash('sha256', JSON.stringify(told));
}

/** What the draft says, as a report's columns. */
export const toldBy = (draft: ReportDraft) => ({
  topicCode: draft.topic,
  sourceCode: draft.source || null,
  placeCode: Number(draft.place),
  outsideAreaReason: draft.outsideAreaReason?.trim() || null,
  urgency: draft.urgency,
  households: draft.households ?? null,
  people: draft.people ?? null,
  occurredAt: draft.occurredAt,
  content: draft.content.trim(),
});

/** Guards that need nothing but the draft and who sends it. */
export function draftUnmet(draft: ReportDraft, rights: Rights): Unmet[] {
  const missing: Unmet[] = [];
  if (!isWithin(Number(draft.place), rights.areaCode) && !draft.outsideAreaReason?.trim())
    missing.push(unmet('outsideArea', ...REPORT_WORDS.outsideArea));
  return [...missing, ...peopleUnmet(`${draft.content}\n${draft.outsideAreaReason ?? ''}`)];
}

/** Sends for everything that checking, storing and indexing the draft reads; the loaders keep it. */
export async function lookUp(scope: Scope, { place, topic, source }: ReportDraft): Promise<void> {
  const places = isCode(place) ? [Number(place), scope.rights.unitCode] : [];
  await Promise.all([
    placeByCode(scope).loadMany(places),
    topicByCode(scope).load(topic),
    source ? sourceByCode(scope).load(source) : null,
    calendarOf(scope),
  ]);
}

/**
 * The draft as columns, after the checks that need the database; guards that do not hold are named together. An accusation is
 * sealed, whatever `line` was chosen (Art. 30).
 */
export async function checkedDraft(scope: Scope, draft: ReportDraft, line: Line = draft.line) {
  const placeCode = checkCode(draft.place, 'place');
  await lookUp(scope, draft);
  const [place, topic, source] = await Promise.all([
    placeByCode(scope).load(placeCode),
    topicByCode(scope).load(draft.topic),
    draft.source ? sourceByCode(scope).load(draft.source) : null,
  ]);
  if (!place || place.validTo) throw badInput('place', ...REPORT_WORDS.noSuchPlace);
  if (!topic?.isActive) throw badInput('topic', ...REPORT_WORDS.noSuchTopic);
  if (draft.source && !source) throw badInput('source', ...REPORT_WORDS.noSuchSource);
  const missing = draftUnmet(draft, scope.rights);
  if (missing.length) throw refused(missing);
  const told = { ...toldBy(draft), line: topic.isAccusation ? ('SEALED' as const) : line };
  return { ...told, dueAt: endOf(workDay(dayOf(scope.now), 1, await calendarOf(scope))) };
}
