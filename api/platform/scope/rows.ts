import { createHash } from 'node:crypto';
import pg from 'pg';

const otherwise = pg.types.getTypeParser(pg.types.builtins.TIMESTAMPTZ, 'text');
/** In UTC, as the server answers unless its time zone is set otherwise, it is ISO 8601 but for the T and the Z, which JavaScript reads by itself. */
const instant = (text: string) =>
  text[10] === ' ' && text.endsWith('+00') ? new Date(`${text.slice(0, 10)}T${text.slice(11, -3)}Z`) : otherwise(text);
/** The small read path: named statements, plain rows out, camelCase keys. Codes are numbers, days are text, instants are Dates. */
const parsers = new Map<number, (text: string) => unknown>([
  [pg.types.builtins.TIMESTAMPTZ, instant],
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

type Build = (values: unknown[]) => unknown;
const builds = new Map<string, Build>();

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** Columns named `field.column` belong to the row beside, which is null where there is none; the first of them is one that no row lacks. */
function buildOf(columns: readonly string[]): Build {
  const own = new Map<string, number>();
  const others = new Map<string, Map<string, number>>();
  for (const [i, column] of columns.entries()) {
    const [field, name] = column.split('.') as [string, string?];
    if (name) others.set(field, (others.get(field) ?? new Map<string, number>()).set(camel(name), i));
    else own.set(camel(field), i);
  }
  const build = copierOf(own, [...others.keys()]);
  const beside = [...others].map(([field, keys]) => ({
    field,
    key: [...keys.values()][0] as number,
    build: copierOf(keys),
  }));
  return (values) => {
    const row = build(values);
    for (const { field, key, build } of beside) if (values[key] !== null) row[field] = build(values);
    return row;
  };
}
/** Copies of one object with all its keys keep one shape, which is read and written faster than one that grows. */
function copierOf(keys: ReadonlyMap<string, number>, more: readonly string[] = []) {
  const empty: Record<string, unknown> = Object.fromEntries([...keys.keys(), ...more].map((key) => [key, null]));
  const copied = [...keys];
  return (values: unknown[]) => {
    const object = { ...empty };
    for (const [key, i] of copied) object[key] = values[i];
    return object;
  };
}

/** A connection of the driver's, or an operation's transaction. */
interface Asked {
  query(config: pg.QueryArrayConfig): Promise<pg.QueryArrayResult>;
}
export async function queryRows<Row>(client: Asked, text: string, values: readonly unknown[]): Promise<Row[]> {
  return queryNamed(client, nameOf(text), text, values);
}
/** Of a statement that is put together for one question: it takes no name from those that come again and again. */
export const queryOnce = <Row>(client: Asked, text: string, values: readonly unknown[]): Promise<Row[]> =>
  queryNamed(client, undefined, text, values);

async function queryNamed<Row>(
  client: Asked,
  name: string | undefined,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
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
