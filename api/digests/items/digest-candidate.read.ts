import { endOf, startOf } from '@lxq/schema/calendar.ts';
import { IN_THE_MAKING } from '@lxq/schema/digests/digest-states.ts';
import { OUT_OF_USE } from '@lxq/schema/reports/report-states.ts';
import { portfolioById } from '../../network/network.loaders.ts';
import type { Portfolio } from '../../network/portfolios/portfolio.entity.ts';
import { badInput } from '../../platform/contract/errors.ts';
import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../../platform/contract/graphql.ts';
import { Conditions } from '../../platform/lists/conditions.ts';
import { page } from '../../platform/lists/page.ts';
import type { Selection } from '../../platform/lists/selection.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid } from '../../platform/tables/ids.ts';
import { listed, oneOf } from '../../platform/tables/words.ts';
import { reportListing } from '../../reports/lists/report.listing.ts';
import { keyOf } from '../../reports/lists/report.read.ts';
import type { Report } from '../../reports/report.entity.ts';
import type { Digest } from '../digest.entity.ts';
import { DIGEST_WORDS } from '../digest.words.ts';

/**
 * A report `r` that waits for an issue, however far its handling is (R37): on the line or sent direct, neither returned, withdrawn nor
 * merged (that comes with its master), and the county has neither used it nor set it aside. The index report_candidate holds these.
 */
export const WAITING = `r.county_code = $1 and r.digested_at is null and r.set_aside_at is null and r.line <> 'SEALED'
  and r.state not in (${listed(OUT_OF_USE)}) and not exists (
  select from digest_item_report l join digest d on d.county_code = l.county_code and d.id = l.digest_id
  where l.county_code = r.county_code and l.report_id = r.id and ${oneOf('d.state', IN_THE_MAKING)})`;
const SET_ASIDE = `r.county_code = $1 and r.set_aside_at is not null and r.line <> 'SEALED'`;

const PORTFOLIO = 'left join portfolio_topic t on t.county_code = r.county_code and t.topic_code = r.topic_code';

/** Of the period; from before it, which no issue has told of; and what was set aside in the period. */
export const CANDIDATE_KINDS = ['PERIOD', 'EARLIER', 'SET_ASIDE'] as const;
export type CandidateKind = (typeof CANDIDATE_KINDS)[number];

export interface CandidatePage {
  kind: CandidateKind;
  portfolio?: string | null;
  first: number;
  after?: string | null;
}

/** Newest first. */
export async function candidates(
  scope: Scope,
  digest: Digest,
  { kind, portfolio, first, after }: CandidatePage,
  selection: Selection,
): Promise<Connection<Report>> {
  if (portfolio && !isUuid(portfolio)) throw badInput('portfolio', ...DIGEST_WORDS.noSuchPortfolio);
  const wanted = new Conditions()
    .add('r.county_code = ?', scope.county)
    .add(kind === 'SET_ASIDE' ? SET_ASIDE : WAITING);
  const [begin, end] = [startOf(digest.periodFrom), endOf(digest.periodTo)];
  wanted
    .add('r.submitted_at < ?', kind === 'EARLIER' ? begin : end)
    .given('r.submitted_at >= ?', kind !== 'EARLIER' && begin)
    .given('t.portfolio_id = ?', portfolio);
  const key = decodeCursor(after, 2);
  if (key) wanted.add('(r.submitted_at, r.id) < (?::timestamptz, ?::uuid)', ...key);
  const order = 'r.submitted_at desc, r.id desc';
  const from = `report r ${PORTFOLIO}`;
  const tail = `where ${wanted} order by ${order} limit ${pageBucket(pageSize(first))}`;
  return connection(
    await page(scope, reportListing, selection, { from, tail, order, values: wanted.values }),
    first,
    keyOf,
  );
}

export interface PortfolioCount {
  portfolio: Portfolio | null;
  count: number;
}

/** How many of the period wait for each leader, in the order of the portfolios; without a portfolio: topics that nobody is in charge of. */
export async function candidateCounts(scope: Scope, digest: Digest): Promise<PortfolioCount[]> {
  const rows = await scope.rows<{ portfolioId: string | null; count: number }>(
    `select t.portfolio_id, count(*)::int as count from report r ${PORTFOLIO} where ${WAITING} and r.submitted_at >= $2 and r.submitted_at < $3 group by 1`,
    [scope.county, startOf(digest.periodFrom), endOf(digest.periodTo)],
  );
  const counts = await Promise.all(
    rows.map(async ({ portfolioId, count }) => ({
      count,
      portfolio: portfolioId ? await portfolioById(scope).load(portfolioId) : null,
    })),
  );
  return counts.sort((a, b) => (a.portfolio?.position ?? Infinity) - (b.portfolio?.position ?? Infinity));
}

/**
 * Which of these reports may be gathered now, in their order of arrival; the rest stand in an issue already, or are out
 * of use. They are held until the transaction ends, so that two issues cannot take the same report.
 */
export async function waiting(
  scope: Scope,
  ids: readonly string[],
): Promise<(Report & { portfolioId: string | null })[]> {
  await scope.rows(
    'select id from report where county_code = $1 and id = any($2::uuid[]) order by id for no key update',
    [scope.county, ids],
  );
  return scope.rows<Report & { portfolioId: string | null }>(
    `select r.*, t.portfolio_id from report r ${PORTFOLIO} where ${WAITING} and r.id = any($2::uuid[]) order by r.submitted_at, r.id`,
    [scope.county, ids],
  );
}
