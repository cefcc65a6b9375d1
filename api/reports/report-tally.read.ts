import { addDays } from '@lxq/schema/calendar.ts';
import { isWithin, townshipOf } from '@lxq/schema/places.ts';
import type { Conditions } from '../conditions.ts';
import { checkCode } from '../network/place.code.ts';
import { levelOf, type Scope } from '../scope.ts';
import type { ReportFilter } from './report.input.ts';
import { where } from './report.read.ts';

/** What a count reads, as `r`: `n` sums it up, and groups for which `any` does not hold are none. */
export interface Counted {
  from: string;
  wanted: Conditions;
  n: string;
  any: string;
  /** The first day of the month of submission, in Asia/Shanghai; not by unit. */
  month: string;
}
export type Filter = ReportFilter | null | undefined;
type Wish = keyof ReportFilter;

/** The reports themselves: right for every filter, at the price of reading them. */
export const reportsOf = (scope: Scope, filter: Filter): Counted => ({
  from: 'report r',
  wanted: where(scope, filter),
  n: 'count(*)',
  any: 'true',
  month: `date_trunc('month', r.submitted_at at time zone 'Asia/Shanghai')::date`,
});

/**
 * A tally and, in the same statement and so of the same snapshot, what is not folded into it yet: as exact as the reports, also
 * within the transaction that changes some.
 */
const tallied = (from: string, wanted: Conditions): Counted => ({
  from: `(${from}) r`,
  wanted,
  n: 'sum(r.n)',
  any: 'sum(r.n) <> 0',
  month: 'r.month',
});

/** By line, state and due instant, of a unit and the units below it; null when the level or the filter asks for more. */
export function unitTally(scope: Scope, filter: Filter): Counted | null {
  if (levelOf(scope.rights.role) === 'OFFICER' || !asksOnly(filter, ['under', 'lines'])) return null;
  const unit = unitOf(scope, filter);
  const from = `select county_code, unit_code, line, state, due_at, n from unit_tally
    union all select county_code, ${unitOfDelta(unit)}, line, state, due_at, n from tally_delta`;
  return tallied(from, where(scope, { ...filter, under: null }).add('r.unit_code = ?', unit));
}

/** By township, month, line and topic. */
export function topicTally(scope: Scope, filter: Filter): Counted | null {
  const wanted = monthly(scope, filter, ['topics', 'problemsOnly']);
  const from = `select county_code, township_code, month, line, code as topic_code, n from month_tally where kind = 'TOPIC'
    union all select county_code, township_code, month, line, topic_code, n from tally_delta`;
  return wanted && tallied(from, wanted);
}

/** By township, month, line and one of topic, source and state: `kind` says which, `code` is it. */
export function monthTally(scope: Scope, filter: Filter): Counted | null {
  const wanted = monthly(scope, filter, []);
  const from = `select county_code, kind, township_code, month, line, code, n from month_tally
    union all select d.county_code, k.kind, d.township_code, d.month, d.line, k.code, d.n from tally_delta d
      cross join lateral (values ('TOPIC', d.topic_code), ('SOURCE', coalesce(d.source_code, '')), ('STATE', d.state)) k (kind, code)`;
  return wanted && tallied(from, wanted);
}

/** Months are kept whole, and by township: null when the level or the filter means less, or something else. */
function monthly(scope: Scope, filter: Filter, more: Wish[]): Conditions | null {
  const { submittedFrom, submittedTo } = filter ?? {};
  if (!SEES_TOWNSHIPS.has(levelOf(scope.rights.role)) || !isWhole(submittedFrom, submittedTo)) return null;
  if (!asksOnly(filter, ['under', 'lines', 'submittedFrom', 'submittedTo', ...more])) return null;
  const unit = unitOf(scope, filter);
  if (unit !== townshipOf(unit)) return null;
  return where(scope, { ...filter, under: null, submittedFrom: null, submittedTo: null })
    .given('r.township_code = ?', !isCounty(unit) && unit)
    .given('r.month >= ?', submittedFrom)
    .given('r.month <= ?', submittedTo);
}
const SEES_TOWNSHIPS = new Set(['COUNTY', 'DISCIPLINE', 'TOWNSHIP']);

const isWhole = (from: string | null | undefined, to: string | null | undefined): boolean =>
  (!from || from.endsWith('-01')) && (!to || addDays(to, 1).endsWith('-01'));

/** Absent, false and an empty list are no wish. */
const asksOnly = (filter: Filter, carried: Wish[]): boolean =>
  Object.entries(filter ?? {}).every(
    ([wish, value]) => !value || (Array.isArray(value) && !value.length) || carried.includes(wish as Wish),
  );

const isCounty = (code: number) => code % 1_000_000_000 === 0;

/** Whose numbers they are: those of the viewer's unit, or of the unit below it that the filter names. */
function unitOf({ rights, county }: Scope, filter: Filter): number {
  const isLower = levelOf(rights.role) === 'TOWNSHIP' || levelOf(rights.role) === 'VILLAGE';
  const own = isLower ? rights.unitCode : county * 1_000_000_000;
  if (!filter?.under) return own;
  const under = checkCode(filter.under, 'under');
  return isCounty(under) || isWithin(own, under) ? own : under;
}

function unitOfDelta(unit: number): string {
  if (isCounty(unit)) return 'county_code * 1000000000::bigint';
  return unit === townshipOf(unit) ? 'township_code' : 'village_code';
}
