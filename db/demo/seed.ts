import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { publishedDays, seedCalendar } from '../calendar.ts';
import { onServer } from '../database.ts';
import { type AccountPlan, COUNTY_ACCOUNTS, OTHER_COUNTY_ACCOUNTS } from './accounts.ts';
import { bringCases } from './case-standing.ts';
import { type CountyPlan, QINGHE, WANGXI } from './counties.ts';
import { type CountyTables, makeCounty, type Serials } from './county-tables.ts';
import { type DemoAccount, describe, loginRows } from './logins.ts';
import { type AddRows, asFiller } from './rows.ts';

export interface SeedOptions {
  /** A role that row security does not bind, or one that may become lxq_owner. */
  adminUrl: string;
  /** Of every demo account. */
  password: string;
  /** The demo ends here: its last reports are minutes old. */
  now?: Date;
  log?: (line: string) => void;
}

export type { DemoAccount };

export interface Seeded {
  accounts: DemoAccount[];
  /** Rows added, by table; empty when everything was there. */
  counts: Record<string, number>;
}

/** The small county first: once the large one is there, both are. */
const COUNTIES: readonly [CountyPlan, readonly AccountPlan[]][] = [
  [WANGXI, OTHER_COUNTY_ACCOUNTS],
  [QINGHE, COUNTY_ACCOUNTS],
];

/** Fills the database with the two demo counties; a county that exists is left alone, and one that fails leaves nothing behind. */
export function seedDemo({ adminUrl, password, now = new Date(), log = console.log }: SeedOptions): Promise<Seeded> {
  return onServer(adminUrl, async (client) => {
    const add = await asFiller(client);
    const seeded: Seeded = { accounts: [], counts: {} };
    for (const [plan, accounts] of COUNTIES)
      await seedCounty(client, { plan, accounts, password, now, log, add }, seeded);
    if (Object.keys(seeded.counts).length > 0) await finish(client, log);
    return seeded;
  });
}

/**
 * The search index is built anew from all reports at once: a third of the time of one by one, and a smaller index. What the
 * reports came to is folded, so that the first reader need not add it up.
 */
async function finish(client: pg.Client, log: (line: string) => void): Promise<void> {
  const begun = performance.now();
  await client.query(`set maintenance_work_mem = '256MB'`);
  await client.query('reindex index report_search_keys');
  await client.query('select app.fold_tallies(), app.count_words()');
  await client.query('analyze report_search, unit_tally, year_tally, day_tally');
  log(`  search index, tallies and statistics  (${seconds(begun)})`);
}

interface CountySeed extends Required<Omit<SeedOptions, 'adminUrl'>> {
  plan: CountyPlan;
  accounts: readonly AccountPlan[];
  add: AddRows;
}

async function seedCounty(client: pg.Client, seed: CountySeed, seeded: Seeded): Promise<void> {
  const { plan } = seed;
  await client.query('begin');
  try {
    await client.query('select pg_advisory_xact_lock(6360912347)'); // two starts at once take turns
    await client.query(`set local gin_pending_list_limit = '1GB'`);
    const { rowCount } = await client.query('select from county where county_code = $1', [plan.countyCode]);
    if (rowCount === 0) await fill(client, seed, seeded);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback').catch(() => {}); // the first error is the one that tells
    throw error;
  }
}

async function fill(
  client: pg.Client,
  { plan, accounts, password, now, log, add }: CountySeed,
  seeded: Seeded,
): Promise<void> {
  const begun = performance.now();
  log(
    `Demo county ${plan.name} (${plan.countyCode}): ${plan.reports.toLocaleString('en')} reports of ${plan.days} days ...`,
  );
  await seedCalendar(client);
  const calendar = new Map(publishedDays().map(({ day, isWorkday }) => [day, isWorkday]));
  const serials = await lastSerials(client);
  const county = makeCounty(plan, now, calendar, serials);
  const put: AddRows = async (table, rows) => {
    await add(table, rows);
    seeded.counts[table] = (seeded.counts[table] ?? 0) + rows.length;
  };
  for (const [table, rows] of county.tables) {
    await put(table, rows);
    // Foreign keys are checked by plans made from statistics: on a table thought empty each check would read all of it.
    await client.query(`analyze ${table}`);
    if (rows.length > 5_000) log(`  ${table}: ${rows.length.toLocaleString('en')} rows  (${seconds(begun)})`);
  }
  await bringCases(client, county.cases);
  await client.query('update deadline set calendar = app.calendar_version() where county_code = $1', [plan.countyCode]);
  await put('login', await loginRows(plan, accounts, county, password));
  await put('event_counter', [{ county_code: plan.countyCode, epoch: randomUUID() }]);
  await keepSerials(client, serials, county.tables);
  seeded.accounts.push(...accounts.map((account) => describe(account, county)));
  log(`  ${plan.name} is ready  (${seconds(begun)})`);
}

const seconds = (begun: number) => `${((performance.now() - begun) / 1000).toFixed(1)} s`;

/** Numbers go on from what other counties of this database have used. */
async function lastSerials(client: pg.Client): Promise<Serials> {
  const { rows } = await client.query(
    `select (select last_value - (not is_called)::int from report_no)::int as report, (select last_value - (not is_called)::int from instruction_no)::int as instruction,
     (select last_value - (not is_called)::int from case_no)::int as case`,
  );
  return rows[0];
}

async function keepSerials(client: pg.Client, before: Serials, tables: CountyTables['tables']): Promise<void> {
  const added = (wanted: string) =>
    tables.reduce((total, [table, rows]) => total + (table === wanted ? rows.length : 0), 0);
  await client.query(`select setval('report_no', $1), setval('instruction_no', $2), setval('case_no', $3)`, [
    before.report + added('report'),
    before.instruction + added('instruction'),
    before.case + added('cases'),
  ]);
}
