/** A place in the grid: row 0 has the headings of keys, row 1 those of measures, column 0 the headings of rows. */
export interface At {
  row: number;
  column: number;
}
export interface GridSize {
  rows: number;
  columns: number;
  /** How many columns one heading of a key spans. */
  perKey: number;
  /** The first row: without a dimension in the columns there are no headings of keys. */
  top: 0 | 1;
}

/** Where a key leads, or nothing where it is no key of a grid. Above the headings of measures each key is one step. */
export function movedTo(at: At, size: GridSize, { key, ctrlKey }: { key: string; ctrlKey: boolean }): At | undefined {
  const [last, end] = [size.rows - 1, size.columns - 1];
  switch (key) {
    case 'ArrowUp':
      return fitted({ ...at, row: at.row - 1 }, size);
    case 'ArrowDown':
      return fitted({ ...at, row: at.row + 1 }, size);
    case 'ArrowLeft':
      return fitted({ ...at, column: at.column - 1 }, size);
    case 'ArrowRight':
      return fitted({ ...at, column: at.column + (isWide(at) ? size.perKey : 1) }, size);
    case 'Home':
      return fitted({ row: ctrlKey ? size.top : at.row, column: 0 }, size);
    case 'End':
      return fitted({ row: ctrlKey ? last : at.row, column: end }, size);
    case 'PageUp':
      return fitted({ ...at, row: at.row - PAGE }, size);
    case 'PageDown':
      return fitted({ ...at, row: at.row + PAGE }, size);
    default:
      return undefined;
  }
}
const PAGE = 10;
const isWide = ({ row, column }: At) => row === 0 && column > 0;

/** Within the grid; on the heading that spans the column. */
export function fitted({ row, column }: At, { rows, columns, perKey, top }: GridSize): At {
  const clamp = (n: number, least: number, most: number) => Math.max(least, Math.min(n, most));
  const at = { row: clamp(row, top, rows - 1), column: clamp(column, 0, columns - 1) };
  return isWide(at) ? { row: 0, column: at.column - ((at.column - 1) % perKey) } : at;
}
