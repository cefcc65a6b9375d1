import { hash } from 'node:crypto';
import { dayOf, endOf, workDay } from '@lxq/schema/calendar.ts';
import { isWithin } from '@lxq/schema/places.ts';
import type { Line } from '@lxq/schema/reports/report-states.ts';
import { findPersonalData } from '@lxq/schema/texts/personal-data.ts';
import { findWhereabouts, WRITE_INSTEAD } from '@lxq/schema/texts/whereabouts.ts';
import { type Unmet, unmet } from '@lxq/schema/transitions.ts';
import { calendarOf } from '../../calendar/calendar.read.ts';
import { placeByCode, sourceByCode, topicByCode } from '../../network/network.loaders.ts';
import { checkCode, isCode } from '../../network/places/place.code.ts';
import { badInput, refused } from '../../platform/contract/errors.ts';
import type { Rights } from '../../platform/scope/rights.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { ReportDraft } from './report.input.ts';

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
    missing.push(
      unmet('outsideArea', '地点不在本人联系范围内，请填写原因', 'The place is outside your area: give the reason'),
    );
  const words = `${draft.content}\n${draft.outsideAreaReason ?? ''}`;
  if (findWhereabouts(words)) missing.push(unmet('whereabouts', WRITE_INSTEAD.zh, WRITE_INSTEAD.en));
  if (findPersonalData(words).length)
    missing.push(
      unmet(
        'personalData',
        '内容含身份证号、银行卡号或电话号码，请先隐去',
        'The text holds an ID, card or phone number: mask it first',
      ),
    );
  return missing;
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
  if (!place || place.validTo)
    throw badInput('place', '地点不在区划目录中，请重新选择', 'No such place; please choose again');
  if (!topic?.isActive) throw badInput('topic', '类别不存在或已停用，请重新选择', 'No such topic; please choose again');
  if (draft.source && !source)
    throw badInput('source', '来源不存在，请重新选择', 'No such source; please choose again');
  const missing = draftUnmet(draft, scope.rights);
  if (missing.length) throw refused(missing);
  const told = { ...toldBy(draft), line: topic.isAccusation ? ('SEALED' as const) : line };
  return { ...told, dueAt: endOf(workDay(dayOf(scope.now), 1, await calendarOf(scope))) };
}
