import pg from 'pg';
import { v7 } from 'uuid';
import type { Lots } from '../reports/counts/tally.testing.ts';
import { COUNTY, type Fixture, idOf, UNITS } from '../testing/fixture.ts';
import * as drawn from './table-rows.testing.ts';
import { instants, type Row, some } from './table-rows.testing.ts';

/** What no lot says of a column that needs something. */
const FILLING: Record<string, () => unknown> = {
  uuid: v7,
  text: () => 'x',
  bigint: () => UNITS.county,
  integer: () => 1,
  boolean: () => false,
  jsonb: () => [],
  date: () => new Date().toISOString().slice(0, 10),
  'timestamp with time zone': () => new Date().toISOString(),
};

async function insert(client: pg.Client, table: string, rows: readonly Row[]): Promise<void> {
  const { rows: columns } = await client.query(
    `select column_name as name, data_type as type from information_schema.columns where table_schema = 'public' and table_name = $1
     and is_nullable = 'NO' and column_default is null and is_generated = 'NEVER'`,
    [table],
  );
  const whole = rows.map((row) => ({
    ...Object.fromEntries(columns.map(({ name, type }) => [name, FILLING[type]?.()])),
    ...{ county_code: COUNTY, ...row },
  }));
  const names = Object.keys(whole[0] as Row).join(', ');
  await client.query(
    `insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1)`,
    [JSON.stringify(whole)],
  );
}

/** Things of every noun that is measured, drawn by lot, without the deeds that lead there: triggers and bonds are off meanwhile. */
export async function seedGround({ adminUrl }: Fixture, lots: Lots, many: number): Promise<void> {
  const client = new pg.Client(adminUrl);
  await client.connect();
  await client.query('set session_replication_role = replica');
  await client.query(
    `insert into term (county_code, kind, code, name, name_en, parent_code, is_problem) values ($1, 'TOPIC', 'WELL', '机井', 'Wells', 'WATER', true)`,
    [COUNTY],
  );
  const reports = drawn.reportsOf(lots, many);
  await insert(client, 'report', reports);
  await insert(client, 'audit', drawn.historyOf(lots, reports));
  const cases = drawn.casesOf(lots, reports, many / 3);
  await insert(client, 'cases', cases);
  const instructions = drawn.instructionsOf(lots, reports, many / 6);
  await insert(client, 'instruction', instructions);
  await insert(client, 'participation', drawn.partsOf(lots, 'CASE', cases));
  await insert(client, 'participation', drawn.partsOf(lots, 'INSTRUCTION', instructions));
  const revisits = drawn.revisitsOf(lots, cases, many / 2);
  await insert(client, 'revisit', revisits);
  await insert(client, 'deadline', drawn.owedOf(lots, 'CASE', cases));
  await insert(client, 'deadline', drawn.owedOf(lots, 'REVISIT', revisits));
  await insert(client, 'guidance_order', drawn.ordersOf(lots, cases));
  await seedDigests(client, lots);
  await client.query('select app.rebuild_tallies()');
  await client.end();
}

async function seedDigests(client: pg.Client, lots: Lots): Promise<void> {
  const { pick } = lots;
  const { past } = instants(lots);
  const digests = some(8).map((_, no) => ({
    ...{
      id: v7(),
      state: pick(['EDITING', 'ISSUED', 'FOLLOWED']),
      year: 2020,
      no: no + 1,
      cum_no: no + 1,
      recipients: {},
    },
    issued_at: past(),
  }));
  await insert(
    client,
    'digest',
    digests.map((digest) =>
      digest.state === 'EDITING' ? { ...digest, issued_at: null, no: null, cum_no: null } : digest,
    ),
  );
  const items = digests.flatMap(({ id: digest_id }) =>
    some(5).map((_, position) => ({
      ...{ id: v7(), digest_id, position, kind: 'NORMAL', title: '机井', body: {}, text: '机井' },
      portfolio_id: pick([idOf('portfolio/water'), idOf('portfolio/road'), null]),
    })),
  );
  await insert(client, 'digest_item', items);
}
