import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { rowsOf } from './import.testing.ts';
import { startCounty, type Table } from './network.testing.ts';

let county: Awaited<ReturnType<typeof startCounty>>;
beforeAll(async () => {
  county = await startCounty();
});
afterAll(() => county.stop());

const HEADER = ['日期', '安排', '名称', '公布依据'];
const TABLE: Table = [
  HEADER,
  ['2031-10-01', '放假', '国庆节', '国办发明电〔2030〕1号'],
  ['2031/9/28', '上班', '国庆节调休上班', '国办发明电〔2030〕1号'],
];

test('days are added once, changed where the file says otherwise, and the same file again changes nothing', async () => {
  expect(await county.summary('calendar', TABLE)).toBe('2 added, 0 renamed, 0 closed');
  expect(await county.summary('calendar', TABLE)).toBe('0 added, 0 renamed, 0 closed');
  const another = [HEADER, ['2031-10-01', 'OFF', '国庆', '国办发明电〔2030〕1号']];
  expect(await county.summary('calendar', another)).toBe('0 added, 0 renamed, 1 changed, 0 closed');
  expect(
    await rowsOf(
      county.url,
      `select day::text, is_workday, name from calendar_day where day >= '2031-01-01' order by day`,
    ),
  ).toEqual([
    { day: '2031-09-28', is_workday: true, name: '国庆节调休上班' },
    { day: '2031-10-01', is_workday: false, name: '国庆' },
  ]);
});

test('what is no day, no word, no name or no source is refused with its line, and nothing is written', async () => {
  const source = '国办发明电〔2030〕1号';
  expect(
    await county.refused('calendar', [
      HEADER,
      ['2031-02-30', '放假', '元旦', source],
      ['2031-03-01', '也许', '元旦', source],
      ['2031-03-02', '放假', '很长很长很长很长很长很长很长很长很长很长的名称', source],
      ['2031-03-03', '放假', '元旦', '无'],
      ['2031-03-04', '放假', '', source],
      ['2031-03-05', '放假', '元旦', source],
      ['2031-3-5', '上班', '元旦', source],
    ]),
  ).toEqual([
    [2, 'day', 'BAD_DAY'],
    [3, 'is_workday', 'UNKNOWN_WORD'],
    [4, 'name', 'LENGTH'],
    [5, 'source', 'LENGTH'],
    [6, 'name', 'EMPTY'],
    [8, 'day', 'DUPLICATE'],
  ]);
});
