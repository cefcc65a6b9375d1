import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays } from '@lxq/schema/calendar.ts';
import { later } from '@lxq/schema/measures/table-periods.ts';
import { ask, refusal } from '../digests/digest.testing.ts';
import { type Account, type Fixture, startFixture, submitted, UNITS } from '../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  await submitted(fixture, 'officer', { households: 12 });
  await submitted(fixture, 'officer', { topic: 'PRAISE', source: null });
  await submitted(fixture, 'otherOfficer', { topic: 'ROAD', households: 5 });
});
afterAll(() => fixture.close());

const TABLE = `query ($table: TableInput!) { table(table: $table) {
  rows { codes labels } columns { codes labels } cells { row column values denominators compared } predicate hash from to comparedFrom comparedTo isFromTallies cost } }`;
const ROWS = `query ($table: TableInput!, $measure: String!, $row: [String!]!, $part: CellPart!) { tableRows(table: $table, measure: $measure, row: $row, part: $part) {
  totalCount hash predicate edges { node { id no title place at state path } } } }`;
const asked = (more: object) => ({ measures: ['reports'], rows: [], columns: [], ...more });

test('measures by township and topic, with what is counted for each township and in all', async () => {
  const { table } = await ask(fixture, 'analyst', TABLE, {
    table: asked({ measures: ['reports', 'problems', 'households'], rows: ['TOWNSHIP', 'TOPIC'] }),
  });
  const told = table.cells.map(({ row, values }: any) => [table.rows[row].labels.join(' '), ...values]);
  expect(told).toEqual([
    ['', 3, 2, 17],
    ['东关镇', 2, 1, 12],
    ['东关镇 好人好事', 1, 0, 0],
    ['东关镇 饮水', 1, 1, 12],
    ['西河镇', 1, 1, 5],
    ['西河镇 道路', 1, 1, 5],
  ]);
});

test('a cell opens the list of what it counts, under the same hash', async () => {
  const table = asked({ measures: ['reports', 'readRate'], rows: ['SOURCE'], filter: { under: String(UNITS.east) } });
  const { table: told } = await ask(fixture, 'clerk', TABLE, { table });
  const { tableRows } = await ask(fixture, 'clerk', ROWS, { table, measure: 'reports', row: [''], part: 'NUMERATOR' });
  expect([tableRows.totalCount, tableRows.hash, tableRows.predicate]).toEqual([1, told.hash, told.predicate]);
  expect(tableRows.edges[0].node).toMatchObject({ title: expect.stringContaining('机井'), state: 'SUBMITTED' });
  const read = { table, measure: 'readRate', row: [], part: 'DENOMINATOR' };
  expect((await ask(fixture, 'clerk', ROWS, read)).tableRows.totalCount).toBe(2);
});

test.each([
  ['measures', { measures: [] }],
  ['measures', { measures: ['wealth'] }],
  ['rows', { rows: ['GRADE'] }],
  ['filter.grades', { filter: { grades: ['MAJOR'] } }],
  ['columns', { rows: ['TOPIC'], columns: ['TOPIC'] }],
  ['rows', { rows: ['TOPIC', 'SOURCE', 'LINE'] }],
  ['filter.from', { compare: 'PREVIOUS' }],
  ['filter.from', { filter: { from: '2026-03-02', to: '2026-03-01' } }],
  ['filter.under', { filter: { under: 'east' } }],
  ['filter.units', { filter: { units: ['east'] } }],
])('a question that does not fit is refused by its field %s: %j', async (field, more) =>
  expect(await refusal(fixture, 'analyst', TABLE, { table: asked(more) })).toMatchObject({ code: 'BAD_INPUT', field }),
);

test('a day moves to another ten-day period in the database as it does here', async () => {
  const days = Array.from({ length: 800 }, (_, i) => addDays('2023-12-25', i));
  for (const by of [-36, -3, -1, 1, 2, 5, 36]) {
    const { rows } = await fixture.admin.query(
      `select app.ten_days_later(d::date, $2)::text as later from unnest($1::text[]) with ordinality u (d, n) order by n`,
      [days, by],
    );
    expect(rows.map((row) => row.later)).toEqual(days.map((day) => later(day, { unit: 'TEN_DAYS', by })));
  }
});

test('measures of what a level does not see are neither offered nor answered with nothing', async () => {
  const names = async (account: Account) =>
    (await ask(fixture, account, '{ measures { name } }')).measures.map(({ name }: { name: string }) => name);
  expect(await names('analyst')).toEqual(expect.arrayContaining(['reports', 'casesOnTime', 'revisitsOnTime']));
  for (const [account, name] of [
    ['analyst', 'satisfaction'],
    ['officer', 'casesOnTime'],
    ['clerk', 'digestItems'],
  ] as const) {
    expect(await names(account)).not.toContain(name);
    const refused = await refusal(fixture, account, TABLE, { table: asked({ measures: [name] }) });
    expect(refused).toMatchObject({ code: 'BAD_INPUT', field: 'measures' });
  }
});

test('a table of too many cells is refused, and one that costs too much before it is asked', async () => {
  await fixture.admin.query(
    `insert into report (county_code, unit_code, id, client_id, content_hash, author_id, post_id, line, channel, topic_code, urgency, place_code, occurred_at, submitted_at, due_at, content)
     select r.county_code, r.unit_code, gen_random_uuid(), gen_random_uuid(), 'x', r.author_id, r.post_id, r.line, r.channel, 'T' || n, 'NORMAL', r.place_code, r.occurred_at, now(), now(), r.content
     from (select * from report limit 1) r, generate_series(1, 5001) n`,
  );
  const refused = (more: object) => refusal(fixture, 'analyst', TABLE, { table: asked(more) });
  expect(await refused({ rows: ['TOPIC'] })).toMatchObject({ code: 'BAD_INPUT', field: 'table' });
  const measures = ['reports', 'cases', 'satisfaction', 'casesOnTime', 'revisits', 'revisitsOnTime', 'instructions'];
  const dear = { measures, compare: 'PREVIOUS', filter: { from: '2026-01-01', to: '2026-01-31' } };
  expect(await refusal(fixture, 'county', TABLE, { table: asked({ ...dear, rows: ['UNIT', 'STATE'] }) })).toMatchObject(
    {
      field: 'table',
      message: expect.stringContaining('开销'),
    },
  );
});
