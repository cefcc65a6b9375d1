import { Readable } from 'node:stream';
import { minuteOf } from '@lxq/schema/calendar.ts';
import { readsAsFormula } from './formula.ts';
import { inPieces } from './pieces.ts';
import { figureOf, type Sheet, type SheetColumn, type SheetRow } from './sheet.ts';

/**
 * RFC 4180 with a BOM, without which Excel takes UTF-8 for something else; a heading and the rows, and nothing else, so that programs can read it. Text that
 * a spreadsheet would run begins with an apostrophe: it is the one mark by which spreadsheets know text, and whoever reads the file by a program takes it off.
 * Codes stand as they are; a spreadsheet that opens the file by itself shows them without zeros, which XLSX does not.
 */
export const toCsv = (sheet: Sheet): Readable => Readable.from(inPieces(lines(sheet)), { objectMode: false });

const BOM = '\uFEFF';
async function* lines({ columns, rows }: Sheet): AsyncGenerator<string> {
  yield BOM + line(columns.map(({ name }) => quoted(safe(name))));
  for await (const row of rows) yield line(columns.map((column, i) => fieldOf(row, column, i)));
}
const line = (fields: readonly string[]) => `${fields.join(',')}\r\n`;

function fieldOf(row: SheetRow, { kind }: SheetColumn, i: number): string {
  const value = row[i] ?? null;
  if (value === null) return '';
  if (kind === 'NUMBER') return String(figureOf(value));
  if (kind === 'PERCENT') return `${figureOf(value)}%`;
  return quoted(safe(value instanceof Date ? minuteOf(value) : String(value)));
}
const safe = (text: string) => (readsAsFormula(text) ? `'${text}` : text);
const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
