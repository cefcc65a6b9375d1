import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { afterAll, expect, test } from '@jest/globals';
import { archive, measured, sheetOf, workbook } from './hostile.testing.ts';
import { makeFolder } from './import.testing.ts';

const folder = await makeFolder();
afterAll(() => folder.remove());

const MB = 1024 * 1024;
const cell = (place: string, text: string) => `<c r="${place}" t="inlineStr"><is><t>${text}</t></is></c>`;
const row = (line: number, cells: string) => `<row r="${line}">${cells}</row>`;
const TABLE = row(1, cell('A1', '编号') + cell('B1', '姓名')) + row(2, cell('A2', 'W-1') + cell('B2', '测试甲'));
const many = (text: string, bytes: number) => text.repeat(Math.ceil(bytes / text.length));
const nested = (tag: string, bytes: number) => many(`<${tag}>`, bytes / 2) + many(`</${tag}>`, bytes / 2);

const HOSTILE: [name: string, made: () => Buffer, code: RegExp][] = [
  [
    'a sheet that unpacks to 200 MB',
    () => workbook({ sheet: sheetOf(many('<row/>', 200 * MB)) }),
    /UNPACKED_TOO_LARGE/,
  ],
  [
    'a sheet of 100 MB whose directory claims a hundred bytes',
    () => workbook({ sheet: sheetOf(many(' ', 100 * MB)), claimed: 100 }),
    /UNPACKED_TOO_LARGE/,
  ],
  [
    'shared strings of 100 MB',
    () => workbook({ sheet: sheetOf(TABLE), strings: `<sst>${many('<si/>', 100 * MB)}</sst>` }),
    /UNPACKED_TOO_LARGE/,
  ],
  [
    'three million shared strings',
    () => workbook({ sheet: sheetOf(TABLE), strings: `<sst>${many('<si/>', 15 * MB)}</sst>` }),
    /UNPACKED_TOO_LARGE/,
  ],
  [
    'strings that are nested millions deep',
    () => workbook({ sheet: sheetOf(TABLE), strings: `<sst>${nested('si', 15 * MB)}</sst>` }),
    /BROKEN_EXCEL/,
  ],
  ['a sheet nested millions deep', () => workbook({ sheet: sheetOf(nested('row', 15 * MB)) }), /BROKEN_EXCEL/],
  ['two million empty rows', () => workbook({ sheet: sheetOf(TABLE + many('<row/>', 15 * MB)) }), /EMPTY_ROWS/],
  [
    'a million empty cells in a row',
    () => workbook({ sheet: sheetOf(TABLE + row(3, many('<c r="XFD3"/>', 15 * MB))) }),
    /BROKEN_EXCEL/,
  ],
  [
    'cells in the last column and line of a sheet',
    () => workbook({ sheet: sheetOf(TABLE + row(1048576, cell('XFD1048576', 'x'))) }),
    /TOO_MANY_COLUMNS/,
  ],
  [
    'a dimension of the whole sheet',
    () => workbook({ sheet: `<worksheet><dimension ref="A1:XFD1048576"/><sheetData>${TABLE}</sheetData></worksheet>` }),
    /2 rows/,
  ],
  [
    'a merged range as large as the sheet',
    () => workbook({ sheet: sheetOf(TABLE, '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>') }),
    /2 rows/,
  ],
  [
    'half a million merged ranges',
    () => workbook({ sheet: sheetOf(TABLE, `<mergeCells>${many('<mergeCell ref="A1:B2"/>', 15 * MB)}</mergeCells>`) }),
    /TOO_MANY_MERGED/,
  ],
  [
    'merged ranges that each cover twenty thousand rows',
    () =>
      workbook({
        sheet: sheetOf(
          Array.from({ length: 20_000 }, (_, i) => row(i + 1, cell(`A${i + 1}`, 'x'))).join(''),
          `<mergeCells>${many('<mergeCell ref="A1:BL20000"/>', MB)}</mergeCells>`,
        ),
      }),
    /TOO_MANY_MERGED/,
  ],
  [
    'more rows than a file may hold',
    () =>
      workbook({
        sheet: sheetOf(Array.from({ length: 30_000 }, (_, i) => row(i + 1, cell(`A${i + 1}`, 'x'))).join('')),
      }),
    /TOO_MANY_ROWS/,
  ],
  [
    'entities that expand to gigabytes',
    () =>
      workbook({
        sheet: `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">${Array.from({ length: 12 }, (_, i) => `<!ENTITY a${i} "${`&a${i ? i - 1 : ''};`.repeat(10)}">`).join('')}]>${sheetOf(row(1, cell('A1', '&a11;')))}`,
      }),
    /BROKEN_EXCEL/,
  ],
  [
    'an element of a million attributes',
    () =>
      workbook({
        sheet: sheetOf(`<row ${Array.from({ length: 1_000_000 }, (_, i) => `a${i}=""`).join(' ')}/>${TABLE}`),
      }),
    /BROKEN_EXCEL/,
  ],
  [
    'a cell of 15 MB of text',
    () => workbook({ sheet: sheetOf(TABLE + row(3, cell('A3', many('文', 5 * MB)))) }),
    /3 rows/,
  ],
  [
    'a million styles',
    () =>
      workbook({
        sheet: sheetOf(TABLE),
        styles: `<styleSheet><cellXfs>${many('<xf/>', 15 * MB)}</cellXfs></styleSheet>`,
      }),
    /UNPACKED_TOO_LARGE/,
  ],
  [
    'an archive of three thousand files',
    () => archive(Array.from({ length: 3_000 }, (_, i) => ({ name: `${i}`, content: '' }))),
    /UNPACKED_TOO_LARGE/,
  ],
  ['a sheet that is not XML', () => workbook({ sheet: many('<<<&&&', MB) }), /BROKEN_EXCEL/],
];

test.each(HOSTILE)('an XLSX with %s is read within bounds or refused', async (name, made, code) => {
  const bytes = made();
  const found = await measured(await folder.write('hostile.xlsx', bytes));
  console.log(
    `${(bytes.length / 1024).toFixed(0)} KB, ${name}: ${found.code}, ${found.milliseconds.toFixed(0)} ms, ${found.megabytes.toFixed(0)} MB`,
  );
  expect(found.code).toMatch(code);
  expect(found.megabytes).toBeLessThan(300);
  expect(found.milliseconds).toBeLessThan(6_000); // 2 s where nothing else runs
});

test.each([
  ['ten million commas in a line', ','.repeat(9 * MB), /LINE_TOO_LONG/],
  ['a hundred columns', `${'a,'.repeat(100)}\n`.repeat(3), /TOO_MANY_COLUMNS/],
  ['a quote that is open for megabytes', `a,b\n"${'x\n'.repeat(4 * MB)}`, /LINE_TOO_LONG|QUOTING/],
  ['five million empty lines', `a,b\n${'\n'.repeat(9 * MB)}`, /FILE_EMPTY/],
])('a CSV with %s is refused within bounds', async (name, text, code) => {
  const found = await measured(await folder.write('hostile.csv', text));
  console.log(`${name}: ${found.code}, ${found.milliseconds.toFixed(0)} ms, ${found.megabytes.toFixed(0)} MB`);
  expect(found.code).toMatch(code);
  expect(found.megabytes).toBeLessThan(300);
  expect(found.milliseconds).toBeLessThan(6_000);
});

test('a table of twenty thousand rows is read within the same bounds', async () => {
  const rows = Array.from({ length: 20_001 }, (_, i) =>
    row(i + 1, Array.from('ABCDEFGHI', (column) => cell(`${column}${i + 1}`, `内容${i}`)).join('')),
  );
  const found = await measured(await folder.write('large.xlsx', workbook({ sheet: sheetOf(rows.join('')) })));
  console.log(`20,000 rows: ${found.milliseconds.toFixed(0)} ms, ${found.megabytes.toFixed(0)} MB`);
  expect(found).toMatchObject({ code: '20001 rows' });
  expect(found.megabytes).toBeLessThan(300);
});

test('the command ends at SIGTERM while it reads', async () => {
  await folder.write('slow.xlsx', workbook({ sheet: sheetOf(TABLE + many('<row/>', 15 * MB)) }));
  const bin = path.join(import.meta.dirname, '../../bin/import.ts');
  const child = spawn(process.execPath, [bin, 'people', 'slow.xlsx'], {
    env: { ...process.env, NODE_OPTIONS: '', INIT_CWD: folder.path, DATA_DIR: folder.path },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  for await (const piece of child.stdout) if (String(piece).includes('Reading')) break;
  const begun = Date.now();
  child.kill('SIGTERM');
  const [code] = child.exitCode === null ? await once(child, 'exit') : [child.exitCode];
  expect(code).toBe(130);
  expect(Date.now() - begun).toBeLessThan(5_000);
});
