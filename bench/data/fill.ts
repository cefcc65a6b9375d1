import { asFiller, openCopy } from '@lxq/db/demo/rows.ts';
import pg from 'pg';
import { bare } from './bare-tables.ts';
import type { FollowUps } from './follow-ups.ts';
import { type County, makeCounty } from './network.ts';
import { type Lines, REPORT_COLUMNS, SEARCH_COLUMNS, storyteller, type Writing } from './reports.ts';
import type { CountyShape } from './shapes.ts';
import { sayings } from './words.ts';

const FOLLOWERS = ['instruction', 'alert', 'audit'] as const;
type Say = (line: string) => void;

/** Fills a migrated, empty database with these counties; `now` is when the youngest report came in. */
export async function fill(
  adminUrl: string,
  shapes: readonly CountyShape[],
  say: Say,
  now = Date.now(),
): Promise<void> {
  const [one, other] = await Promise.all([connect(adminUrl), connect(adminUrl)]);
  try {
    const counties = shapes.map(makeCounty);
    await addNetworks(one, counties);
    const backs = { report: await bare(one, ['report']), report_search: await bare(one, ['report_search']) };
    const after: FollowUps = { instruction: [], alert: [], audit: [] };
    await copyReports(one, other, counties, after, now);
    say('  reports are there; their indexes ...');
    await Promise.all([run(one, backs.report), run(other, backs.report_search.filter(isNoForeignKey))]);
    await run(
      other,
      backs.report_search.filter((statement) => !isNoForeignKey(statement)),
    );
    const add = await asFiller(one);
    for (const table of FOLLOWERS) await add(table, after[table]);
    await deriveWhatFollows(one);
    say('  statistics and visibility ...');
    await one.query('vacuum (analyze)'); // index-only scans need the visibility map
  } finally {
    await Promise.all([one.end(), other.end()]);
  }
}

/** What triggers would have written for each report, had they not been off: here and nowhere else. */
async function deriveWhatFollows(client: pg.Client): Promise<void> {
  await client.query(
    `select setval('report_no', greatest((select max(serial) from report), 1)), setval('instruction_no', greatest((select max(serial) from instruction), 1))`,
  );
  await client.query('select app.rebuild_tallies()');
  await client.query('select app.count_words()');
}

/** Triggers (foreign keys among them) are off, memory is there for building indexes. */
async function connect(adminUrl: string): Promise<pg.Client> {
  const client = new pg.Client(adminUrl);
  client.on('error', () => {}); // the failing statement reports it
  await client.connect();
  await client.query(
    `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '1GB'; set max_parallel_maintenance_workers = 0`,
  );
  return client;
}

async function addNetworks(client: pg.Client, counties: readonly County[]): Promise<void> {
  const add = await asFiller(client);
  for (const { tables } of counties) for (const [table, rows] of tables) await add(table, rows);
  await client.query('analyze');
}

/** Two tables at once, a connection each. What is copied into a table emptied in the same transaction can be frozen at once. */
async function copyReports(
  one: pg.Client,
  other: pg.Client,
  counties: readonly County[],
  after: FollowUps,
  now: number,
): Promise<void> {
  await one.query('begin; truncate report cascade');
  await other.query('begin; truncate report_search');
  const reports = openCopy(one, `copy report (${REPORT_COLUMNS}) from stdin (freeze)`);
  const searches = openCopy(other, `copy report_search (${SEARCH_COLUMNS}) from stdin (freeze)`);
  for (const lines of asTheyCameIn(counties, { words: sayings(), now, after }))
    await Promise.all([reports.send(lines.reports), lines.searches && searches.send(lines.searches)]);
  await Promise.all([reports.end(), searches.end()]);
  await Promise.all([one.query('commit'), other.query('commit')]);
}

/** Counties mixed as their reports come in, a thousand lines at once: no county lies together on disk. */
function* asTheyCameIn(counties: readonly County[], writing: Writing): Generator<Lines> {
  const tellers = counties.map((county) => ({
    tell: storyteller(county, writing),
    total: county.shape.reports,
    told: 0,
  }));
  const steps = Math.max(...tellers.map(({ total }) => total));
  const lines: Lines = { reports: '', searches: '' };
  let serial = 0;
  for (let step = 1; step <= steps; step++) {
    for (const teller of tellers) {
      if (teller.told >= Math.floor((teller.total * step) / steps)) continue;
      teller.told++;
      const { reports, searches } = teller.tell(++serial);
      lines.reports += reports;
      lines.searches += searches;
    }
    if (step % 1_000 && step < steps) continue;
    yield { ...lines };
    Object.assign(lines, { reports: '', searches: '' });
  }
}

async function run(client: pg.Client, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

const isNoForeignKey = (statement: string) => !statement.includes('FOREIGN KEY');
