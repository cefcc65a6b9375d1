import { isWithin } from '@lxq/schema/places.ts';
import { channelOf, type ReportProblem, reportProblems } from '@lxq/schema/reports/report-draft.ts';
import { v7 as uuidv7 } from 'uuid';
import type { AttachmentDraft, AttachmentKind, Line, ReportDraft, Urgency } from '../contract.generated.ts';
import { countyNow } from '../ui/county-clock.ts';

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

/** One line of a report's manifest. */
export interface Attached {
  clientId: string;
  kind: AttachmentKind;
  sha256: string;
  size: number;
  name: string | null;
  seconds: number | null;
  /** It came with the report that is being mended: the server has it. */
  isStored?: true;
}

/** A report not yet sent. A returned report being mended carries its id, number and the version it was opened at. */
export interface Draft extends Author {
  clientId: string;
  fields: DraftFields;
  /** The manifest, in its order; absent in drafts of earlier versions of the app. */
  attachments?: readonly Attached[];
  savedAt: number;
  mends?: { reportId: string; no: string; version: number; reason: string };
  /** Typed on after this promise had been submitted: a draft of its own. */
  follows?: string;
}

export function newDraft(author: Author, place: PlaceChoice, now = countyNow()): Draft {
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
export function isBegun({ fields, mends, attachments = [] }: Draft): boolean {
  return mends !== undefined || fields.topic !== null || fields.content.trim() !== '' || attachments.length > 0;
}

export type Step = 'what' | 'where' | 'check';
export const STEPS: readonly Step[] = ['what', 'where', 'check'];

const STEP_OF: Record<ReportProblem['field'], Step> = {
  topic: 'what',
  content: 'what',
  outsideAreaReason: 'where',
  occurredAt: 'where',
  households: 'where',
  people: 'where',
};
export const stepOf = ({ field }: ReportProblem): Step => STEP_OF[field];

/** Everything that keeps the form from being sent, in its order. */
export function problemsOf(fields: DraftFields, now = countyNow()): ReportProblem[] {
  return reportProblems({ ...toldBy(fields), occurredAt: new Date(fields.occurredAt) }, new Date(now));
}

/** What the fields say, as it goes over the wire. */
const toldBy = ({ topic, place, occurredAt, ...fields }: DraftFields) => ({
  topic: topic?.code ?? '',
  outsideAreaReason: place.isOutside ? fields.outsideAreaReason.trim() : null,
  households: count(fields.households),
  people: count(fields.people),
  occurredAt,
  content: fields.content.trim(),
});

export function toReportDraft({ clientId, fields, attachments = [] }: Draft): ReportDraft {
  const { source, place, line, urgency } = fields;
  const told = { clientId, source, place: place.code, line, channel: channelOf(source), urgency, ...toldBy(fields) };
  // Without any it is the same report as before there were attachments.
  return attachments.length === 0 ? told : { ...told, attachments: attachments.map(manifested) };
}

export const manifested = ({ isStored: _, ...promised }: Attached): AttachmentDraft => promised;

/** Whether somebody of that area has to say why they report of the place. */
export const isOutside = (place: { code: string }, area: { code: string }): boolean =>
  !isWithin(Number(place.code), Number(area.code));

/** NaN unless it is written in digits. */
function count(text: string): number | null {
  const written = text.trim();
  if (written === '') return null;
  return /^\d{1,7}$/.test(written) ? Number(written) : Number.NaN;
}
