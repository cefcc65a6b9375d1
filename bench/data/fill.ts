import { publishedDays } from '@lxq/db/calendar.ts';
import { bringCases } from '@lxq/db/demo/case-standing.ts';
import { type CountyTables, makeCounty } from '@lxq/db/demo/county-tables.ts';
import { pick, type Random, randomFrom, uuidAt } from '@lxq/db/demo/random.ts';
import { asFiller, openCopy, type Row } from '@lxq/db/demo/rows.ts';
import { type Told, tellingAgain } from '@lxq/db/demo/telling-again.ts';
import { HOUR } from '@lxq/db/demo/working-hours.ts';
import pg from 'pg';
import { bare } from './bare-tables.ts';
import { addCases } from './cases.ts';
import { againOf, BIG_COUNTY, type CountyShape, DAYS, planOf } from './shapes.ts';

type Say = (line: string) => void;
interface County extends Pick<CountyTables, 'cases'> {
  shape: CountyShape;
  rows(table: string): Row[];
  tables: CountyTables['tables'];
}

/** Fills a migrated, empty database with these counties as they are now. */
export async function fill(adminUrl: string, shapes: readonly CountyShape[], say: Say): Promise<void> {
  const now = new Date();
  const [one, other] = await Promise.all([connect(adminUrl), connect(adminUrl)]);
  try {
    const counties = makeCounties(shapes, now);
    const backs = { report: await bare(one, ['report']), report_search: await bare(one, ['report_search']) };
    const instructions = await copyReports([one, other], counties, now);
    await addTables(one, counties, instructions);
    say('  reports are there; their indexes ...');
    const bonds = backs.report_search.filter(isForeignKey);
    const indexes = backs.report_search.filter((statement) => !isForeignKey(statement));
    await Promise.all([run(one, backs.report), run(other, indexes)]);
    await run(other, bonds);
    await one.query(
      `select setval('report_no', (select max(serial) from report)), setval('instruction_no', (select max(serial) from instruction)),
         setval('case_no', (select max(serial) from cases))`,
    );
    if (shapes.some(({ code }) => code === BIG_COUNTY)) await addCases(one);
    await one.query('select app.rebuild_tallies()'); // the reports' triggers were off
    await one.query('select app.count_words()');
    say('  statistics and visibility ...');
    await one.query('vacuum (analyze)'); // index-only scans need the visibility map
  } finally {
    await Promise.all([one.end(), other.end()]);
  }
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

function makeCounties(shapes: readonly CountyShape[], now: Date): County[] {
  const calendar = new Map(publishedDays().map(({ day, isWorkday }) => [day, isWorkday]));
  const serials = { report: 0, instruction: 0, case: 0 };
  return shapes.map((shape) => {
    const { tables, cases } = makeCounty(planOf(shape), now, calendar, serials);
    const rows = (wanted: string) => tables.flatMap(([table, rows]) => (table === wanted ? rows : []));
    serials.report += rows('report').length;
    serials.instruction += rows('instruction').length;
    serials.case += rows('cases').length;
    return { shape, rows, tables, cases };
  });
}

/** All but the reports: after them, because to empty their table empties what refers to it. */
async function addTables(client: pg.Client, counties: readonly County[], instructions: readonly Row[]): Promise<void> {
  const add = await asFiller(client);
  for (const { shape, tables, cases } of counties) {
    for (const [table, rows] of tables)
      if (table === 'alert') await add(table, rows.map(called));
      else if (!table.startsWith('report')) await add(table, rows);
    await bringCases(client, cases);
    await client.query('insert into event_counter (county_code, epoch) values ($1, gen_random_uuid())', [shape.code]);
  }
  await add('instruction', instructions);
  await client.query('analyze');
}

/** Up to the last step: an alert that climbed while somebody measures would be an event that nobody counts with. */
const called = (alert: Row): Row => ({ ...alert, step: 3 });

/** Two tables at once, a connection each. What is copied into a table emptied in the same transaction can be frozen at once. */
async function copyReports([one, other]: [pg.Client, pg.Client], counties: readonly County[], now: Date) {
  await one.query('begin; truncate report cascade');
  await other.query('begin; truncate report_search');
  const into = (client: pg.Client, table: string) => {
    const columns = Object.keys(counties[0]?.rows(table)[0] ?? {});
    return openCopy(client, `copy ${table} (${columns}) from stdin (freeze)`);
  };
  const [reports, searches] = [into(one, 'report'), into(other, 'report_search')];
  const instructions: Row[] = [];
  for (const lines of asTheyCameIn(counties, now, instructions))
    await Promise.all([reports.send(lines.reports), lines.searches && searches.send(lines.searches)]);
  await Promise.all([reports.end(), searches.end()]);
  await Promise.all([one.query('commit'), other.query('commit')]);
  return instructions;
}

/** Counties mixed as their reports come in, a day at once: no county lies together on disk. */
function* asTheyCameIn(counties: readonly County[], now: Date, instructions: Row[]) {
  const tellers = counties.map(({ shape, rows }) => {
    const tell = tellingAgain(againOf(shape), rows('report'), rows('report_search'), now);
    const random = randomFrom(`bench instructions ${shape.code}`);
    return { tell, instruct: instructing(rows('instruction'), +now, random) };
  });
  let serial = counties.reduce((sum, { rows }) => sum + rows('report').length, 0);
  let instructed = counties.reduce((sum, { rows }) => sum + rows('instruction').length, 0);
  for (let daysAgo = DAYS - 1; daysAgo >= 0; daysAgo--) {
    const day = tellers.flatMap(({ tell, instruct }) => tell(daysAgo).map((told) => ({ told, instruct })));
    const lines = { reports: '', searches: '' };
    for (const { told, instruct } of day.sort((a, b) => a.told.at - b.told.at)) {
      const { report, search } = told.lines(++serial);
      lines.reports += report;
      lines.searches += search;
      const instruction = instruct(told);
      if (instruction) instructions.push({ ...instruction, serial: ++instructed });
    }
    yield lines;
  }
}

const INSTRUCTED = 1 / 15;

/** A leader's words on one report in fifteen, from what the county's leaders say. */
const instructing = (said: readonly Row[], now: number, random: Random) => (told: Told) => {
  const at = told.at + random.next() * 10 * HOUR;
  if (random.next() > INSTRUCTED || at > now || told.isSealed) return null;
  return {
    ...pick(random, said),
    id: uuidAt(random, at),
    client_id: uuidAt(random, at - 60_000),
    state: 'REGISTERED',
    responsible_unit_code: told.townshipCode,
    instructed_at: new Date(at),
    digest_id: null,
    item_id: null,
    report_id: told.id,
  };
};

async function run(client: pg.Client, statements: readonly string[]): Promise<void> {
  for (const statement of statements) await client.query(statement);
}

const isForeignKey = (statement: string) => statement.includes('FOREIGN KEY');
