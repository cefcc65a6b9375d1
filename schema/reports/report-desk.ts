import { ATTACHMENT_DEEDS } from '../attachments/attachment-words.ts';
import { townshipOf } from '../places.ts';
import { CLERKS, type Role } from '../roles.ts';
import { type Actor, type Guard, type Unmet, unmet, unmetIn } from '../transitions.ts';
import { onItsLine, REPORT_STATES, type ReportFacts, type ReportState, TRAY_STATES } from './report-states.ts';

/*
 * What desks do with a report beside its handling: who of the own desk takes it, what the desk notes for itself and marks it with, and that whoever waits for a
 * station's handling urges it. None of it moves the report, or stands in the way of taking back what was done to it.
 */
interface DeskRow {
  from: readonly ReportState[];
  by: readonly Role[];
  guards: readonly Guard<ReportFacts>[];
}

/** A station has still to do something; what was given back waits for its author. */
export const AWAITED = [
  'SUBMITTED',
  'URGENT',
  'TRIAGED',
  'DIGESTED',
  'CASED',
  'ORDERED',
] as const satisfies readonly ReportState[];

const hasItsStation: Guard<ReportFacts> = ({ line, unitCode }) =>
  line === 'LINE' && townshipOf(unitCode) % 1_000_000_000 !== 0
    ? null
    : unmet('line', '该信息不由乡镇办理，无从催办', 'No station handles it: nobody is to be urged');

export const DESK_DEEDS = {
  assign: { from: [...TRAY_STATES.TODO, ...TRAY_STATES.DOING], by: CLERKS, guards: [onItsLine] },
  unassign: { from: REPORT_STATES, by: CLERKS, guards: [onItsLine] },
  note: { from: REPORT_STATES, by: CLERKS, guards: [onItsLine] },
  mark: { from: REPORT_STATES, by: CLERKS, guards: [onItsLine] },
  unmark: { from: REPORT_STATES, by: CLERKS, guards: [onItsLine] },
  urge: { from: AWAITED, by: ['COUNTY_CLERK', 'COUNTY_DIRECTOR'], guards: [hasItsStation] },
} as const satisfies Record<string, DeskRow>;
export type DeskDeed = keyof typeof DESK_DEEDS;
export const DESK_DEED_NAMES = Object.keys(DESK_DEEDS) as DeskDeed[];
/** What stands in a history and moves the report nowhere. */
export const BESIDE_HANDLING: readonly string[] = [...DESK_DEED_NAMES, ...ATTACHMENT_DEEDS];

/** Of these the own desk alone reads. */
export const INTERNAL = ['assign', 'unassign', 'note', 'mark', 'unmark'] as const satisfies readonly DeskDeed[];

/** Every guard that keeps somebody from it; empty means it may happen. */
export const deskUnmet = (deed: DeskDeed, report: ReportFacts, actor: Actor): Unmet[] =>
  unmetIn<ReportState, ReportFacts>(DESK_DEEDS[deed], report, actor);
