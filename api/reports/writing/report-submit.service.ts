import type { PromisedAttachment } from '@lxq/schema/attachments/attachment-draft.ts';
import { unmet } from '@lxq/schema/transitions.ts';
import { linesOf } from '../../attachments/attachment.history.ts';
import { promise } from '../../attachments/attachment.manifest.ts';
import { calendarOf } from '../../calendar/calendar.read.ts';
import { placeByCode } from '../../network/network.loaders.ts';
import { isCode } from '../../network/places/place.code.ts';
import type { Place } from '../../network/places/place.entity.ts';
import { conflict, refused } from '../../platform/contract/errors.ts';
import { noteOf, tellOf } from '../../platform/deeds/noun.ts';
import type { Selection } from '../../platform/lists/selection.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { reportNoun } from '../handling/report.noun.ts';
import { raiseAlerts } from '../handling/report-urgent.service.ts';
import type { Report } from '../report.entity.ts';
import { REPORT_WORDS } from '../report.words.ts';
import { index } from '../search/report-search.service.ts';
import { intakeOf } from './intake.ts';
import { newReport, rowOf } from './new-report.ts';
import { checkDraft, type ReportDraft } from './report.input.ts';
import { checkedDraft, draftUnmet, hashOf, lookUp } from './report-draft.service.ts';

export interface Receipt {
  clientId: string;
  report: Report;
  isNew: boolean;
  wasSealed: boolean;
}
const receiptOf = (draft: ReportDraft, report: Report, isNew: boolean): Receipt => ({
  clientId: draft.clientId,
  report,
  isNew,
  wasSealed: report.line === 'SEALED' && draft.line !== 'SEALED',
});

/**
 * Accepts the same draft any number of times and stores it once: same client id and content, same receipt. `asked` is what the
 * operation asks of the receipt, where it asks for nothing else: then the report may be stored together with what others send.
 */
export async function submit(desk: Scope, draft: ReportDraft, asked: Selection | null): Promise<Receipt> {
  if (desk.rights.actedById) throw refused([unmet('standIn', ...REPORT_WORDS.standIn)]);
  const manifest = checkDraft(draft, desk.now);
  const stored = asked && manifest.length === 0 ? await submitTogether(desk, draft, asked) : null;
  return stored ?? submitAlone(desk.author, draft, manifest);
}

/** Null where anything is other than expected: sent before, refused, or not known to this process yet. */
async function submitTogether(scope: Scope, draft: ReportDraft, asked: Selection): Promise<Receipt | null> {
  const { rights, database } = scope;
  const intake = intakeOf(database);
  const due = intake.dueAfter(scope.now);
  const place = isCode(draft.place) && intake.placeOf(rights.countyCode, Number(draft.place));
  const unit = intake.placeOf(rights.countyCode, rights.unitCode);
  if (draft.urgency === 'HIGH') return null; // it calls people
  if (!due || !place || !unit || !isReadable(draft) || draftUnmet(draft, rights).length) return null;
  const report = newReport(scope, draft, due.at);
  if (![...(asked.get('report')?.keys() ?? [])].every((field) => field in report || ANSWERED.has(field))) return null;
  const stored = await intake.take({ report, rights, due, place, unit });
  if (!stored) return null;
  scope.confirmedElsewhere();
  return receiptOf(draft, Object.assign(report, stored), true);
}

/** Besides a report's own columns; of attachments it has none, which asks nothing. What has to be read could fail, once the report is stored. */
const ANSWERED = new Set(['no', '__typename', 'attachments']);

/** What the database cannot read would spoil the statement for everybody in it. */
const isReadable = ({ topic, source, outsideAreaReason, content }: ReportDraft) =>
  [topic, source, outsideAreaReason, content].every((text) => !text || (text.isWellFormed() && !text.includes('\0')));

/** In the operation's own transaction, with everything that can be said against it. */
async function submitAlone(
  scope: Scope,
  draft: ReportDraft,
  manifest: readonly PromisedAttachment[],
): Promise<Receipt> {
  const [earlier] = await Promise.all([sentBefore(scope, draft), lookUp(scope, draft)]);
  if (earlier) return earlier;
  const { dueAt, line } = await checkedDraft(scope, draft);
  const report = { ...newReport(scope, draft, dueAt), line };
  const row = rowOf(report);
  const columns = Object.keys(row);
  const stored = await scope.row<{ serial: number }>(
    `insert into report (${columns}) values (${columns.map((_, i) => `$${i + 1}`)})
     on conflict (county_code, author_id, client_id) do nothing returning serial`,
    Object.values(row),
  );
  if (!stored) return (await sentBefore(scope, draft)) as Receipt; // another sending of it was on its way, and is stored by now
  report.serial = stored.serial;
  const owner = { subject: 'REPORT', subjectId: report.id, authorId: report.authorId } as const;
  const attached = linesOf(await promise(scope, owner, manifest));
  await Promise.all([
    index(scope, report),
    noteOf(scope, reportNoun, report, { deed: 'submit', toState: report.state }),
    ...attached.map((line) => noteOf(scope, reportNoun, report, line)),
    tellOf(scope, reportNoun, report, 'REPORT_SUBMITTED'),
  ]);
  if (report.state === 'URGENT') await raiseAlerts(scope, report);
  await remember(scope, report);
  return receiptOf(draft, report, true);
}

async function sentBefore(scope: Scope, draft: ReportDraft): Promise<Receipt | null> {
  const report = await scope.row<Report>(
    'select * from report where county_code = $1 and author_id = $2 and client_id = $3',
    [scope.county, scope.rights.personId, draft.clientId],
  );
  if (!report) return null;
  if (report.contentHash === hashOf(draft)) return receiptOf(draft, report, false);
  throw conflict(...REPORT_WORDS.sentOtherwise, { reportId: report.id });
}

/** The next report from here may go together with others. */
async function remember(scope: Scope, { placeCode, unitCode }: Report): Promise<void> {
  const places = await placeByCode(scope).loadMany([placeCode, unitCode]);
  intakeOf(scope.database).learn(
    await calendarOf(scope),
    places.filter((place): place is Place => place !== null && !(place instanceof Error)),
  );
}
