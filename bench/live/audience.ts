import pg from 'pg';
import { openSessions } from '../sessions.ts';

/** People with the same rights in one township, as many sessions as sockets are wanted, and the events that all of them hear. */
export interface Audience {
  tokens: string[];
  /** The report that every event is about. */
  reportId: string;
  /** Where the county's log stands. */
  head(): Promise<{ cursor: string; n: number }>;
  /** Commits `count` events that the whole audience may see, in one transaction; nobody is woken yet. */
  commit(count?: number): Promise<void>;
  wake(channel: string, payload?: string): Promise<void>;
  end(): Promise<void>;
}

const SESSIONS_A_PERSON = 4;
const NAME = '直播测速员';

export async function makeAudience(adminUrl: string, sockets: number): Promise<Audience> {
  const client = new pg.Client(adminUrl);
  client.on('error', () => {});
  await client.connect();
  const { rows } = await client.query(
    `select r.county_code as county, r.township_code as unit, r.id as report from report r
     where r.county_code = (select min(county_code) from event_counter) and r.line = 'LINE' order by r.submitted_at desc, r.id desc limit 1`,
  );
  const { county, unit, report } = rows[0] as { county: number; unit: string; report: string };
  await remove(client, county);
  const tokens = await admit(client, { county, unit, sockets });
  const head = async () => {
    const { rows } = await client.query('select epoch, n from event_counter where county_code = $1', [county]);
    return { cursor: `${rows[0].epoch}.${rows[0].n}`, n: Number(rows[0].n) };
  };
  return {
    tokens,
    reportId: report,
    head,
    commit: async (count = 1) =>
      void (await client.query(
        `insert into event (county_code, id, unit_code, kind, at, subject, subject_id, about, author_id)
         select $1, gen_random_uuid(), $2, 'REPORT_TRIAGED', now(), 'REPORT', $3::uuid, jsonb_build_object('REPORT', $3::uuid), gen_random_uuid() from generate_series(1, $4)`,
        [county, unit, report, count],
      )),
    wake: async (channel, payload = '') => void (await client.query('select pg_notify($1, $2)', [channel, payload])),
    end: async () => {
      await remove(client, county);
      await client.end();
    },
  };
}

async function admit(
  client: pg.Client,
  { county, unit, sockets }: { county: number; unit: string; sockets: number },
): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `with people as (insert into person (county_code, id, name) select $1, gen_random_uuid(), $3 from generate_series(1, $4::int) returning id)
     insert into post (county_code, id, unit_code, person_id, person_name, role, area_code, valid_from)
     select $1, gen_random_uuid(), $2, id, $3, 'TOWNSHIP_CLERK', $2, '2020-01-01' from people returning id`,
    [county, unit, NAME, Math.ceil(sockets / SESSIONS_A_PERSON)],
  );
  const posts = Array.from({ length: sockets }, (_, i) => rows[Math.floor(i / SESSIONS_A_PERSON)]?.id as string);
  return openSessions(client, county, posts);
}

async function remove(client: pg.Client, county: number): Promise<void> {
  await client.query('begin');
  await client.query('set local session_replication_role = replica'); // else every report would be read for each post that goes
  const ids = 'select id from person where county_code = $1 and name = $2';
  for (const table of ['session', 'post'])
    await client.query(`delete from ${table} where county_code = $1 and person_id in (${ids})`, [county, NAME]);
  await client.query('delete from person where county_code = $1 and name = $2', [county, NAME]);
  await client.query('commit');
}
