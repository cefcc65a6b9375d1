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
/** A statement's name follows from its text: the set of texts is small, as lists compose them from fixed parts. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) {
    name = createHash('sha1').update(text).digest('base64url').slice(0, 16);
    names.set(text, name);
  }
  return name;
}

const camel = (column: string) => column.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

export async function queryRows<Row>(client: pg.ClientBase, text: string, values: readonly unknown[]): Promise<Row[]> {
  const result = await client.query({
    name: nameOf(text),
    text,
    values: [...values],
    rowMode: 'array',
    types,
  } as pg.QueryArrayConfig);
  const keys = result.fields.map((field) => camel(field.name));
  return result.rows.map((row) => Object.fromEntries(keys.map((key, i) => [key, row[i]])) as Row);
}
