import ExcelJS from '@protobi/exceljs';
import { fileProblems } from './file.problems.ts';
import { refuseFile } from './finding.ts';
import { IMPORT_LIMITS } from './limits.ts';
import type { Row } from './row.ts';

/** The rows of the first visible sheet as text; line numbers are Excel's. */
export async function parseXlsx(bytes: Uint8Array): Promise<Row[]> {
  if (unpackedSize(bytes) > IMPORT_LIMITS.unpackedBytes) refuseFile(fileProblems.tooLarge());
  const book = new ExcelJS.Workbook();
  // Its declaration asks for a Buffer of an older @types/node.
  await book.xlsx.load(bytes as never).catch(() => refuseFile(fileProblems.brokenExcel()));
  const sheet = book.worksheets.find(({ state }) => state === 'visible') ?? refuseFile(fileProblems.brokenExcel());
  if (sheet.actualRowCount > IMPORT_LIMITS.rows + 1) refuseFile(fileProblems.tooManyRows());
  const rows: Row[] = [];
  sheet.eachRow((row, line) => rows.push({ line, cells: cellsOf(row) }));
  return withoutEmptyColumns(rows);
}

function cellsOf(row: ExcelJS.Row): string[] {
  const cells: string[] = [];
  row.eachCell({ includeEmpty: true }, (cell, column) => {
    cells[column - 1] = textOf(cell.value).trim();
  });
  return cells;
}

/** Formatting alone makes Excel store empty cells to the right of the table. */
function withoutEmptyColumns(rows: Row[]): Row[] {
  const header = rows[0]?.cells ?? [];
  const width = header.findLastIndex((cell) => cell !== '') + 1;
  return rows.map(({ line, cells }) => {
    const filled = cells.findLastIndex((cell) => cell !== '') + 1;
    const wanted = Math.max(width, filled);
    return { line, cells: Array.from({ length: wanted }, (_, i) => cells[i] ?? '') };
  });
}

function textOf(value: ExcelJS.CellValue): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  if (typeof value !== 'object') return String(value);
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('text' in value) return textOf(value.text as ExcelJS.CellValue);
  if ('result' in value) return textOf(value.result as ExcelJS.CellValue);
  return 'error' in value ? String(value.error) : '';
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

/** What the archive's directory says its files unpack to, in bytes (APPNOTE 4.3.12): a small file may hold a huge one. */
function unpackedSize(bytes: Uint8Array): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && view.getUint32(end, true) !== DIRECTORY_END) end--;
  if (end < 0) refuseFile(fileProblems.brokenExcel());
  let total = 0;
  let entry = view.getUint32(end + 16, true);
  while (entry + 46 <= end && view.getUint32(entry, true) === DIRECTORY_ENTRY) {
    total += view.getUint32(entry + 24, true);
    entry += 46 + [28, 30, 32].reduce((sum, field) => sum + view.getUint16(entry + field, true), 0);
  }
  return total;
}
