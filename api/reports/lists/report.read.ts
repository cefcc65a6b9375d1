import { endOf, startOf } from '@lxq/schema/calendar.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { townshipOf } from '@lxq/schema/places.ts';
import { canBeDueFirst, type ReportSort } from '@lxq/schema/reports/report-sorts.ts';
import { TRAY_STATES } from '@lxq/schema/reports/report-states.ts';
import { AT_DESKS, LEVEL_OF } from '@lxq/schema/roles.ts';
import { keysOf, needlesOf } from '@lxq/schema/search/search-tokens.ts';
import { visibleLength } from '@lxq/schema/texts/characters.ts';
import { selfOf } from '@lxq/schema/transitions.ts';
import { MAX } from 'uuid';
import { calendarOf } from '../../calendar/calendar.read.ts';
import { addAssigned } from '../../desks/assignment.read.ts';
import { addMarked } from '../../desks/marker.service.ts';
import { checkCode } from '../../network/places/place.code.ts';
import { badInput } from '../../platform/contract/errors.ts';
import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../../platform/contract/graphql.ts';
import { Conditions } from '../../platform/lists/conditions.ts';
import { page } from '../../platform/lists/page.ts';
import type { Selection } from '../../platform/lists/selection.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { oneOf } from '../../platform/tables/words.ts';
import type { Report } from '../report.entity.ts';
import { REPORT_WORDS } from '../report.words.ts';
import { soundOf } from '../search/report-sounds.ts';
import type { ReportFilter } from '../writing/report.input.ts';
import { reportListing } from './report.listing.ts';

/** What a filter means in SQL, without what is asked for `apart`. Rows that the viewer may not see are already out by row security. */
export function where(scope: Scope, filter: ReportFilter | null | undefined, apart?: Several | null): Conditions {
  const { role } = scope.rights;
  const wanted = new Conditions().add('r.county_code = ?', scope.county);
  if (role === 'DISCIPLINE_CLERK') wanted.add(`r.line = 'SEALED'`); // their desk is the accusations', though they may see the rest
  if (!filter) return wanted;
  if (filter.problemsOnly) wanted.add(IS_PROBLEM);
  if (filter.under) addUnder(wanted, checkCode(filter.under, 'under'));
  const states = statesOf(filter);
  if (states && apart?.column !== 'r.state') wanted.oneOf('r.state', states);
  if (filter.topics?.length && apart?.column !== 'r.topic_code') wanted.oneOf('r.topic_code', filter.topics);
  if (filter.assigned) addAssigned(wanted, scope, atDesk(scope, 'assigned', filter.assigned));
  if (filter.marker) addMarked(wanted, scope, atDesk(scope, 'marker', filter.marker));
  return wanted
    .given('r.due_at < ?', filter.tray === 'OVERDUE' && scope.now)
    .given('r.source_code = any(?)', filter.sources)
    .given('r.line = any(?)', filter.lines)
    .given('r.urgency = ?', filter.urgency)
    .given('r.submitted_at >= ?', filter.submittedFrom && startOf(filter.submittedFrom))
    .given('r.submitted_at < ?', filter.submittedTo && endOf(filter.submittedTo))
    .given('r.author_id = ?', filter.mine && selfOf(scope.rights));
}

/** Nobody else has what desks put beside reports, or may read any. */
function atDesk<Wish>({ rights }: Scope, field: string, wish: Wish): Wish {
  if (!AT_DESKS.includes(rights.role)) throw badInput(`filter.${field}`, ...REPORT_WORDS.noDesk);
  return wish;
}

const IS_PROBLEM = `exists (select from term t
  where t.county_code = r.county_code and t.kind = 'TOPIC' and t.code = r.topic_code and t.is_problem)`;

/** Each once; null where every state will do. */
function statesOf({ tray, states }: ReportFilter): readonly Report['state'][] | null {
  const named = states?.length ? [...new Set(states)] : null;
  if (!tray) return named;
  const inTray: readonly Report['state'][] = TRAY_STATES[tray === 'OVERDUE' ? 'TODO' : tray];
  return named ? named.filter((state) => inTray.includes(state)) : inTray;
}

function addUnder(wanted: Conditions, code: number): void {
  if (code % 1_000_000_000 === 0) return;
  if (code === townshipOf(code)) wanted.add('r.township_code = ?', code);
  else wanted.add('r.village_code = ?', code);
}

export const keyOf = (report: Report) => [report.submittedAt.toISOString(), report.id];

const NEWEST = 'r.submitted_at desc, r.id desc';
const DUE_FIRST = 'r.due_at, r.id';
const newest = (first: number) => `order by ${NEWEST} limit ${pageBucket(pageSize(first))}`;

/** What fields of the rows will ask for goes out together with the rows. */
function prepare(scope: Scope, selection: Selection): void {
  if (selection.has('workDaysLeft') || selection.has('isDueProvisional')) calendarOf(scope).catch(() => {}); // the field that needs it tells
}

interface ReportPage {
  filter: ReportFilter | null | undefined;
  first: number;
  after: string | null | undefined;
  sort?: ReportSort;
}

/** What `list` would be given: refuses what it refuses, and reads nothing. */
export function checkList(scope: Scope, filter: ReportFilter | null | undefined, sort?: ReportSort): Conditions {
  if (sort === 'DUE_FIRST' && (!filter || filter.mine || !canBeDueFirst(filter)))
    throw badInput('sort', ...REPORT_WORDS.nothingDue);
  return where(scope, filter);
}

/** What is due first, of what waits to be judged: the index has no others (report_due), and the condition is spelled out for it. */
async function listDueFirst(scope: Scope, { filter, first, after }: ReportPage, selection: Selection) {
  const wanted = checkList(scope, filter, 'DUE_FIRST').add(oneOf('r.state', TRAY_STATES.TODO));
  const key = decodeCursor(after, 2);
  if (key) wanted.add('(r.due_at, r.id) > (?::timestamptz, ?::uuid)', ...key);
  const tail = `where ${wanted} order by ${DUE_FIRST} limit ${pageBucket(pageSize(first))}`;
  prepare(scope, selection);
  const rows = await page(scope, reportListing, selection, { tail, order: DUE_FIRST, values: wanted.values });
  return connection(rows, first, ({ dueAt, id }) => [dueAt.toISOString(), id]);
}

/** By keyset: newest first, or due first. */
export async function list(scope: Scope, asked: ReportPage, selection: Selection): Promise<Connection<Report>> {
  const { filter, first, after, sort } = asked;
  if (sort === 'DUE_FIRST') return listDueFirst(scope, asked, selection);
  const reader = filter?.mine ? scope.author : scope;
  const several = filter && severalOf(filter);
  const wanted = where(scope, filter, several);
  const key = decodeCursor(after, 2);
  if (key) wanted.add('(r.submitted_at, r.id) < (?::timestamptz, ?::uuid)', ...key);
  const cut = several ? cutFrom(several, wanted, first) : { tail: `where ${wanted} ${newest(first)}` };
  prepare(reader, selection);
  return connection(
    await page(reader, reportListing, selection, { ...cut, order: NEWEST, values: wanted.values }),
    first,
    keyOf,
  );
}

/** A filter that names more than one value of a column which indexes order by time for each value. */
interface Several {
  column: 'r.state' | 'r.topic_code';
  values: readonly string[];
}
/** More branches than this cost more than they save. */
const MOST_BRANCHES = 12;

function severalOf(filter: ReportFilter): Several | null {
  const states = statesOf(filter) ?? [];
  const topics = [...new Set(filter.topics)];
  // What is done is most of what there is: one walk meets it soon.
  if (states.length > 1 && filter.tray !== 'DONE') return { column: 'r.state', values: states };
  return topics.length > 1 && topics.length <= MOST_BRANCHES ? { column: 'r.topic_code', values: topics } : null;
}

/** Each value's rows are walked newest first and merged: no index has them all together in the order of time. */
function cutFrom({ column, values }: Several, wanted: Conditions, first: number): { from: string; tail: string } {
  const branches = values.map(
    (value) =>
      `(select r.* from report r where ${wanted} and ${column} = $${wanted.values.push(value)} ${newest(first)})`,
  );
  return { from: `(${branches.join(' union all ')}) r`, tail: newest(first) };
}

/** Every word of `text` must stand in the report's text, places, number or topic, as written or by pinyin, or be its reporter's name. Newest first. */
export async function search(
  scope: Scope,
  text: string,
  { filter, first, after }: ReportPage,
  selection: Selection,
): Promise<Connection<Report>> {
  if (visibleLength(text) > LIMITS.search.max) throw badInput('text', ...REPORT_WORDS.searchLong);
  const needles = needlesOf(text);
  if (!needles.length) throw badInput('text', ...REPORT_WORDS.searchShort);
  const keys = needles.map((needle) => keysOf(scope.county, needle));
  if (!keys.flat().length) throw badInput('text', ...REPORT_WORDS.searchEmpty);
  const words = keys.flatMap((list, i) => list.map(() => i + 1));
  const wanted = where(scope, filter);
  const [at, id] = decodeCursor(after, 2) ?? ['infinity', MAX];
  const values = [...wanted.values, keys.flat(), words, needles, needles.map(soundOf), at, id];
  const n = wanted.values.length;
  const types = ['int[]', 'int[]', 'text[]', 'text[]', 'timestamptz', 'uuid', 'int'];
  const given = types.map((type, i) => `$${n + 1 + i}::${type}`);
  // Nobody may run another level's.
  const hits = `app.find_${LEVEL_OF[scope.rights.role].toLowerCase()}(${given.join(', ')})`;
  // Row by row: where a policy narrows the reports, the planner takes them for so few that it would read all of them instead.
  const from = `(select * from ${hits}) hit, lateral (select * from report o where o.county_code = $1 and o.id = hit.id limit 1) r`;
  const cut = { from, tail: `where ${wanted} ${newest(first)}`, order: NEWEST };
  prepare(scope, selection);
  let rows: Report[] = [];
  for (const most of mostHits(scope, filter, pageBucket(pageSize(first)))) {
    rows = await page(scope, reportListing, selection, { ...cut, values: [...values, most] });
    if (rows.length > first) break;
  }
  return connection(rows, first, keyOf);
}

/** Of so many hits most filters leave a page. */
const GENEROUS = 16;

/** A page of hits; where a filter drops some of them afterwards, more at first, then all. */
function mostHits(scope: Scope, filter: ReportFilter | null | undefined, page: number): (number | null)[] {
  const isFiltered = filter && Object.values(filter).some((value) => value != null);
  return isFiltered || scope.rights.role === 'DISCIPLINE_CLERK' ? [page * GENEROUS, null] : [page];
}
