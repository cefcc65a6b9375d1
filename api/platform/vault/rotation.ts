import pg from 'pg';
import { NIL } from 'uuid';
import type { Sealed, VaultKey } from './vault.ts';

/** In one transaction: short, so that whoever writes or forgets one meanwhile hardly waits. */
const AT_ONCE = 200;

/** A table with something sealed in each row, and how one is sealed anew. */
export interface SealedTable<Row extends SealedRow = SealedRow> {
  table: string;
  /** The rest of its key, where it has one beside the county. */
  id?: string;
  /** What else a row is bound to, as SQL selects it. */
  bound?: string;
  /** Null where none of the keys opens it. What else changes with the key stands beside. */
  renew(row: Row, keys: readonly VaultKey[]): (Sealed & { mark?: string }) | null;
}
export interface SealedRow extends Sealed {
  countyCode: number;
  id: string;
}
export interface Rotating {
  adminUrl: string;
  keys: readonly VaultKey[];
  print: (line: string) => void;
}

/**
 * Seals anew, under the first of the keys, everything that stands under another. What it finds is what is left, so a run that was cut goes on where
 * it was. Answers how many are left under other keys: those that none of these keys opens.
 */
export async function rotate({ adminUrl, keys, print }: Rotating, tables: readonly SealedTable[]): Promise<number> {
  const [first] = keys;
  if (!first) throw new Error('there is no key to seal with');
  const client = new pg.Client({ connectionString: adminUrl, options: '-c role=lxq_owner' });
  client.on('error', () => {}); // the failing statement reports it
  await client.connect();
  try {
    let done = 0;
    const renewed = (more: number) => {
      done += more;
      print(`${done} sealed under "${first.id}"`);
    };
    for (const table of tables) await renewTable(client, table, keys, renewed);
    return await left(client, tables, first.id, print);
  } finally {
    await client.end();
  }
}

const others = ({ table }: SealedTable) => `from ${table} where sealed is not null and key_id <> $1`;
const idOf = ({ id = `'${NIL}'::uuid` }: SealedTable) => id;

async function renewTable(
  client: pg.Client,
  table: SealedTable,
  keys: readonly VaultKey[],
  renewed: (more: number) => void,
): Promise<void> {
  const next = `select county_code as "countyCode", ${idOf(table)} as id, ${table.bound ? `${table.bound}, ` : ''}key_id as "keyId", nonce, sealed
    ${others(table)} and (county_code, ${idOf(table)}) > ($2, $3) order by county_code, 2 limit ${AT_ONCE}`;
  for (let at: readonly [number, string] = [0, NIL]; ; ) {
    const { rows } = await client.query<SealedRow>(next, [keys[0]?.id, ...at]);
    const last = rows.at(-1);
    if (!last) return;
    renewed(await renewAll(client, table, rows, keys));
    at = [Number(last.countyCode), last.id];
  }
}

async function renewAll(
  client: pg.Client,
  table: SealedTable,
  rows: readonly SealedRow[],
  keys: readonly VaultKey[],
): Promise<number> {
  let count = 0;
  await client.query('begin');
  for (const row of rows) {
    const renewed = table.renew(row, keys);
    if (!renewed) continue;
    const { keyId, nonce, sealed, mark } = renewed;
    // What somebody wrote anew or forgot in between is theirs: it has another nonce, or none.
    const { rowCount } = await client.query(
      `update ${table.table} set key_id = $4, nonce = $5, sealed = $6${mark ? ', mark = $7' : ''} where county_code = $1 and ${idOf(table)} = $2 and nonce = $3`,
      [row.countyCode, row.id, row.nonce, keyId, nonce, sealed, ...(mark ? [mark] : [])],
    );
    count += rowCount ?? 0;
  }
  await client.query('commit');
  return count;
}

/** Counted anew: what a server that has not heard of the first key yet wrote meanwhile is among them. */
async function left(
  client: pg.Client,
  tables: readonly SealedTable[],
  first: string,
  print: (line: string) => void,
): Promise<number> {
  const each = tables.map((table) => `select key_id ${others(table)}`).join(' union all ');
  const { rows } = await client.query<{ keyId: string; n: number }>(
    `select key_id as "keyId", count(*)::int as n from (${each}) other group by key_id order by key_id`,
    [first],
  );
  for (const { keyId, n } of rows) print(`${n} left under "${keyId}"`);
  const total = rows.reduce((sum, { n }) => sum + n, 0);
  print(total === 0 ? '0 left under other keys' : `${total} left under other keys: keep those, and run this again`);
  return total;
}
