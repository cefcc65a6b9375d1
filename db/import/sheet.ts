import { namedCharacter, visible, visibleLength } from '@lxq/schema/texts/characters.ts';
import { fileProblems } from './file.problems.ts';
import { type Findings, type Problem, refuseFile, type Words } from './finding.ts';
import { garbledFrom } from './garbled.ts';
import { IMPORT_LIMITS } from './limits.ts';
import { rowProblems } from './row.problems.ts';
import type { Row } from './row.ts';

export interface Column {
  zh: string;
  /** Other headings that offices use for it. */
  also?: string[];
  /** VALUE: every row needs one. COLUMN: the column must be there, a cell may be empty. OPTIONAL: may be left out. */
  need: 'VALUE' | 'COLUMN' | 'OPTIONAL';
  /** Characters a cell may have; IMPORT_LIMITS.name unless it holds a list. */
  longest?: number;
  note: Words;
  example: string;
}

/** A kind of file that can be imported: its columns by their English heading. */
export interface Sheet<Field extends string> {
  name: string;
  zh: string;
  columns: Record<Field, Column>;
}

export interface Entry<Field extends string> {
  line: number;
  value: Record<Field, string>;
  /** False when a finding about one of its cells has been made already. */
  isSound: boolean;
}

/** Rows by field name. Columns may stand in any order, headed in Chinese, in English or as the template does, in both. */
export function entriesOf<Field extends string>(sheet: Sheet<Field>, rows: Row[], findings: Findings): Entry<Field>[] {
  const { header, body } = parted(sheet, rows, findings);
  const fields = matchHeader(sheet, header, findings);
  findings.stopIfRefused(); // without its columns no row can be understood
  const entries: Entry<Field>[] = [];
  for (const { line, cells } of body) {
    const before = findings.list.length;
    const value = valuesOf(sheet, fields, cells);
    if (cells.length !== fields.length) findings.refuse({ line }, wrongCount(cells, fields.length));
    else if (isExample(sheet, value)) {
      findings.warn({ line }, rowProblems.example());
      continue;
    } else checkCells(sheet, { line, value }, findings);
    entries.push({ line, value, isSound: findings.list.length === before });
  }
  refuseGarbled(sheet, entries, findings);
  return entries;
}

/** The header, and the rows below it: a title above it is skipped and told of once. */
function parted<Field extends string>(
  sheet: Sheet<Field>,
  rows: Row[],
  findings: Findings,
): { header: Row; body: Row[] } {
  const needed = fieldsOf(sheet).filter((field) => sheet.columns[field].need !== 'OPTIONAL');
  const isHeader = ({ cells }: Row) =>
    needed.every((field) => cells.some((cell) => headings(sheet, field).includes(fold(cell))));
  const at = Math.max(0, rows.slice(0, IMPORT_LIMITS.head).findIndex(isHeader));
  const [title, header] = [rows[0], rows[at]];
  if (!title || !header || rows.length < at + 2) refuseFile(fileProblems.empty());
  if (rows.length - at - 1 > IMPORT_LIMITS.rows) refuseFile(fileProblems.tooManyRows());
  if (at > 0) findings.warn({ line: title.line, value: title.cells.find(Boolean) }, fileProblems.titleRow(header.line));
  return { header, body: rows.slice(at + 1) };
}

/** A line may be parted by full-width commas, wholly or in places. */
function wrongCount(cells: string[], wanted: number): Problem {
  const wide = cells.join('').split('，').length - 1;
  return wide > 0 && cells.length + wide === wanted
    ? fileProblems.fullWidthComma()
    : fileProblems.cellCount(cells.length, wanted);
}

/** One finding for the whole file, in place of one for each of its cells. */
function refuseGarbled<Field extends string>(sheet: Sheet<Field>, entries: Entry<Field>[], findings: Findings): void {
  const cells = entries.flatMap(({ line, value }) =>
    fieldsOf(sheet).flatMap((field) => {
      const before = garbledFrom(value[field]);
      return before === undefined ? [] : [{ spot: { line, field, value: value[field] }, before }];
    }),
  );
  const [first] = cells;
  if (!first) return;
  findings.forget(cells.map(({ spot }) => spot));
  findings.refuse(first.spot, fileProblems.garbled(cells.length, first.before));
  const lines = new Set(cells.map(({ spot }) => spot.line));
  for (const entry of entries) if (lines.has(entry.line)) entry.isSound = false;
}

function matchHeader<Field extends string>(sheet: Sheet<Field>, { line, cells }: Row, findings: Findings): Field[] {
  const known = fieldsOf(sheet);
  const found = cells.map((cell) => known.find((field) => headings(sheet, field).includes(fold(cell))));
  cells.forEach((cell, i) => {
    const field = found[i];
    if (!field)
      findings.refuse({ line, field: cell }, fileProblems.columnUnknown(known.map((f) => label(sheet, f)).join(' / ')));
    else if (found.indexOf(field) < i) findings.refuse({ line, field }, fileProblems.columnTwice());
  });
  for (const field of known) {
    if (sheet.columns[field].need === 'OPTIONAL' || found.includes(field)) continue;
    findings.refuse({ line, field }, fileProblems.columnMissing(label(sheet, field)));
  }
  return found as Field[];
}

export const fieldsOf = <Field extends string>(sheet: Sheet<Field>) => Object.keys(sheet.columns) as Field[];

/** How the template heads a column. */
export const label = <Field extends string>(sheet: Sheet<Field>, field: Field) => `${sheet.columns[field].zh} ${field}`;

function headings<Field extends string>(sheet: Sheet<Field>, field: Field): string[] {
  const { zh, also = [] } = sheet.columns[field];
  return [field, zh, `${zh}${field}`, ...also].map(fold);
}

const fold = (heading: string) =>
  visible(heading.normalize('NFKC'))
    .replace(/[\s*()_]/g, '')
    .toLowerCase();

function valuesOf<Field extends string>(sheet: Sheet<Field>, fields: Field[], cells: string[]): Record<Field, string> {
  const empty = Object.fromEntries(fieldsOf(sheet).map((field) => [field, '']));
  return Object.assign(empty, Object.fromEntries(fields.map((field, i) => [field, cells[i] ?? '']))) as Record<
    Field,
    string
  >;
}

function isExample<Field extends string>(sheet: Sheet<Field>, value: Record<Field, string>): boolean {
  return fieldsOf(sheet).every((field) => value[field] === sheet.columns[field].example);
}

/** Line breaks, control and private-use characters, zero-width ones and the mark of a failed decoding stand in no name. */
const FORBIDDEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\uFFFD]/u;

function checkCells<Field extends string>(
  sheet: Sheet<Field>,
  { line, value }: Omit<Entry<Field>, 'isSound'>,
  findings: Findings,
): void {
  for (const field of fieldsOf(sheet)) {
    const text = value[field];
    const spot = { line, field, value: text };
    const bad = FORBIDDEN.exec(text)?.[0];
    if (bad) findings.refuse(spot, rowProblems.badCharacter(namedCharacter(bad)));
    else if (text === '' && sheet.columns[field].need === 'VALUE') findings.refuse(spot, rowProblems.empty());
    else if (visibleLength(text) > (sheet.columns[field].longest ?? IMPORT_LIMITS.name))
      findings.refuse(spot, rowProblems.tooLong(sheet.columns[field].longest));
  }
}
