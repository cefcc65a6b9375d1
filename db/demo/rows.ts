import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

export type Row = Readonly<Record<string, unknown>>;
/** Adds rows to a table; every row has the columns of the first. */
export type AddRows = (table: string, rows: readonly Row[]) => Promise<void>;

const PARAMETERS = 20_000; // PostgreSQL takes 65,535 in one statement
const CHUNK = 1 << 18;

/**
 * Makes the session one that may fill every table. COPY where row security does not bind the role; it refuses COPY to
 * everybody else, so the owner inserts in batches.
 */
export async function asFiller(client: pg.ClientBase): Promise<AddRows> {
  const { rows } = await client.query(
    'select rolsuper or rolbypassrls as free from pg_roles where rolname = current_user',
  );
  if (rows[0]?.free) return (table, added) => copy(client, table, added);
  await client.query('set role lxq_owner');
  return (table, added) => insert(client, table, added);
}

async function copy(client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const columns = columnsOf(rows);
  if (columns.length === 0) return;
  const copying = openCopy(client, `copy ${table} (${columns.join(', ')}) from stdin`);
  for (const chunk of lines(rows, columns)) await copying.send(chunk);
  await copying.end();
}

/** COPY as a place to send lines to, each ended by a line break. */
export interface Copying {
  /** Settled when the server has room for more. */
  send(lines: string): Promise<void>;
  end(): Promise<void>;
}

export function openCopy(client: pg.ClientBase, statement: string): Copying {
  const stream = client.query(copyFrom(statement));
  const done = finished(stream);
  done.catch(() => {}); // whoever sends or ends next hears of it
  return {
    send: async (chunk) => {
      if (!stream.write(chunk)) await Promise.race([once(stream, 'drain'), done]);
    },
    end: async () => {
      stream.end();
      await done;
    },
  };
}

function* lines(rows: readonly Row[], columns: readonly string[]): Generator<string> {
  let chunk = '';
  for (const row of rows) {
    chunk += `${columns.map((column) => copied(row[column])).join('\t')}\n`;
    if (chunk.length < CHUNK) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk) yield chunk;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** One field of a line. */
export function copied(value: unknown): string {
  const text = written(value);
  return text === null ? '\\N' : text.replace(/[\\\n\r\t]/g, (character) => ESCAPES[character] as string);
}

/** A row as a line for COPY, as often as wanted: its instants so many milliseconds later, and what is its `own` instead of the row's. */
export type CopiedRow = (shift: number, own: Row) => string;

export function copiedRow(row: Row): CopiedRow {
  const columns = Object.keys(row);
  const fields = columns.map((column) => copied(row[column]));
  const places = new Map(columns.map((column, i) => [column, i]));
  const times = columns.flatMap((column, i) =>
    column.endsWith('_at') && row[column] ? [[i, Date.parse(row[column] as string)] as const] : [],
  );
  return (shift, own) => {
    const line = [...fields];
    for (const [i, at] of times) line[i] = new Date(at + shift).toISOString();
    for (const column in own) line[places.get(column) as number] = copied(own[column]);
    return `${line.join('\t')}\n`;
  };
}

async function insert(client: pg.ClientBase, table: string, rows: readonly Row[]): Promise<void> {
  const columns = columnsOf(rows);
  if (columns.length === 0) return;
  const batch = Math.floor(PARAMETERS / columns.length);
  for (let start = 0; start < rows.length; start += batch) {
    const part = rows.slice(start, start + batch);
    const values = part.flatMap((row) => columns.map((column) => written(row[column])));
    const places = part.map((_, i) => `(${columns.map((_, j) => `$${i * columns.length + j + 1}`).join(', ')})`);
    await client.query(`insert into ${table} (${columns.join(', ')}) values ${places.join(', ')}`, values);
  }
}

const columnsOf = (rows: readonly Row[]): string[] => Object.keys(rows[0] ?? {});

function written(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
