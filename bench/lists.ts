import type pg from 'pg';
import { roomOf, stationOf } from './data/shapes.ts';
import type { Level } from './levels.ts';

/** A list as api/reports/lists/report.read.ts asks it of PostgreSQL. */
export interface List extends Rows {
  name: string;
  level: Level['name'];
}
export interface Rows {
  /** On `r`, with `$2` … its values; undefined for all that the level sees. */
  condition?: string;
  /** Several states are walked one by one and merged. */
  states?: readonly string[];
  values?(county: number): (string | number)[];
}

export const PAGE = 20;
const NEWEST = `order by r.submitted_at desc, r.id desc limit ${PAGE + 1}`;

export interface Asked {
  text: string;
  values: (string | number)[];
}

/** The page of a list that begins after a row, or the first. */
export function pageOf({ condition, states, values }: Rows, county: number, after?: Key): Asked {
  const given: Asked['values'] = [county, ...(values?.(county) ?? [])];
  const parts = ['r.county_code = $1', ...(condition ? [condition] : [])];
  if (after) {
    const n = given.push(after.at, after.id);
    parts.push(`(r.submitted_at, r.id) < ($${n - 1}::timestamptz, $${n}::uuid)`);
  }
  const rows = `select r.* from report r where ${parts.join(' and ')}`;
  if (!states) return { text: `${rows} ${NEWEST}`, values: given };
  const branches = states.map((state) => `(${rows} and r.state = $${given.push(state)} ${NEWEST})`);
  return { text: `select * from (${branches.join(' union all ')}) r ${NEWEST}`, values: given };
}

const of = (name: string, level: Level['name'], rows: Rows = {}): List => ({ name, level, ...rows });
const returned = { condition: 'r.state = $2', values: () => ['RETURNED'] };
const ofTopic = { condition: 'r.topic_code = $2', values: () => ['town-lights'] };

export const LISTS: readonly List[] = [
  ...(['county', 'township', 'village', 'officer'] as const).map((level) => of('newest', level)),
  of('to do', 'county', { states: ['SUBMITTED', 'URGENT'] }),
  of('done', 'county', { condition: 'r.state = any($2)', values: () => ['{MERGED,REPLIED,ARCHIVED,WITHDRAWN}'] }),
  of('returned', 'county', returned),
  of('returned', 'township', returned),
  of('of a topic', 'county', ofTopic),
  of('of a topic', 'township', ofTopic),
  of('of a township', 'county', { condition: 'r.township_code = $2', values: (county) => [stationOf(county, 2)] }),
  of('of a village', 'county', { condition: 'r.village_code = $2', values: (county) => [roomOf(county, 2, 2)] }),
];

const DELTA_UNITS = { county: 'county_code * 1000000000::bigint', township: 'township_code', village: 'village_code' };

/**
 * Counts by state as api/reports/counts/report-tally.read.ts reads them: desks from their tally and what is not folded into it yet,
 * officers from their own reports. By hand the level's condition is added, which row security adds by itself.
 */
export function countsOf({ name, scope, condition }: Level, isByHand: boolean): Asked {
  const [, county, unit, person] = scope;
  const rows = 'select r.state, %n::int as count from %from r where r.county_code = $1 %and group by r.state';
  const text = (n: string, from: string, and: string) =>
    rows.replace('%n', n).replace('%from', from).replace('%and', and);
  if (name === 'officer')
    return {
      text: text('count(*)', 'report', isByHand ? `and ${condition}` : ''),
      values: isByHand ? [county, person] : [county],
    };
  const line = name === 'county' ? `line <> 'SEALED'` : `line = 'LINE'`;
  const unitOfDelta = DELTA_UNITS[name];
  const tally = `select county_code, unit_code, state, n from unit_tally${isByHand ? ` where ${line}` : ''}`;
  const deltas = `select county_code, ${unitOfDelta}, state, n from tally_delta${isByHand ? ` where ${line} and ${unitOfDelta} = $2` : ''}`;
  const counts = text('sum(r.n)', `(${tally} union all ${deltas})`, 'and r.unit_code = $2');
  return { text: `${counts} having sum(r.n) <> 0`, values: [county, unit] };
}

export interface Key {
  at: string;
  id: string;
}

/** The row after which a page begins, or the last full page of a shorter list; on a client that has entered its scope. */
export async function keyBefore(client: pg.Client, county: number, page: number): Promise<{ key: Key; page: number }> {
  const wanted = (page - 1) * PAGE;
  const { rows } = await client.query<Key>(
    `select submitted_at::text as at, id from report where county_code = $1 order by submitted_at desc, id desc limit ${wanted}`,
    [county],
  );
  const last = rows.length < wanted ? Math.max(1, Math.floor(rows.length / PAGE)) : page;
  return { key: rows[Math.max(0, (last - 1) * PAGE - 1)] as Key, page: last };
}
