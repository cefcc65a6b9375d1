import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import type { Person } from '../../attachments/attachment-server.testing.ts';
import { openStore } from '../../attachments/bytes/attachment-store.ts';
import { ask } from '../../digests/digest.testing.ts';
import { exports } from '../../jobs.ts';
import { type Account, COUNTY, type Fixture, startFixture, submitted } from '../../testing/fixture.ts';

const FIELDS =
  'id what format title state progress rows size sha256 url error fileName predicate hash requestedAt expiresAt';
export const EXPORT = `mutation ($table: TableInput!, $what: Exported!, $format: SheetFormat!, $measure: String, $row: [String!]! = [], $title: String) {
  exportTable(table: $table, what: $what, format: $format, measure: $measure, row: $row, title: $title) { ${FIELDS} } }`;
export const CANCEL = `mutation ($id: ID!) { cancelExport(id: $id) { ${FIELDS} } }`;
export const EXPORTS = `query ($first: Int! = 20, $after: String) { tableExports(first: $first, after: $after) { edges { node { ${FIELDS} } } pageInfo { hasNextPage endCursor } } }`;

export const question = (more: object = {}) => ({ measures: ['reports'], rows: [], columns: [], ...more });
/** All reports, as a list. */
export const ROWS = { table: question(), what: 'ROWS', format: 'CSV', measure: 'reports' };

export const exportsOf = async (person: Person): Promise<any[]> =>
  (await person.ask(EXPORTS)).edges.map(({ node }: { node: unknown }) => node);
/** Asks for one and waits until the queue has done with it. */
export async function exported(person: Person, variables: object): Promise<any> {
  const asked = await person.ask(EXPORT, { ...variables });
  for (const until = Date.now() + 30_000; ; await wait(50)) {
    const one = (await exportsOf(person)).find(({ id }) => id === asked.id);
    if (one && !['QUEUED', 'RUNNING'].includes(one.state)) return one;
    if (!one || Date.now() > until) throw new Error(JSON.stringify([asked, one]));
  }
}

/** How a file is made, by the job itself: between asking and making something else may happen. */
export type Bench = Awaited<ReturnType<typeof startBench>>;
export async function startBench() {
  const fixture = await startFixture();
  const folder = await mkdtemp(path.join(os.tmpdir(), 'lxq-exports-'));
  await submitted(fixture, 'officer');
  await submitted(fixture, 'otherOfficer');
  const store = () => openStore({ DATA_DIR: folder } as never);
  return {
    ...{ fixture, store },
    asked: async (account: Account, variables: object = ROWS) =>
      (await ask(fixture, account, EXPORT, { ...variables })).exportTable,
    told: async (account: Account, id: string) =>
      (await ask(fixture, account, EXPORTS)).tableExports.edges
        .map(({ node }: any) => node)
        .find((one: any) => one.id === id),
    stored: async () =>
      (await readdir(folder, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile()),
    /** As the queue runs it: which try this is, of how many. */
    run: async (id: string, { attempts = 1, most = 3, bytes = store() } = {}): Promise<void> => {
      const job = { attempts, max_attempts: most };
      const helpers = { job, abortSignal: new AbortController().signal, abortPromise: new Promise(() => {}) };
      const payload = { countyCode: COUNTY, exportId: id, language: 'zh' };
      const { tasks } = exports(fixture.database, pino({ level: 'silent' }), bytes);
      await tasks.table_export?.(payload, helpers as never);
    },
    reports: (count: number) => copies(fixture, count),
    empty: async () => {
      await fixture.admin.query('delete from table_export; delete from graphile_worker._private_jobs');
      await rm(path.join(folder, 'attachments'), { recursive: true, force: true });
    },
    close: async () => {
      await fixture.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Copies of one report under a topic of their own, without what a deed does besides. */
async function copies({ admin }: Fixture, count: number): Promise<void> {
  await admin.query('set session_replication_role = replica');
  await admin.query(
    `insert into report (county_code, unit_code, id, client_id, content_hash, author_id, post_id, line, channel, topic_code, urgency, place_code, occurred_at, submitted_at, due_at, content)
     select r.county_code, r.unit_code, gen_random_uuid(), gen_random_uuid(), 'x', r.author_id, r.post_id, r.line, r.channel, 'BULK', 'NORMAL', r.place_code, r.occurred_at, r.submitted_at - n * interval '1 second', now(), r.content
     from (select * from report order by id limit 1) r, generate_series(1, $1) n`,
    [count],
  );
  await admin.query('reset session_replication_role');
}
export const BULK = { ...ROWS, table: question({ filter: { topics: ['BULK'] } }) };
