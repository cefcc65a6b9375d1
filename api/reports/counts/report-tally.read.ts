import { addDays } from '@lxq/schema/calendar.ts';
import { isWithin, officeOf, townshipOf } from '@lxq/schema/places.ts';
import { LEVEL_OF } from '@lxq/schema/roles.ts';
import { checkCode } from '../../network/places/place.code.ts';
import type { Conditions } from '../../platform/lists/conditions.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { where } from '../lists/report.read.ts';
import type { ReportFilter } from '../writing/report.input.ts';

/** What a count reads, as `r`: `n` sums it up, and groups for which `any` does not hold are none. */
export interface Counted {
  from: string;
  wanted: Conditions;
  n: string;
  any: string;
}
export type Filter = ReportFilter | null | undefined;
type Wish = keyof ReportFilter;

/** The reports themselves: right for every filter, at the price of reading them. */
export const reportsOf = (scope: Scope, filter: Filter): Counted => ({
  from: 'report r',
  wanted: where(scope, filter),
  n: 'count(*)',
  any: 'true',
});

/*
 * A tally and, in the same statement and so of the same snapshot, what is not folded into it yet: as exact as the reports, also
 * within the transaction that changes some.
 */

/** By line, state and due instant, of a unit and the units below it; null when the level or the filter asks for more. */
export function unitTally(scope: Scope, filter: Filter): Counted | null {
  if (LEVEL_OF[scope.rights.role] === 'OFFICER' || !asksOnly(filter, ['under', 'lines'])) return null;
  const unit = unitOf(scope, filter);
  const from = `select county_code, unit_code, line, state, due_at, n from unit_tally
    union all select county_code, ${unitOfDelta(unit)}, line, state, due_at, n from tally_delta`;
  const wanted = where(scope, { ...filter, under: null }).add('r.unit_code = ?', unit);
  return { from: `(${from}) r`, wanted, n: 'sum(r.n)', any: 'sum(r.n) <> 0' };
}

const MONTHS = Array.from({ length: 12 }, (_, i) => i + 1);
const ofMonths = (term: (month: number) => string, between: string) => MONTHS.map(term).join(between);
/** A delta in the shape of a year. */
const YEAR_OF_DELTA = `extract(year from d.day)::int as year,
  array[${ofMonths((m) => `case when extract(month from d.day) = ${m} then d.n else 0 end`, ', ')}] as n`;

/** A year's rows by township, line and topic; `months` is their sum, twelve numbers in the array's text. */
export function topicTally(scope: Scope, filter: Filter): (Omit<Counted, 'n' | 'any'> & { months: string }) | null {
  const wanted = yearly(scope, filter, ['topics', 'problemsOnly']);
  const from = `select county_code, township_code, line, code as topic_code, year, n from year_tally where kind = 'TOPIC'
    union all select d.county_code, d.township_code, d.line, d.topic_code, ${YEAR_OF_DELTA} from tally_delta d`;
  const months = `array[${ofMonths((m) => `sum(r.n[${m}])`, ', ')}]::text`;
  return wanted && { from: `(${from}) r`, wanted, months };
}

/** By township, line and one of topic, source and state: `kind` says which, `code` is it. Only the months asked for are summed. */
export function yearTally(scope: Scope, filter: Filter): Counted | null {
  const wanted = yearly(scope, filter, []);
  if (!wanted) return null;
  const from = `select county_code, kind, township_code, line, code, year, n from year_tally
    union all select d.county_code, k.kind, d.township_code, d.line, k.code, ${YEAR_OF_DELTA} from tally_delta d
      cross join lateral (values ('TOPIC', d.topic_code), ('SOURCE', coalesce(d.source_code, '')), ('STATE', d.state)) k (kind, code)`;
  const first = wanted.value(monthNumber(filter?.submittedFrom ?? '0001-01-01'));
  const last = wanted.value(monthNumber(filter?.submittedTo ?? '9999-12-31'));
  const n = `sum(${ofMonths((m) => `case when r.year * 12 + ${m} between ${first}::int and ${last}::int then r.n[${m}] else 0 end`, ' + ')})`;
  return { from: `(${from}) r`, wanted, n, any: `${n} <> 0` };
}
const monthNumber = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** Months are kept whole, and by township: null when the level or the filter means less, or something else. */
function yearly(scope: Scope, filter: Filter, more: Wish[]): Conditions | null {
  const { submittedFrom, submittedTo } = filter ?? {};
  if (!SEES_TOWNSHIPS.has(LEVEL_OF[scope.rights.role]) || !isWhole(submittedFrom, submittedTo)) return null;
  if (!asksOnly(filter, ['under', 'lines', 'submittedFrom', 'submittedTo', ...more])) return null;
  const unit = unitOf(scope, filter);
  if (unit !== townshipOf(unit)) return null;
  return where(scope, { ...filter, under: null, submittedFrom: null, submittedTo: null })
    .given('r.township_code = ?', !isCounty(unit) && unit)
    .given('r.year >= ?', submittedFrom && Number(submittedFrom.slice(0, 4)))
    .given('r.year <= ?', submittedTo && Number(submittedTo.slice(0, 4)));
}
const SEES_TOWNSHIPS = new Set(['COUNTY', 'TOWNSHIP']);

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
  const isLower = LEVEL_OF[rights.role] === 'TOWNSHIP' || LEVEL_OF[rights.role] === 'VILLAGE';
  const own = isLower ? rights.unitCode : officeOf(county);
  if (!filter?.under) return own;
  const under = checkCode(filter.under, 'under');
  return isCounty(under) || isWithin(own, under) ? own : under;
}

function unitOfDelta(unit: number): string {
  if (isCounty(unit)) return 'county_code * 1000000000::bigint';
  return unit === townshipOf(unit) ? 'township_code' : 'village_code';
}
