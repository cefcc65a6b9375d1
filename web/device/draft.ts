import { LIMITS } from '@lxq/schema/limits.ts';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { v7 as uuidv7 } from 'uuid';
import type { Line, PlaceLevel, ReportDraft, Urgency } from '../contract.generated.ts';

export interface PlaceChoice {
  code: string;
  fullName: string;
  isOutside: boolean;
}
export interface TopicChoice {
  code: string;
  name: string;
  nameEn: string;
  /** Goes sealed whatever line is chosen; absent in drafts that were kept before this was known. */
  isAccusation?: boolean;
}

/** The form as filled in so far; numbers are text until they are sent. */
export interface DraftFields {
  topic: TopicChoice | null;
  source: string | null;
  urgency: Urgency;
  content: string;
  place: PlaceChoice;
  outsideAreaReason: string;
  occurredAt: string;
  households: string;
  people: string;
  line: Line;
}

export interface Author {
  personId: string;
  postId: string;
}

/** A report not yet sent. A returned report being mended carries its id, number and the version it was opened at. */
export interface Draft extends Author {
  clientId: string;
  fields: DraftFields;
  savedAt: number;
  mends?: { reportId: string; no: string; version: number; reason: string };
  /** Typed on after this promise had been submitted: a draft of its own. */
  follows?: string;
}

export function newDraft(author: Author, place: PlaceChoice, now = Date.now()): Draft {
  return {
    ...author,
    clientId: uuidv7(),
    savedAt: now,
    fields: {
      topic: null,
      source: null,
      urgency: 'NORMAL',
      content: '',
      place,
      outsideAreaReason: '',
      occurredAt: new Date(now).toISOString(),
      households: '',
      people: '',
      line: 'LINE',
    },
  };
}

/** Worth keeping: the person has put something in. */
export function isBegun({ fields, mends }: Draft): boolean {
  return mends !== undefined || fields.topic !== null || fields.content.trim() !== '';
}

export type Problem =
  | 'topic'
  | 'contentShort'
  | 'contentLong'
  | 'outsideAreaReason'
  | 'occurredAtFuture'
  | 'occurredAtMissing'
  | 'households'
  | 'people';
export type Step = 'what' | 'where' | 'check';
export const STEPS: readonly Step[] = ['what', 'where', 'check'];

const STEP_OF: Record<Problem, Step> = {
  topic: 'what',
  contentShort: 'what',
  contentLong: 'what',
  outsideAreaReason: 'where',
  occurredAtFuture: 'where',
  occurredAtMissing: 'where',
  households: 'where',
  people: 'where',
};
export const stepOf = (problem: Problem): Step => STEP_OF[problem];

/** Everything that keeps the draft from being sent, in the order of the form. */
export function problemsOf(fields: DraftFields, now = Date.now()): Problem[] {
  const { content, reason, households, people } = LIMITS.report;
  const fault = lengthFault(fields.content, content);
  const occurred = Date.parse(fields.occurredAt);
  const checks: [Problem, boolean][] = [
    ['topic', fields.topic === null],
    ['contentShort', fault === 'SHORT'],
    ['contentLong', fault === 'LONG'],
    ['outsideAreaReason', fields.place.isOutside && lengthFault(fields.outsideAreaReason, reason) !== null],
    ['occurredAtMissing', Number.isNaN(occurred)],
    // The phone's clock may be a little ahead of the server's.
    ['occurredAtFuture', occurred > now + 60_000],
    ['households', !isCount(fields.households, households)],
    ['people', !isCount(fields.people, people)],
  ];
  return checks.filter(([, broken]) => broken).map(([problem]) => problem);
}

/** What goes over the wire. */
export function toReportDraft({ clientId, fields }: Draft): ReportDraft {
  const count = (text: string) => (text.trim() === '' ? null : Number(text));
  return {
    clientId,
    topic: fields.topic?.code ?? '',
    source: fields.source,
    place: fields.place.code,
    outsideAreaReason: fields.place.isOutside ? fields.outsideAreaReason.trim() : null,
    line: fields.line,
    channel: 'OFFICER',
    urgency: fields.urgency,
    households: count(fields.households),
    people: count(fields.people),
    occurredAt: fields.occurredAt,
    content: fields.content.trim(),
  };
}

const DIGITS: Record<PlaceLevel, number> = { COUNTY: 6, TOWNSHIP: 9, SEAT: 9, VILLAGE: 12, GROUP: 15 };

/** Whether a place lies in an area: the area's leading digits, as many as its level fills, are the place's too. */
export function isWithin(placeCode: string, area: { code: string; level: PlaceLevel }): boolean {
  return placeCode.startsWith(area.code.slice(0, DIGITS[area.level]));
}

function isCount(text: string, max: number): boolean {
  return text.trim() === '' || (/^\d{1,7}$/.test(text.trim()) && Number(text) <= max);
}
