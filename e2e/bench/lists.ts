import type pg from 'pg';
import { roomOf, stationOf } from './data/shapes.ts';
import type { Level } from './levels.ts';

/** A list as api/reports/report.read.ts asks it of PostgreSQL. */
export interface List {
  name: string;
  level: Level['name'];
  text: string;
  /** After the county's code. */
  values(county: number): (string | number)[];
}

export const PAGE = 20;
const ROWS = 'select r.* from report r where r.county_code = $1';
const NEWEST = `order by r.submitted_at desc, r.id desc limit ${PAGE + 1}`;
const BEFORE = '(r.submitted_at, r.id) < ($2::timestamptz, $3::uuid)';

export const newest = `${ROWS} ${NEWEST}`;
export const before = `${ROWS} and ${BEFORE} ${NEWEST}`;

const tray = (states: readonly string[]) =>
  `select * from (${states.map((_, i) => `(${ROWS} and r.state = $${i + 2} ${NEWEST})`).join(' union all ')}) r ${NEWEST}`;

const DONE = ['MERGED', 'REPLIED', 'ARCHIVED', 'WITHDRAWN'];
const TODO = ['SUBMITTED', 'URGENT'];
const list = (name: string, level: Level['name'], text: string, values: List['values'] = () => []): List => ({
  name,
  level,
  text,
  values,
});

export const LISTS: readonly List[] = [
  list('newest', 'county', newest),
  list('newest', 'township', newest),
  list('newest', 'village', newest),
  list('newest', 'officer', newest),
  list('to do', 'county', tray(TODO), () => TODO),
  list('done', 'county', tray(DONE), () => DONE),
  list('returned', 'county', `${ROWS} and r.state = $2 ${NEWEST}`, () => ['RETURNED']),
  list('returned', 'township', `${ROWS} and r.state = $2 ${NEWEST}`, () => ['RETURNED']),
  list('of a topic', 'county', `${ROWS} and r.topic_code = $2 ${NEWEST}`, () => ['town-lights']),
  list('of a topic', 'township', `${ROWS} and r.topic_code = $2 ${NEWEST}`, () => ['town-lights']),
  list('of a township', 'county', `${ROWS} and r.township_code = $2 ${NEWEST}`, (county) => [stationOf(county, 2)]),
  list('of a village', 'county', `${ROWS} and r.village_code = $2 ${NEWEST}`, (county) => [roomOf(county, 2, 2)]),
];

export interface Key {
  at: string;
  id: string;
}

/** The row after which a page begins, or the last full page of a shorter list; on a client that has entered its scope. */
export async function keyBefore(client: pg.Client, county: number, page: number): Promise<Key> {
  const wanted = (page - 1) * PAGE;
  const { rows } = await client.query<Key>(
    `select submitted_at::text as at, id from report where county_code = $1 order by submitted_at desc, id desc limit ${wanted}`,
    [county],
  );
  return rows[rows.length < wanted ? Math.max(0, rows.length - 1 - PAGE) : wanted - 1] as Key;
}
