import { fileProblems } from './file.problems.ts';
import { refuseFile } from './finding.ts';
import { IMPORT_LIMITS } from './limits.ts';
import type { Row } from './row.ts';
import type { Book } from './xlsx.book.ts';
import { shownNumber } from './xlsx.number.ts';
import { readXml } from './xlsx.xml.ts';

const { rows: mostFilled, head, columns: mostColumns, cell: longest, xlsx: most } = IMPORT_LIMITS;

interface Cell {
  column: number;
  style: number;
  type: string;
  text: string;
}
interface Range {
  from: [line: number, column: number];
  to: [line: number, column: number];
}

/** The filled rows of a sheet as text; line numbers are Excel's, and a merged range says the same in each of its cells. */
export function rowsOf(xml: string, book: Book): Row[] {
  const rows: Row[] = [];
  const merged: Range[] = [];
  let [seen, inRow] = [0, 0];
  let row: Row = { line: 0, cells: [] };
  let cell: Cell | undefined;
  let isText = false;
  const begin: Record<string, (attributes: Record<string, string>) => void> = {
    row({ r }) {
      if (++seen > most.rows) refuseFile(fileProblems.emptyRows());
      row = { line: positive(r) ?? row.line + 1, cells: [] };
      cell = undefined;
      inRow = 0;
    },
    c({ r, s, t }) {
      if (++inRow > most.cellsOfRow) refuseFile(fileProblems.brokenExcel());
      const column = columnOf(r) ?? (cell?.column ?? -1) + 1;
      cell = { column, style: Number(s ?? 0), type: t ?? 'n', text: '' };
    },
    mergeCell({ ref }) {
      if (merged.push(rangeOf(ref ?? '')) > most.merged) refuseFile(fileProblems.tooManyMerged());
    },
  };
  readXml(xml, {
    open(tag, attributes) {
      begin[tag]?.(attributes);
      isText = tag === 'v' || tag === 't';
    },
    text(piece) {
      if (cell && isText && cell.text.length <= longest) cell.text += piece;
    },
    close(tag) {
      isText = false;
      if (tag === 'c' && cell) put(row, cell, book);
      if (tag === 'row' && row.cells.length > 0 && rows.push(row) > mostFilled + head)
        refuseFile(fileProblems.tooManyRows());
    },
  });
  fillMerged(rows, merged);
  return rows;
}

function put(row: Row, cell: Cell, book: Book): void {
  const text = textOf(cell, book).trim();
  if (text === '') return;
  if (cell.column >= mostColumns) refuseFile(fileProblems.tooManyColumns(), { line: row.line });
  while (row.cells.length < cell.column) row.cells.push('');
  row.cells[cell.column] = text;
}

function textOf({ type, text, style }: Cell, { strings, formats, isFrom1904 }: Book): string {
  if (text === '') return '';
  if (type === 's') return strings[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'true' : 'false';
  if (type === 'd') return text.slice(0, 10);
  return type === 'n' ? shownNumber(Number(text), formats[style], isFrom1904) : text;
}

const positive = (text: string | undefined) => (/^[1-9]\d{0,6}$/.test(text ?? '') ? Number(text) : undefined);

/** BC7 → 54. */
function columnOf(place: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}/.exec(place ?? '')?.[0];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function rangeOf(ref: string): Range {
  const [from = '', to = from] = ref.split(':');
  const place = (text: string): [number, number] => [positive(/\d+$/.exec(text)?.[0]) ?? 0, columnOf(text) ?? 0];
  return { from: place(from), to: place(to) };
}

/** Only cells of filled rows are filled: a merged range may be as large as the sheet. */
function fillMerged(rows: Row[], merged: Range[]): void {
  const byLine = new Map(rows.map((row) => [row.line, row.cells]));
  const last = rows.at(-1)?.line ?? 0;
  let left: number = most.mergedCells;
  for (const { from, to } of merged) {
    const text = byLine.get(from[0])?.[from[1]];
    if (!text) continue;
    const end = Math.min(to[1], mostColumns - 1);
    for (let line = from[0]; line <= Math.min(to[0], last); line++) {
      left -= end - from[1] + 1;
      if (left < 0) refuseFile(fileProblems.tooManyMerged());
      fill(byLine.get(line) ?? [], { from: from[1], end, text });
    }
  }
}

function fill(cells: string[], { from, end, text }: { from: number; end: number; text: string }): void {
  while (cells.length < from) cells.push('');
  for (let column = from; column <= end; column++) cells[column] = text;
}
