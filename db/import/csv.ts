import { CsvError, parse } from 'csv-parse/sync';
import { fileProblems } from './file.problems.ts';
import { refuseFile } from './finding.ts';
import { IMPORT_LIMITS } from './limits.ts';
import type { Row } from './row.ts';

/** In characters; a row has a few hundred. */
const LONGEST_LINE = IMPORT_LIMITS.columns * 1024;

/** Splits CSV text into rows that know the line they begin on; a wrong quote is refused with that line. */
export function parseCsv(text: string): Row[] {
  refuseLongLine(text);
  const rows: Row[] = [];
  let end = 0;
  let blank = 0;
  const keep = (cells: string[], { lines, empty_lines }: { lines: number; empty_lines: number }) => {
    if (cells.length > IMPORT_LIMITS.columns) refuseFile(fileProblems.tooManyColumns(), { line: end + 1 });
    rows.push({ line: end + (empty_lines - blank) + 1, cells: cells.map((cell) => cell.trim()) });
    if (rows.length > IMPORT_LIMITS.rows + IMPORT_LIMITS.head) refuseFile(fileProblems.tooManyRows());
    end = lines;
    blank = empty_lines;
    return null; // kept here, so that a later mistake does not lose the line numbers of what came before
  };
  try {
    parse(text, {
      bom: true,
      record_delimiter: ['\r\n', '\n', '\r'], // its own guess fails on a blank second line
      relax_column_count: true,
      max_record_size: LONGEST_LINE, // a quote that stays open
      skip_empty_lines: true,
      on_record: keep,
    });
  } catch (error) {
    if (error instanceof CsvError && error.code === 'CSV_MAX_RECORD_SIZE')
      refuseFile(fileProblems.recordTooLong(), { line: end + 1 });
    if (error instanceof CsvError) refuseFile(fileProblems.quoting(), { line: end + 1 });
    throw error;
  }
  refuseOtherDelimiter(rows);
  return rows;
}

/** A line of millions of commas is no row, and costs what a file costs before the parser tells of it. */
function refuseLongLine(text: string): void {
  for (let start = 0, line = 1; start < text.length; line++) {
    const found = text.slice(start, start + LONGEST_LINE).search(/[\r\n]/);
    if (found < 0 && text.length - start > LONGEST_LINE) refuseFile(fileProblems.recordTooLong(), { line });
    start = found < 0 ? text.length : start + found + (text.startsWith('\r\n', start + found) ? 2 : 1);
  }
}

const OTHER_DELIMITERS: Record<string, [zh: string, en: string]> = {
  '，': ['全角逗号“，”(U+FF0C)', 'full-width commas “，” (U+FF0C)'],
  '\t': ['制表符(U+0009)', 'tabs (U+0009)'],
  ';': ['半角分号“;”(U+003B)', 'semicolons “;” (U+003B)'],
  '；': ['全角分号“；”(U+FF1B)', 'full-width semicolons “；” (U+FF1B)'],
  '、': ['顿号“、”(U+3001)', 'enumeration commas “、” (U+3001)'],
  '|': ['竖线“|”(U+007C)', 'bars “|” (U+007C)'],
  '｜': ['全角竖线“｜”(U+FF5C)', 'full-width bars “｜” (U+FF5C)'],
};

/** Where the first lines have one cell each, the sign that stands in them most is what was meant to part them. A title may come first. */
function refuseOtherDelimiter(rows: Row[]): void {
  const first = rows.slice(0, 3);
  if (first.some(({ cells }) => cells.length > 1)) return;
  const count = (sign: string, { cells }: Row) => (cells[0] ?? '').split(sign).length - 1;
  const signs = first.flatMap((row) =>
    Object.entries(OTHER_DELIMITERS).map(([sign, words]) => ({ row, words, count: count(sign, row) })),
  );
  const [most] = signs.filter((sign) => sign.count > 0).sort((a, b) => b.count - a.count);
  if (!most) return;
  const [zh, en] = most.words;
  refuseFile(fileProblems.delimiter(en, zh), { line: most.row.line, value: most.row.cells[0] });
}
