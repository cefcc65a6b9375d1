import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import ExcelJS from '@protobi/exceljs';
import { createTestDatabase } from '../test-database.ts';
import { countsOf, importFile, makeFolder, REAL_FILE, refusalOf } from './import.testing.ts';
import type { ImportOutcome } from './import.ts';
import type { KindName } from './kinds.ts';

export type Table = (string | number)[][];
export const COUNTY = 371723;
export const VILLAGE = '371723001001';

export const PEOPLE: Table = [
  ['人员编号', '姓名', '帐号', '启用'],
  ['W-001', '测试甲', 'test.jia', '是'],
  ['W-002', '测试乙', '', ''],
  ['W-003', '测试丙', 'test.bing', '是'],
];
export const POSTS: Table = [
  ['person', 'unit', 'role', 'area', 'code', 'from', 'to'],
  ['W-001', '文亭街道 南堤居民委员会', '信息员', '', 'XXY-1', '2026-01-01', ''],
  ['W-002', VILLAGE, 'OFFICER', `${VILLAGE}002`, 'XXY-2', '', ''],
  ['W-003', '文亭街道群众工作站', 'Township clerk', '', '', '2026-01-01', '2027-12-31'],
];

/** The real county in a database of its own, and a folder for the files that go into it. */
export async function startCounty() {
  const database = await createTestDatabase();
  const url = database.adminUrl;
  const folder = await makeFolder();
  let files = 0;
  await importFile(url, { kind: 'divisions', file: REAL_FILE });

  const place = (ending: string) => path.join(folder.path, `${++files}${ending}`);
  const csv = (rows: Table) => folder.write(`${++files}.csv`, rows.map((row) => row.join(',')).join('\r\n'));
  async function xlsx(rows: Table): Promise<string> {
    const book = new ExcelJS.Workbook();
    book.addWorksheet('Sheet1').addRows(rows);
    const file = place('.xlsx');
    await book.xlsx.writeFile(file);
    return file;
  }
  async function put(kind: KindName, rows: Table, write = csv): Promise<ImportOutcome> {
    return importFile(url, { kind, file: await write(rows), passwordFile: place('.passwords'), asOf: '2026-03-01' });
  }
  const summary = async (kind: KindName, rows: Table, write = csv) =>
    (await put(kind, rows, write)).changes.summary().en;
  /** Where and why a file is refused, without anything being written. */
  async function refused(kind: KindName, rows: Table) {
    const before = await countsOf(url);
    const findings = await refusalOf(url, { kind, file: await csv(rows), passwordFile: place('.passwords') });
    if (!isDeepStrictEqual(await countsOf(url), before)) throw new Error('a refused file was written');
    return findings.map(({ line, field, code }) => [line, field, code]);
  }
  async function stop(): Promise<void> {
    await database.drop();
    await folder.remove();
  }
  return { url, folder, place, csv, xlsx, put, refused, summary, stop };
}
