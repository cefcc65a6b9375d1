import { buffer } from 'node:stream/consumers';
import { expect, test } from '@jest/globals';
import { toCsv } from './csv.ts';
import { exampleRows, exampleSheet } from './sheet.example.ts';
import type { ColumnKind, Sheet, SheetCell } from './sheet.ts';

async function* oneByOne(...rows: SheetCell[][]) {
  yield* rows;
}
/** With its BOM, which other readers take off. */
const csv = async (sheet: Sheet) => (await buffer(toCsv(sheet))).toString();
const field = async (value: SheetCell, kind: ColumnKind = 'TEXT') => {
  const sheet = exampleSheet({ columns: [{ name: '列', kind }], rows: oneByOne([value]) });
  return /^\uFEFF列\r\n([\s\S]*)\r\n$/.exec(await csv(sheet))?.[1];
};

test('a CSV begins with a BOM, and its lines end and are quoted as RFC 4180 says', async () => {
  const sheet = exampleSheet({ rows: exampleRows(2) });
  const [heading, first, second, end] = (await csv(sheet)).split('\r\n');
  expect(heading).toBe('\uFEFF编号,标题,地点代码,乡镇,村,类别,发生日期,报送时间,答复天数,按时率,状态,备注');
  expect(first).toBe(
    `00000001,群众反映第1次：村内饮水管网老化，夏季用水高峰时段水压不足,0990101101201001,第1乡镇,第1村,'=农业农村·1,2026-01-02,2026-01-01 08:00,0.25,0.1%,办理中,`,
  );
  expect([second?.split(',').length, end]).toEqual([12, '']);
  expect(await field('他说："好，\n行"')).toBe('"他说：""好，\n行"""');
});

test.each([
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠SUM',
  ' =1',
  '\u200b=1',
  '\n=1',
  '\ttext',
])('%j does not run: an apostrophe stands before it, in headings too', async (said) => {
  const found = await field(said);
  expect(found?.replace(/^"([\s\S]*)"$/, '$1')).toBe(`'${said}`);
  const heading = await csv(exampleSheet({ columns: [{ name: said, kind: 'TEXT' }], rows: oneByOne() }));
  expect(heading.replace(/^\uFEFF"?/, '').startsWith("'")).toBe(true);
});

test('what does not begin as a formula stays as it is: figures below nothing, codes, words with such signs inside', async () => {
  expect(await field(-5, 'NUMBER')).toBe('-5');
  expect(await field(-2.5, 'PERCENT')).toBe('-2.5%');
  expect(await field('000123', 'CODE')).toBe('000123');
  expect(await field('1+1=2 @村')).toBe('1+1=2 @村');
  expect(await field(null)).toBe('');
});

test('an empty table is its heading', async () => {
  expect((await csv(exampleSheet({ rows: oneByOne() }))).split('\r\n')).toHaveLength(2);
});
