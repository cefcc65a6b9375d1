import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { buffer } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { BulkDone } from '../sheet.child.ts';
import { EXAMPLE_COLUMNS, exampleRow, exampleRows, exampleSheet } from '../sheet.example.ts';
import type { ColumnKind, Sheet, SheetCell } from '../sheet.ts';
import { entriesOf, type ReadCell, rowsOf, wholeText } from './xlsx.reading.ts';
import { STYLE } from './xlsx.style.ts';
import { type SheetLimits, toXlsx } from './xlsx.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sheets-'));
});
afterAll(() => rm(folder, { recursive: true }));

const DATA = 'xl/worksheets/sheet1.xml';
let files = 0;
async function fileOf(given: Partial<Sheet>, limits?: SheetLimits): Promise<string> {
  const file = path.join(folder, `${++files}.xlsx`);
  await writeFile(file, await buffer(toXlsx(exampleSheet(given), limits)));
  return file;
}
async function cellsOf(file: string, name = DATA): Promise<ReadCell[][]> {
  const rows: ReadCell[][] = [];
  for await (const row of rowsOf(file, name)) rows.push(row);
  return rows;
}
async function* oneByOne(...rows: SheetCell[][]) {
  yield* rows;
}
/** What stands in the file where one value was given. */
async function written(value: SheetCell, kind: ColumnKind = 'TEXT'): Promise<ReadCell | undefined> {
  const file = await fileOf({ columns: [{ name: '列', kind }], rows: oneByOne([value]) });
  return (await cellsOf(file))[1]?.[0];
}

test('a workbook has the files that spreadsheets look for, and its rows come back as they were given', async () => {
  const file = await fileOf({ rows: exampleRows(500) });
  expect([...(await entriesOf(file)).keys()]).toEqual([
    '_rels/.rels',
    'xl/styles.xml',
    DATA,
    'xl/worksheets/sheet2.xml',
    'xl/workbook.xml',
    'xl/_rels/workbook.xml.rels',
    '[Content_Types].xml',
  ]);
  const [heading, ...rows] = await cellsOf(file);
  expect(heading?.map(({ text }) => text)).toEqual(EXAMPLE_COLUMNS.map(({ name }) => name));
  expect(rows).toHaveLength(500);
  const texts = EXAMPLE_COLUMNS.flatMap(({ kind }, i) => (kind === 'TEXT' || kind === 'CODE' ? [i] : []));
  for (const [n, row] of rows.entries())
    for (const i of texts) {
      const found = row.find(({ at }) => at === `${'ABCDEFGHIJKL'[i]}${n + 2}`);
      expect(found?.text ?? null).toBe(exampleRow(n + 1)[i]);
    }
});

test('figures, per cents, days and instants are values of their kind; instants are the county’s', async () => {
  expect(await written(24.25, 'NUMBER')).toMatchObject({ isText: false, text: '24.25', style: STYLE.NUMBER });
  expect(await written(87.3, 'PERCENT')).toMatchObject({ isText: false, text: '0.873', style: STYLE.PERCENT });
  expect(await written('2026-11-30', 'DAY')).toMatchObject({ isText: false, text: '46356', style: STYLE.DAY });
  const midnight = new Date('2026-11-29T16:00:00Z');
  expect(await written(midnight, 'INSTANT')).toMatchObject({ isText: false, text: '46356', style: STYLE.INSTANT });
  expect(await written('1899-01-01', 'DAY')).toMatchObject({ isText: true, text: '1899-01-01' });
  expect(await written(null, 'NUMBER')).toBeUndefined();
  await expect(written('12', 'NUMBER')).rejects.toThrow('no figure');
});

test('codes are text and keep their zeros and all of their digits', async () => {
  for (const code of ['000123', '0990101101201000', '990101101201000999', '1E5', '1-2'])
    expect(await written(code, 'CODE')).toMatchObject({ isText: true, text: code, style: STYLE.text });
});

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＋1', '－1', '＠SUM', ' =1', '\u200b=1', '\n=1'])(
  '%j is text, is marked as text for whoever edits it, and is no formula',
  async (text) => {
    const file = await fileOf({ columns: [{ name: text, kind: 'TEXT' }], rows: oneByOne([text]) });
    expect((await cellsOf(file)).flat()).toEqual([
      { at: 'A1', style: STYLE.heading, isText: true, text },
      { at: 'A2', style: STYLE.quoted, isText: true, text },
    ]);
    expect(await wholeText(file, DATA)).not.toMatch(/<f[ >]/);
    expect(await wholeText(file, 'xl/styles.xml')).toMatch(/numFmtId="49"[^>]*quotePrefix="1"/);
  },
);

test('signs that XML cannot hold or would change come back, and half a character is shown as one that is missing', async () => {
  const hard = 'a\u0000b\u0007c\rd\ne\tf<g>&"h\' _x0041_ _x _x00 𠮷 😀';
  expect((await written(hard))?.text).toBe(hard);
  expect((await written('\ud800一\udc00\uffff\ufffe'))?.text).toBe('\ufffd一\ufffd\ufffd\ufffd');
  const file = await fileOf({ rows: oneByOne([hard]) });
  expect(await wholeText(file, DATA)).not.toMatch(/[^\P{Cc}\t\n]|[\ufffe\uffff]/u);
});

test('a text that no cell holds says so at its end and on the sheet beside, and breaks no character', async () => {
  const longest = '长'.repeat(32_767);
  expect((await written(longest))?.text).toBe(longest);
  const file = await fileOf({ columns: [{ name: '列', kind: 'TEXT' }], rows: oneByOne(['😀'.repeat(20_000)], ['短']) });
  const text = (await cellsOf(file))[1]?.[0]?.text ?? '';
  expect(text.length).toBeLessThanOrEqual(32_767);
  expect(text).toMatch(/^(😀)+……〔全文 20000 字，此处放不下，请导出 CSV〕$/u);
  const about = (await cellsOf(file, 'xl/worksheets/sheet2.xml')).map((row) => row.map((cell) => cell.text));
  expect(about).toContainEqual(['放不下而截短的文字', '1']);
});

test('the heading stays in sight and can be filtered by', async () => {
  const file = await fileOf({ rows: exampleRows(5) });
  const xml = await wholeText(file, DATA);
  expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  expect(xml).toContain('<autoFilter ref="A1:L6"/>');
  expect(await wholeText(file, 'xl/workbook.xml')).toContain('hidden="1">\'数据\'!$A$1:$L$6</definedName>');
});

test('a sheet beside says question, scope, time, definitions, hash and how many rows there are', async () => {
  const about = await cellsOf(await fileOf({ rows: exampleRows(7) }), 'xl/worksheets/sheet2.xml');
  expect(about.map((row) => row.map(({ text }) => text))).toEqual([
    ['标题', '各乡镇超期情况'],
    ['问题', '超期在哪里'],
    ['范围', '全县'],
    ['数据截至', '2026-11-30 10:00'],
    ['条件校验码', '3f2a9c1b7d5e4f60'],
    ['行数', '7'],
    ['数据工作表', '数据'],
    [],
    ['指标说明'],
    ['指标', '算法', '分母', '来源'],
    ['按时率', '按时办结 ÷ 应办结', '应办结', 'R47'],
  ]);
});

test.each([
  ['rows', 9, { rows: 5, characters: 1e6 }, [4, 4, 1]],
  ['rows that just fill their sheets', 8, { rows: 5, characters: 1e6 }, [4, 4]],
  ['characters', 9, { rows: 1e6, characters: 5_000 }, [4, 4, 1]],
  ['a row that alone is longer than a sheet may be', 2, { rows: 1e6, characters: 10 }, [1, 1]],
])('%s that no sheet holds go on in further sheets, each with its heading', async (_, count, limits, sizes) => {
  const file = await fileOf({ rows: exampleRows(count) }, limits);
  const found: string[][] = [];
  for (let i = 0; i < sizes.length; i++) {
    const [heading, ...rows] = await cellsOf(file, `xl/worksheets/sheet${i + 1}.xml`);
    expect(heading?.[0]?.text).toBe('编号');
    found.push(rows.map(([code]) => code?.text ?? ''));
  }
  expect(found.map(({ length }) => length)).toEqual(sizes);
  expect(found.flat()).toEqual(Array.from({ length: count }, (_, i) => exampleRow(i + 1)[0]));
  const about = await cellsOf(file, `xl/worksheets/sheet${sizes.length + 1}.xml`);
  const names = sizes.map((_, i) => (i ? `数据 ${i + 1}` : '数据')).join(', ');
  expect(about.map((row) => row.map(({ text }) => text))).toContainEqual(['数据工作表', names]);
});

test('an empty table is a heading and what it is the answer to', async () => {
  const file = await fileOf({ rows: oneByOne() });
  expect(await cellsOf(file)).toHaveLength(1);
  expect(await wholeText(file, DATA)).toContain('<autoFilter ref="A1:L1"/>');
  const about = await cellsOf(file, 'xl/worksheets/sheet2.xml');
  expect(about[5]?.map(({ text }) => text)).toEqual(['行数', '0']);
});

test('the same rows give the same bytes', async () => {
  const bytes = () => buffer(toXlsx(exampleSheet({ rows: exampleRows(300) })));
  expect(Buffer.compare(await bytes(), await bytes())).toBe(0);
});

test('rows that fail give no whole file, and whoever goes away ends the rows', async () => {
  const file = path.join(folder, 'broken.xlsx');
  const failing = async function* () {
    yield* exampleRows(2_000);
    throw new Error('the cursor is gone');
  };
  await expect(pipeline(toXlsx(exampleSheet({ rows: failing() })), createWriteStream(file))).rejects.toThrow('cursor');
  let isEnded = false;
  const endless = async function* () {
    try {
      for (let i = 1; ; i++) yield exampleRow(i);
    } finally {
      isEnded = true;
    }
  };
  const stream = toXlsx(exampleSheet({ rows: endless() }));
  let bytes = 0;
  for await (const piece of stream) {
    bytes += piece.length;
    if (bytes > 100_000) break;
  }
  for (let i = 0; i < 50 && !isEnded; i++) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(isEnded).toBe(true);
});

/** Less than half of what the XML of the rows takes: a writer that keeps it ends here. */
const MEMORY = ['--max-old-space-size=24', '--max-semi-space-size=2'];
test('50,000 rows pass through a process that could not hold them', async () => {
  const file = path.join(folder, 'bulk.xlsx');
  const order = JSON.stringify({ format: 'XLSX', rows: 50_000, file });
  const child = fork(path.join(import.meta.dirname, '../sheet.child.ts'), [order], {
    execArgv: ['--no-warnings', ...MEMORY],
    env: { ...process.env, NODE_OPTIONS: '' },
  });
  const [done] = (await Promise.race([once(child, 'message'), once(child, 'exit')])) as [BulkDone | number];
  expect(done).toHaveProperty('seconds');
  expect((done as BulkDone).peakBytes).toBeLessThan(130e6);
  let count = 0;
  for await (const _ of rowsOf(file, DATA)) count++;
  expect(count).toBe(50_001);
}, 60_000);
