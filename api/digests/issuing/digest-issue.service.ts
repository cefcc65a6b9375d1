import { IN_THE_MAKING } from '@lxq/schema/digests/digest-states.ts';
import { REPORT_MACHINE } from '@lxq/schema/reports/report-states.ts';
import { type Unmet, unmet } from '@lxq/schema/transitions.ts';
import { refused } from '../../platform/contract/errors.ts';
import { checkReason } from '../../platform/contract/reasons.ts';
import { filled } from '../../platform/contract/words.ts';
import { move, noteMany, unmetBy } from '../../platform/deeds/noun.ts';
import { hashContent } from '../../platform/papers/hash.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { oneOf } from '../../platform/tables/words.ts';
import { reportSeen } from '../../reports/handling/report.noun.ts';
import type { Report } from '../../reports/report.entity.ts';
import { digestNoun, hold } from '../digest.deed.ts';
import type { Digest } from '../digest.entity.ts';
import { itemsOf } from '../digest.loaders.ts';
import { contentUnmet, holdCounty } from '../digest.service.ts';
import { DIGEST_WORDS } from '../digest.words.ts';
import { compose } from '../document/digest-document.service.ts';
import { requestFiles } from '../files/digest-file.service.ts';
import { holdPictures } from '../pictures/digest-picture.service.ts';
import { isRunning } from './digest-check.service.ts';
import { FINDINGS } from './digest-finding.words.ts';
import { RECEIPT_ROLE_NAME, RECEIPT_ROLES } from './digest-receipt.service.ts';

/**
 * Takes the next number of the year, freezes the document under its hash, and moves the reports it rests on. The county's row
 * is held meanwhile: of two clerks one issues, the other is told who did.
 */
export async function issue(scope: Scope, id: string, version: number, reason?: string | null): Promise<Digest> {
  const earlyReason = reason ? checkReason('earlyReason', reason) : null;
  await holdCounty(scope);
  const digest = await hold(scope, id, version);
  const missing = [
    ...(await unmetBy(scope, digestNoun, 'issue', digest)),
    ...(await contentUnmet(scope, digest)),
    ...(await orderUnmet(scope, digest)),
    ...earlyUnmet(scope, digest, earlyReason),
  ];
  if (missing.length > 0) throw refused(missing);
  const isEarly = isRunning(digest, scope.now);
  await numberItems(scope, digest);
  Object.assign(digest, await numbers(scope, digest));
  scope.refresh();
  const frozen = await compose(scope, digest);
  const contentHash = hashContent(frozen);
  await digestReports(scope, digest);
  await holdPictures(scope, digest, (await itemsOf(scope).load(digest.id)) ?? [], frozen);
  const change = { frozen, contentHash, issuedAt: scope.now };
  await move(scope, digestNoun, 'issue', digest, {
    change,
    note: `第${digest.no}期（总第${digest.cumNo}期）${isEarly ? `，时段未结束提前印发：${earlyReason}` : ''}`,
  });
  await distribute(scope, digest);
  await requestFiles(scope, digest, ['DOCX', 'PDF']);
  return digest;
}

/** What comes in until the period's last day belongs into the issue: to do without it is a director's word, with a reason. */
function earlyUnmet(scope: Scope, digest: Digest, reason: string | null): Unmet[] {
  if (!isRunning(digest, scope.now) || (reason && scope.rights.role === 'COUNTY_DIRECTOR')) return [];
  const { periodTo } = digest;
  const [, ...words] = FINDINGS.periodRunning;
  return [unmet('periodRunning', ...filled(words, { periodTo }))];
}

/** Numbers follow the periods: an earlier issue that is still open comes first. */
async function orderUnmet(scope: Scope, digest: Digest): Promise<Unmet[]> {
  const earlier = await scope.row(
    `select 1 as one from digest where county_code = $1 and period_to < $2::date and ${oneOf('state', IN_THE_MAKING)} limit 1`,
    [scope.county, digest.periodFrom],
  );
  return earlier ? [unmet('previousNotIssued', ...DIGEST_WORDS.previousNotIssued)] : [];
}

/** 第N期 of the year of signing, 总第N期 of all time; a voided issue took none. */
async function numbers(scope: Scope, { signedOn }: Digest): Promise<Pick<Digest, 'year' | 'no' | 'cumNo'>> {
  const year = Number(signedOn?.slice(0, 4));
  const row = await scope.row<{ no: number; cumNo: number }>(
    'select coalesce(max(no) filter (where year = $2), 0) + 1 as no, coalesce(max(cum_no), 0) + 1 as cum_no from digest where county_code = $1',
    [scope.county, year],
  );
  return { year, no: row?.no, cumNo: row?.cumNo };
}

/** From now on an item's position is its printed number, whatever becomes of the portfolios. */
async function numberItems(scope: Scope, digest: Digest): Promise<void> {
  const items = (await itemsOf(scope).load(digest.id)) ?? [];
  await scope.rows(
    `update digest_item i set position = printed.number from unnest($3::uuid[]) with ordinality printed (id, number)
     where i.county_code = $1 and i.digest_id = $2 and i.id = printed.id`,
    [scope.county, digest.id, items.map(({ id }) => id)],
  );
}

/**
 * Every report of the issue has been told of from now on, with its audit line and event; one that was judged and nothing more is
 * DIGESTED, one that was answered or filed meanwhile stays so. What was merged into one stays with it.
 */
async function digestReports(scope: Scope, digest: Digest): Promise<void> {
  const rows = await scope.rows<
    Pick<Report, 'id' | 'unitCode' | 'authorId' | 'line' | 'state'> & { was: Report['state'] }
  >(
    `update report r set digested_at = $3, state = case r.state when 'TRIAGED' then 'DIGESTED' else r.state end, version = r.version + 1
     from (select id, state from report where county_code = $1 and state = any($4) and digested_at is null
       and id in (select report_id from digest_item_report where county_code = $1 and digest_id = $2) for no key update) told
     where r.county_code = $1 and r.id = told.id
     returning r.id, r.unit_code, r.author_id, r.line, r.state, told.state as was`,
    [scope.county, digest.id, scope.now, REPORT_MACHINE.digest.from],
  );
  await stillTriaged(scope, digest);
  const note = `${digest.title}${digest.year}年第${digest.no}期`;
  await noteMany(scope, reportSeen, rows, {
    done: ({ was, state }) => ({ deed: 'digest', fromState: was, toState: state, note }),
    ...{ tells: 'REPORT_DIGESTED', about: { DIGEST: digest.id }, ears: 'READERS' },
  });
}

/** A report that somebody took away between the checks and now keeps the issue from going out. */
async function stillTriaged(scope: Scope, digest: Digest): Promise<void> {
  const row = await scope.row<{ count: number }>(
    `select count(*)::int as count from digest_item i
     join digest_item_report l on l.county_code = i.county_code and l.item_id = i.id
     join report r on r.county_code = l.county_code and r.id = l.report_id
     where i.county_code = $1 and i.digest_id = $2 and i.kind = 'NORMAL' and r.digested_at is distinct from $3`,
    [scope.county, digest.id, scope.now],
  );
  if (row?.count) throw refused([unmet('sourceNotTriaged', ...DIGEST_WORDS.sourceHandled)]);
}

/** The distribution list with read receipts: every leader, and the directors of the office. */
async function distribute(scope: Scope, digest: Digest): Promise<void> {
  const rows = await scope.rows<{ personId: string; personName: string; roleName: string }>(
    `select distinct on (person_id) person_id, person_name,
       ${RECEIPT_ROLE_NAME} as role_name
     from post where county_code = $1 and role in ${RECEIPT_ROLES}
       and valid_from <= app.today() and coalesce(valid_to, 'infinity') >= app.today() order by person_id, role desc`,
    [scope.county],
  );
  const { countyCode, id: digestId } = digest;
  await scope.insertMany(
    'digest_receipt',
    rows.map((row) => ({ countyCode, digestId, ...row, readAt: null })),
  );
}
