import type { ChangeKind } from '@lxq/schema/change-kinds.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { townshipOf } from '@lxq/schema/places.ts';
import { type DeskDeed, deskUnmet } from '@lxq/schema/reports/report-desk.ts';
import * as assignments from '../../desks/assignment.service.ts';
import { ownDesk } from '../../desks/desk.sight.ts';
import type { Marker } from '../../desks/marker.entity.ts';
import * as markers from '../../desks/marker.service.ts';
import * as urges from '../../desks/urge.service.ts';
import { refused } from '../../platform/contract/errors.ts';
import { checkReason } from '../../platform/contract/reasons.ts';
import { find, noteOf, type Seen, tellOf } from '../../platform/deeds/noun.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { Report } from '../report.entity.ts';
import { heldReport, reportNoun } from './report.noun.ts';

const SUBJECT = 'REPORT';
const thingOf = ({ id }: Report) => ({ subject: SUBJECT, subjectId: id });

/** What the desk says to itself. */
const toOwnDesk: Seen<Report> = { subject: SUBJECT, seen: (_report, scope) => ownDesk(scope) };
/** Between the county office and the station that handles it. */
const toItsStation: Seen<Report> = {
  subject: SUBJECT,
  seen: ({ unitCode }) => ({ unitCode: townshipOf(unitCode), ears: 'OFFICE' }),
};

export async function assign(scope: Scope, id: string, to: string, version: number | null): Promise<Report> {
  const report = await ready(scope, 'assign', id);
  const note = await assignments.assign(scope, thingOf(report), to, version);
  return done(scope, toOwnDesk, report, { deed: 'assign', note, tells: 'REPORT_ASSIGNED' });
}

/** Already taken back is as good. */
export async function unassign(scope: Scope, id: string, version: number | null): Promise<Report> {
  const report = await ready(scope, 'unassign', id);
  if (!(await assignments.unassign(scope, thingOf(report), version))) return report;
  return done(scope, toOwnDesk, report, { deed: 'unassign', tells: 'REPORT_ASSIGNED' });
}

/** Already so is as good. */
export async function mark(scope: Scope, id: string, marker: Marker): Promise<Report> {
  const report = await ready(scope, 'mark', id);
  if (!(await markers.mark(scope, thingOf(report), marker))) return report;
  return done(scope, toOwnDesk, report, { deed: 'mark', note: marker.word, tells: 'REPORT_MARKED' });
}
export async function unmark(scope: Scope, id: string, marker: Marker): Promise<Report> {
  const report = await ready(scope, 'unmark', id);
  if (!(await markers.unmark(scope, thingOf(report), marker))) return report;
  return done(scope, toOwnDesk, report, { deed: 'unmark', note: marker.word, tells: 'REPORT_MARKED' });
}

export async function note(scope: Scope, id: string, text: string): Promise<Report> {
  const words = checkReason('text', text, LIMITS.note);
  const report = await ready(scope, 'note', id);
  return done(scope, toOwnDesk, report, { deed: 'note', note: words, tells: 'REPORT_NOTED' });
}

/** The station hears that the county office waits; of two who urge at once one is told that it was done. */
export async function urge(scope: Scope, id: string, words: string | null): Promise<Report> {
  const report = await find(scope, heldReport, id);
  const missing = deskUnmet('urge', report, scope.rights);
  if (!missing.length) missing.push(...(await urges.tooSoon(scope, report.id)));
  if (missing.length) throw refused(missing);
  await urges.urge(scope, thingOf(report), townshipOf(report.unitCode), words);
  return done(scope, toItsStation, report, { deed: 'urge', note: words, tells: 'REPORT_URGED' });
}

/** A clerk of the station has it open: whoever urges sees that it was read. No line in its history says who. */
export async function readUrge(scope: Scope, id: string): Promise<Report> {
  const report = await find(scope, reportNoun, id);
  if (await urges.read(scope, report.id)) await tellOf(scope, toItsStation, report, 'REPORT_URGE_READ');
  scope.refresh();
  return report;
}

async function ready(scope: Scope, deed: DeskDeed, id: string): Promise<Report> {
  const report = await find(scope, heldReport, id);
  const missing = deskUnmet(deed, report, scope.rights);
  if (missing.length) throw refused(missing);
  return report;
}

interface Done {
  deed: DeskDeed;
  note?: string | null;
  tells: ChangeKind;
}
async function done(scope: Scope, seen: Seen<Report>, report: Report, { deed, note, tells }: Done): Promise<Report> {
  const { state } = report;
  await noteOf(scope, seen, report, { deed, fromState: state, toState: state, note: note ?? null });
  await tellOf(scope, seen, report, tells);
  scope.refresh();
  return report;
}
