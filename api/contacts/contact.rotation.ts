import pg from 'pg';
import { NIL } from 'uuid';
import type { Contact } from './contact.entity.ts';
import { type ContactKey, open, type Sealed, seal } from './contact.vault.ts';

/** In one transaction: short, so that whoever keeps or forgets one meanwhile hardly waits. */
const AT_ONCE = 200;

type Row = Sealed & Pick<Contact, 'countyCode' | 'id' | 'subject' | 'subjectId'>;
const OTHERS = `from contact where sealed is not null and key_id <> $1`;
const NEXT = `select county_code as "countyCode", id, subject, subject_id as "subjectId", key_id as "keyId", nonce, sealed
  ${OTHERS} and (county_code, id) > ($2, $3) order by county_code, id limit ${AT_ONCE}`;
/** What somebody wrote down anew or forgot in between is theirs: it has another nonce, or none. */
const REPLACE = `update contact set key_id = $4, nonce = $5, sealed = $6 where county_code = $1 and id = $2 and nonce = $3`;

/**
 * Seals anew, under the first of the keys, every contact that stands under another. What it finds is what is left, so a run that was cut goes on where
 * it was. Answers how many are left under other keys: those that none of these keys opens.
 */
export async function rotateContacts(
  adminUrl: string,
  keys: readonly ContactKey[],
  print: (line: string) => void,
): Promise<number> {
  const [first] = keys;
  if (!first) throw new Error('there is no key for contacts');
  const client = new pg.Client({ connectionString: adminUrl, options: '-c role=lxq_owner' });
  client.on('error', () => {}); // the failing statement reports it
  await client.connect();
  try {
    let at: readonly [number, string] = [0, NIL];
    for (let done = 0; ; ) {
      const { rows } = await client.query<Row>(NEXT, [first.id, ...at]);
      const last = rows.at(-1);
      if (!last) return await left(client, first.id, print);
      done += await renewAll(client, rows, keys);
      print(`${done} sealed under "${first.id}"`);
      at = [Number(last.countyCode), last.id];
    }
  } finally {
    await client.end();
  }
}

async function renewAll(client: pg.Client, rows: readonly Row[], keys: readonly ContactKey[]): Promise<number> {
  let renewed = 0;
  await client.query('begin');
  for (const row of rows) {
    const personal = open(row, row, keys);
    if (!personal) continue;
    const { keyId, nonce, sealed } = seal(personal, row, keys);
    const { rowCount } = await client.query(REPLACE, [row.countyCode, row.id, row.nonce, keyId, nonce, sealed]);
    renewed += rowCount ?? 0;
  }
  await client.query('commit');
  return renewed;
}

/** Counted anew: what a server that has not heard of the first key yet wrote meanwhile is among them. */
async function left(client: pg.Client, first: string, print: (line: string) => void): Promise<number> {
  const { rows } = await client.query<{ keyId: string; n: number }>(
    `select key_id as "keyId", count(*)::int as n ${OTHERS} group by key_id order by key_id`,
    [first],
  );
  for (const { keyId, n } of rows) print(`${n} left under "${keyId}"`);
  const total = rows.reduce((sum, { n }) => sum + n, 0);
  print(total === 0 ? '0 left under other keys' : `${total} left under other keys: keep those, and run this again`);
  return total;
}
