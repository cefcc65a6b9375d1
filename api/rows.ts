import { createHash } from 'node:crypto';
import pg from 'pg';

/** The small read path: named statements, plain rows out, camelCase keys. Codes are numbers, days are text, instants are Dates. */
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.INT8, Number],
  [pg.types.builtins.DATE, (text) => text],
  [pg.types.builtins.NUMERIC, Number],
]);
/** For the unit of work too, which would else read a day as an instant of this machine's time zone. */
export const types = {
  getTypeParser: (oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text'),
};

const names = new Map<string, string>();
/** Every connection keeps the plans of the statements it knows by name; whoever makes up selections all day gets none beyond these. */
const MOST_NAMES = 500;
/** A statement's name follows from its text: the set of texts is small, as lists compose them from fixed parts. */
function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known || names.size >= MOST_NAMES) return known;
  const name = createHash('sha1').update(text).digest('base64url').slice(0, 16);
  names.set(text, name);
  return name;
}

/** Rows of other tables that were read beside a row, by the GraphQL field that shows them; null where there is none. */
const BESIDE = Symbol('beside');
/** The row beside `row` that belongs to `field`; undefined when the statement did not bring it. */
export const beside = <Row>(row: unknown, field: string): Row | null | undefined =>
  (row as { [BESIDE]?: Record<string, Row | null> } | undefined)?.[BESIDE]?.[field];

type Build = (values: unknown[]) => unknown;
const builds = new Map<string, Build>();

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Columns named `field.column` belong to the row beside; the first of them is one that no row lacks. */
function buildOf(columns: readonly string[]): Build {
  const own: [number, string][] = [];
  const others = new Map<string, [number, string][]>();
  columns.forEach((column, i) => {
    const [field, name] = column.split('.') as [string, string?];
    if (!name) own.push([i, camel(field)]);
    else if (others.has(field)) others.get(field)?.push([i, camel(name)]);
    else others.set(field, [[i, camel(name)]]);
  });
  const objectOf = (values: unknown[], keys: [number, string][]) => {
    const object: Record<string, unknown> = {};
    for (const [i, key] of keys) object[key] = values[i];
    return object;
  };
  if (!others.size) return (values) => objectOf(values, own);
  return (values) => {
    const row: Record<string | symbol, unknown> = objectOf(values, own);
    const rows: Record<string, unknown> = {};
    for (const [field, keys] of others)
      rows[field] = values[(keys[0] as [number, string])[0]] === null ? null : objectOf(values, keys);
    row[BESIDE] = rows;
    return row;
  };
}

/** A connection of the driver's, or an operation's transaction. */
interface Asked {
  query(config: pg.QueryArrayConfig): Promise<pg.QueryArrayResult>;
}
export async function queryRows<Row>(client: Asked, text: string, values: readonly unknown[]): Promise<Row[]> {
  const name = nameOf(text);
  const result = await client.query({
    name,
    text,
    values: [...values],
    rowMode: 'array',
    types,
  } as pg.QueryArrayConfig);
  let build = name && builds.get(name);
  if (!build) {
    build = buildOf(result.fields.map((field) => field.name));
    if (name) builds.set(name, build);
  }
  return result.rows.map(build) as Row[];
}
