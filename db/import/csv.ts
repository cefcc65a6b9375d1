import { CsvError, parse } from 'csv-parse/sync';
import { fileProblems } from './file.problems.ts';
import { refuseFile } from './finding.ts';
import { IMPORT_LIMITS } from './limits.ts';
import type { Row } from './row.ts';

/** Splits CSV text into rows that know the line they begin on; a wrong quote is refused with that line. */
export function parseCsv(text: string): Row[] {
  const rows: Row[] = [];
  let end = 0;
  let blank = 0;
  const keep = (cells: string[], { lines, empty_lines }: { lines: number; empty_lines: number }) => {
    rows.push({ line: end + (empty_lines - blank) + 1, cells: cells.map((cell) => cell.trim()) });
    if (rows.length > IMPORT_LIMITS.rows + 1) refuseFile(fileProblems.tooManyRows());
    end = lines;
    blank = empty_lines;
    return null; // kept here, so that a later mistake does not lose the line numbers of what came before
  };
  try {
    parse(text, {
      bom: true,
      record_delimiter: ['\r\n', '\n', '\r'], // its own guess fails on a blank second line
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: keep,
    });
  } catch (error) {
    if (error instanceof CsvError) refuseFile(fileProblems.quoting(), { line: end + 1 });
    throw error;
  }
  const [header] = rows;
  const [only, second] = header?.cells ?? [];
  if (second === undefined && /[\t;,、|]/.test(only ?? '')) {
    refuseFile(fileProblems.delimiter(), { line: header?.line, value: only });
  }
  return rows;
}
