import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, refusal } from '../digests/digest.testing.ts';
import { type Fixture, startFixture, submitted, UNITS } from '../testing/fixture.ts';

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
