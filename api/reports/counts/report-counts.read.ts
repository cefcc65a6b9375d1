import { TRAY_STATES } from '@lxq/schema/reports/report-states.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { Report } from '../report.entity.ts';
import { type Counted, type Filter, reportsOf, unitTally, yearTally } from './report-tally.read.ts';

export interface StateCount {
  state: Report['state'];
  count: number;
}

const ofStates = ({ from, wanted, n, any }: Counted) => ({
  text: `select r.state, ${n}::int as count from ${from} where ${wanted} group by r.state having ${any} order by r.state`,
  values: wanted.values,
});

/** How many reports of each state the viewer's level sees, in one statement. The discipline desk's are the sealed. */
export const stateCounts = (scope: Scope) => stateCountsOf(scope, unitTally(scope, null) ?? reportsOf(scope, null));
export function stateCountsOf(scope: Scope, counted: Counted): Promise<StateCount[]> {
  const { text, values } = ofStates(counted);
  return scope.rows<StateCount>(text, values);
}

export interface TrayCounts {
  todo: number;
  doing: number;
  overdue: number;
  done: number;
}

/** Counts of the four trays under a filter; 超期 lies within 待办. */
export function trayCounts(scope: Scope, filter: Filter): Promise<TrayCounts> {
  const asked = { ...filter, tray: null, states: null };
  return trayCountsOf(scope, unitTally(scope, asked) ?? reportsOf(scope, asked));
}

export async function trayCountsOf(scope: Scope, { from, wanted, n }: Counted): Promise<TrayCounts> {
  const isOverdue = `r.state in ('SUBMITTED', 'URGENT') and r.due_at < $${wanted.values.length + 1}`;
  const rows = await scope.rows<StateCount & { overdue: number | null }>(
    `select r.state, ${n}::int as count, (${n} filter (where ${isOverdue}))::int as overdue from ${from} where ${wanted} group by r.state`,
    [...wanted.values, scope.now],
  );
  const sum = (states: readonly string[]) =>
    rows.filter((row) => states.includes(row.state)).reduce((total, row) => total + row.count, 0);
  return {
    todo: sum(TRAY_STATES.TODO),
    doing: sum(TRAY_STATES.DOING),
    overdue: rows.reduce((total, row) => total + (row.overdue ?? 0), 0),
    done: sum(TRAY_STATES.DONE),
  };
}

export interface Count {
  key: string;
  label: string;
  count: number;
}
export interface ReportCounts {
  total: number;
  byTownship: Count[];
  byTopic: Count[];
  bySource: Count[];
  byState: Count[];
  asOf: Date;
}
interface GroupRow {
  by: 'TOWNSHIP' | 'TOPIC' | 'SOURCE' | 'STATE';
  key: string;
  count: number;
  label: string | null;
}

/** Four groupings of the same rows in one statement, so that their totals agree. */
export function reportCounts(scope: Scope, filter: Filter): Promise<ReportCounts> {
  const tally = yearTally(scope, filter);
  return tally ? labelled(scope, ofTally(tally), tally) : liveReportCounts(scope, filter);
}
export function liveReportCounts(scope: Scope, filter: Filter): Promise<ReportCounts> {
  const reports = reportsOf(scope, filter);
  return labelled(scope, ofReports(reports), reports);
}

/** `by`, `key` and `count`; a township stands in each of the three kinds, so one of them is enough. */
const ofTally = ({ from, wanted, n, any }: Counted) => `
  cell as materialized (select r.kind, r.township_code, r.code, ${n}::int as n from ${from} where ${wanted} group by r.kind, r.township_code, r.code having ${any}),
  counted as (
    select kind as by, code as key, sum(n)::int as count from cell group by kind, code
    union all select 'TOWNSHIP', township_code::text, sum(n)::int from cell where kind = 'STATE' group by township_code)`;

const ofReports = ({ from, wanted, n }: Counted) => `
  counted as (
    select case grouping(r.township_code, r.topic_code, r.source_code, r.state) when 7 then 'TOWNSHIP' when 11 then 'TOPIC' when 13 then 'SOURCE' else 'STATE' end as by,
      coalesce(r.township_code::text, r.topic_code, r.source_code, r.state, '') as key, ${n}::int as count
    from ${from} where ${wanted} group by grouping sets ((r.township_code), (r.topic_code), (r.source_code), (r.state)))`;

async function labelled(scope: Scope, counted: string, { wanted }: Counted): Promise<ReportCounts> {
  const rows = await scope.rows<GroupRow>(
    `with ${counted}
     select c.*, case c.by when 'TOWNSHIP' then u.name when 'STATE' then c.key else t.name end as label from counted c
     left join unit u on u.county_code = $1 and u.code = case c.by when 'TOWNSHIP' then c.key::bigint end
     left join term t on t.county_code = $1 and t.kind = c.by and t.code = c.key
     order by c.count desc, label, c.key`,
    wanted.values,
  );
  const of = (by: GroupRow['by']) =>
    rows.filter((row) => row.by === by).map(({ key, label, count }) => ({ key, label: label ?? '未注明', count }));
  const byState = of('STATE');
  return {
    total: byState.reduce((total, { count }) => total + count, 0),
    byTownship: of('TOWNSHIP'),
    byTopic: of('TOPIC'),
    bySource: of('SOURCE'),
    byState,
    asOf: scope.now,
  };
}
