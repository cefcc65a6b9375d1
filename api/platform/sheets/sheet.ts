import type { Readable } from 'node:stream';
import type { Language } from '../contract/errors.ts';

export const SHEET_FORMATS = ['XLSX', 'CSV', 'DOCX'] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/**
 * What stands in a column: TEXT and CODE are text, and a code keeps its zeros; a PERCENT is of a hundred (87.3); a DAY is YYYY-MM-DD; an INSTANT is
 * shown as the county's clock has it.
 */
export type ColumnKind = 'TEXT' | 'CODE' | 'NUMBER' | 'PERCENT' | 'DAY' | 'INSTANT';
export interface SheetColumn {
  name: string;
  kind: ColumnKind;
}
/** Null and what is missing at the end are empty cells. */
export type SheetCell = string | number | Date | null;
export type SheetRow = readonly SheetCell[];

/** What a column of figures means. */
export interface Definition {
  name: string;
  formula: string;
  denominator?: string | null;
  source: string;
}

/** What is written: rows with everything that somebody needs to find them again. */
export interface Sheet {
  title: string;
  /** The question as its page puts it, and whose rows answered it. */
  question: string;
  scope: string;
  asOf: Date;
  definitions: readonly Definition[];
  /** Of the predicate: the same in list, cell, count and file. */
  hash: string;
  columns: readonly SheetColumn[];
  rows: AsyncIterable<SheetRow>;
  /** Of the words that are not the sheet's own. */
  language: Language;
}

/** Bytes as they are made: whoever reads slowly is waited for, and whoever goes away ends the rows. */
export type SheetWriter = (sheet: Sheet) => Readable;

/** What a column of figures holds; anything else in one is a mistake of whoever brings the rows, and is not written as if it were nothing. */
export function figureOf(value: SheetCell): number {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  throw new TypeError(`no figure: ${value}`);
}
