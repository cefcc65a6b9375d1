import { type ReportDeed, type ReportState, reportUnmet, stateAfter } from '@lxq/schema/reports/report-states.ts';
import { checkVersion, notFound, refused } from '../../platform/contract/errors.ts';
import { record } from '../../platform/deeds/audit.service.ts';
import { type ChangeKind, tell } from '../../platform/live/event.service.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid } from '../../platform/tables/ids.ts';
import { Report } from '../report.entity.ts';
import { REPORT_WORDS } from '../report.words.ts';
import { factsFor } from './report.facts.ts';

interface DeedOptions {
  note?: string;
  change?: Partial<Report>;
  /** What an undoing needs to put back, taken before the change. */
  detail?: (report: Report) => unknown;
}

/** Finds, moves and answers a report: the way every deed goes that has nothing more to look at. */
export async function deed(
  scope: Scope,
  id: string,
  version: number | null,
  name: ReportDeed,
  kind: ChangeKind,
  options: DeedOptions = {},
): Promise<Report> {
  await scope.open();
  const report = await find(scope, id, version);
  const { change, note } = options;
  const detail = options.detail?.(report);
  await move(scope, report, name, kind, async () => void Object.assign(report, change), note, detail);
  return report;
}

/** The report as the unit of work has it; invisible and absent are the same. */
export async function find(scope: Scope, id: string, version?: number | null): Promise<Report> {
  const report = isUuid(id) ? await scope.em.findOne(Report, { countyCode: scope.county, id }) : null;
  if (!report) throw notFound(...REPORT_WORDS.report);
  checkVersion(report, version);
  return report;
}

/** The transition table decides; then the change, the audit line and the event go into one transaction. */
export async function move(
  scope: Scope,
  report: Report,
  name: ReportDeed,
  kind: ChangeKind,
  change: () => Promise<void>,
  text?: string,
  detail?: unknown,
): Promise<void> {
  const missing = reportUnmet(name, await factsFor(scope, name, report), scope.rights);
  if (missing.length) throw refused(missing);
  const from = report.state;
  await change();
  report.state = stateAfter(name, report);
  await scope.em.flush();
  await Promise.all([note(scope, report, name, from, text, detail), tell(scope, kind, subjectOf(report))]);
  scope.refresh();
}

export const note = (
  scope: Scope,
  report: Report,
  name: string,
  fromState: ReportState | null,
  text?: string,
  detail?: unknown,
) =>
  record(
    scope,
    { subject: 'REPORT', subjectId: report.id, ...visibilityOf(report) },
    { deed: name, fromState, toState: report.state, note: text, detail },
  );

const visibilityOf = ({ unitCode, authorId, line }: Report) => ({ unitCode, authorId, line });
export const subjectOf = (report: Report) => ({ ...visibilityOf(report), reportId: report.id });
