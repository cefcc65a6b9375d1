/** A statement takes at most 65,535 values. */
const MOST_ROWS = 2_000;

type Row = Record<string, unknown>;
export interface Insert {
  text: string;
  values: unknown[];
}

const columnOf = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Rows of one shape, a statement for every MOST_ROWS of them. VALUES, because a distributed server turns anything else into COPY. */
export function insertsOf(table: string, rows: readonly Row[]): Insert[] {
  const keys = Object.keys(rows[0] ?? {}).filter((key) => rows[0]?.[key] !== undefined);
  const tuple = (at: number) => `(${keys.map((_, j) => `$${at * keys.length + j + 1}`).join(', ')})`;
  return Array.from({ length: Math.ceil(rows.length / MOST_ROWS) }, (_, n) => {
    const part = rows.slice(n * MOST_ROWS, (n + 1) * MOST_ROWS);
    return {
      text: `insert into ${table} (${keys.map(columnOf).join(', ')}) values ${part.map((_row, at) => tuple(at)).join(', ')}`,
      values: part.flatMap((row) => keys.map((key) => row[key])),
    };
  });
}
