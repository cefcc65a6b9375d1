import { onServer } from '@lxq/db/database.ts';
import { openSessions } from '../sessions.ts';

/** An officer with a session, and what a report of theirs is stamped with. */
export interface Author {
  token: string;
  county: number;
  unit: number;
  /** Where they report from. */
  area: number;
  person: string;
  post: string;
}
/** What both contenders send, besides who sends it. */
export interface Ground {
  authors: Author[];
  topics: string[];
  source: string;
  /** Taken from reports of the county. */
  texts: string[];
}

const AUTHORS = 400;
const TEXTS = 200;
export const BARE_TABLE = 'bare.report';

/** Officers spread over all villages of the county. */
export function groundOf(adminUrl: string, [county]: readonly [number]): Promise<Ground> {
  return onServer(adminUrl, async (client) => {
    const { rows: posts } = await client.query<Omit<Author, 'token' | 'county'>>(
      `select unit_code::float8 as unit, area_code::float8 as area, person_id as person, id as post from post
       where county_code = $1 and role = 'OFFICER' and valid_to is null and unit_code % 1000000 <> 0 order by md5(id::text) limit ${AUTHORS}`,
      [county],
    );
    const tokens = await openSessions(
      client,
      county,
      posts.map(({ post }) => post),
    );
    const authors = posts.map((post, i) => ({ ...post, county, token: tokens[i] as string }));
    const codes = async (kind: string) => {
      const { rows } = await client.query<{ code: string }>(
        'select distinct code from term where county_code = $1 and kind = $2 and is_active order by code',
        [county, kind],
      );
      return rows.map(({ code }) => code);
    };
    const { rows: said } = await client.query<{ content: string }>(
      `select content from report where county_code = $1 and not content ~ '[0-9]{7}' limit ${TEXTS}`,
      [county],
    );
    const [source] = await codes('SOURCE');
    return {
      authors,
      topics: await codes('TOPIC'),
      source: source as string,
      texts: said.map(({ content }) => content),
    };
  });
}

/** A copy of the reports with the same columns, checks and indexes, but no row security, triggers or foreign keys. */
export async function makeBareTable(adminUrl: string): Promise<void> {
  await onServer(adminUrl, async (client) => {
    await client.query('drop schema if exists bare cascade');
    await client.query('create schema bare');
    await client.query(
      `create table ${BARE_TABLE} (like public.report including defaults including generated including constraints including storage)`,
    );
    const { rows } = await client.query(
      `select string_agg(attname, ', ' order by attnum) as columns from pg_attribute where attrelid = 'public.report'::regclass and attnum > 0 and attgenerated = '' and not attisdropped`,
    );
    await client.query(`insert into ${BARE_TABLE} (${rows[0].columns}) select ${rows[0].columns} from public.report`);
    const indexes = await client.query(
      `select pg_get_indexdef(indexrelid) as definition from pg_index where indrelid = 'public.report'::regclass`,
    );
    for (const { definition } of indexes.rows)
      await client.query(definition.replace(/ ON (?:public\.)?report /, ` ON ${BARE_TABLE} `));
    await client.query(`vacuum analyze ${BARE_TABLE}`);
    await client.query('checkpoint');
  });
}

/** Takes back what was submitted, so that other measures find the counties as they were. */
export async function clear(adminUrl: string, since: Date): Promise<void> {
  await onServer(adminUrl, async (client) => {
    await client.query('drop schema if exists bare cascade');
    await client.query('begin');
    await client.query('set local session_replication_role = replica'); // an audit line is never removed otherwise
    for (const [table, at] of [
      ['report_search', 'submitted_at'],
      ['audit', 'at'],
      ['event', 'at'],
      ['report', 'submitted_at'],
    ])
      await client.query(`delete from ${table} where ${at} >= $1`, [since]);
    await client.query('commit');
    await client.query('select app.rebuild_tallies()');
    for (const table of ['report', 'report_search', 'audit', 'event', 'tally_delta', 'event_counter'])
      await client.query(`vacuum analyze ${table}`);
  });
}
