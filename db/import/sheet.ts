import { fileProblems } from './file.problems.ts';
import type { Findings, Words } from './finding.ts';
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
  const [header, ...body] = rows;
  if (!header) return [];
  const fields = matchHeader(sheet, header, findings);
  findings.stopIfRefused(); // without its columns no row can be understood
  const entries: Entry<Field>[] = [];
  for (const { line, cells } of body) {
    const before = findings.list.length;
    const value = valuesOf(sheet, fields, cells);
    if (cells.length !== fields.length) findings.refuse({ line }, fileProblems.cellCount(cells.length, fields.length));
    else if (isExample(sheet, value)) {
      findings.warn({ line }, rowProblems.example());
      continue;
    } else checkCells(sheet, { line, value }, findings);
    entries.push({ line, value, isSound: findings.list.length === before });
  }
  return entries;
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
  heading
    .normalize('NFKC')
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
    if (bad) findings.refuse(spot, rowProblems.badCharacter(codePoint(bad)));
    else if (text === '' && sheet.columns[field].need === 'VALUE') findings.refuse(spot, rowProblems.empty());
    else if ([...text].length > (sheet.columns[field].longest ?? IMPORT_LIMITS.name))
      findings.refuse(spot, rowProblems.tooLong(sheet.columns[field].longest));
  }
}

export const codePoint = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
