import { CELL_PARTS, type CellPart } from '@lxq/schema/measures/table-words.ts';

/** A cell whose things are listed: its measure and the codes of its row and column, in the address beside the question. */
export interface Behind {
  measure: string;
  row: readonly string[];
  column: readonly string[];
  part: CellPart;
}
const NAMES = ['of', 'row', 'column', 'part'];

/** Codes may be empty words, for what states none; no codes at all are the total's. */
export function readBehind(search: URLSearchParams): Behind {
  const codes = (name: string) => search.get(name)?.split(',') ?? [];
  const part = CELL_PARTS.find((each) => each === search.get('part')) ?? 'NUMERATOR';
  return { measure: search.get('of') ?? '', row: codes('row'), column: codes('column'), part };
}

/** The address of the list, from that of the table. */
export function behindAddress(search: string, { measure, row, column, part }: Behind): string {
  const written = new URLSearchParams(search);
  written.set('of', measure);
  if (row.length) written.set('row', row.join(','));
  if (column.length) written.set('column', column.join(','));
  if (part !== 'NUMERATOR') written.set('part', part);
  return `/analyst/rows?${written}`;
}

/** And back. */
export function tableAddress(search: string): string {
  const written = new URLSearchParams(search);
  for (const name of NAMES) written.delete(name);
  return `/analyst?${written}`;
}
