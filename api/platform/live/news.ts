import { LEVEL_OF } from '@lxq/schema/roles.ts';
import type { Database } from '../scope/database.ts';
import type { Rights } from '../scope/rights.ts';
import { queryRows } from '../scope/rows.ts';
import { type Counter, PAGE } from './event.read.ts';

/** Whose ears the new events of one county are for, by the columns that levels are told apart by; nothing of what happened. */
export interface News {
  epoch: string;
  /** The last number that is looked at here; the log may go on. */
  upTo: number;
  hasMore: boolean;
  addresses: Addresses;
}
interface Addresses {
  townships: Set<number>;
  villages: Set<number>;
  authors: Set<string>;
  size: number;
}

/** Where every county's log stands. */
export async function heads(database: Database): Promise<Map<number, Counter>> {
  const rows = await atDoor<Counter & { countyCode: number }>(database, 'select * from app.event_heads()', []);
  return new Map(rows.map((row) => [row.countyCode, row]));
}

interface Row {
  countyCode: number;
  epoch: string;
  head: number;
  n: number | null;
  townshipCode: number;
  villageCode: number;
  authorId: string | null;
}
/** What came after each county's position, in one statement for all of them. */
export async function newsAfter(
  database: Database,
  positions: readonly { code: number; n: number }[],
): Promise<Map<number, News>> {
  const rows = await atDoor<Row>(database, `select * from app.event_news($1, $2, ${PAGE})`, [
    positions.map(({ code }) => code),
    positions.map(({ n }) => n),
  ]);
  return new Map([...Map.groupBy(rows, (row) => row.countyCode)].map(([code, its]) => [code, newsOf(its)]));
}

function newsOf(rows: readonly Row[]): News {
  const { epoch, head, n } = rows.at(-1) as Row;
  const addresses = { townships: new Set<number>(), villages: new Set<number>(), authors: new Set<string>(), size: 0 };
  for (const row of rows) {
    if (row.n === null) continue;
    addresses.size++;
    addresses.townships.add(row.townshipCode);
    addresses.villages.add(row.villageCode);
    if (row.authorId) addresses.authors.add(row.authorId);
  }
  const hasMore = addresses.size === PAGE;
  return { epoch, upTo: hasMore ? (n as number) : head, hasMore, addresses };
}

/** Whether anything of it may be for these rights. Only who need not look is told here; what a line hides, row security hides. */
export function concerns({ role, unitCode, personId }: Rights, addresses: Addresses): boolean {
  switch (LEVEL_OF[role]) {
    case 'OFFICER':
      return addresses.authors.has(personId);
    case 'VILLAGE':
      return addresses.villages.has(unitCode);
    case 'TOWNSHIP':
      return addresses.townships.has(unitCode);
    default:
      return addresses.size > 0;
  }
}

async function atDoor<Row>(database: Database, text: string, values: readonly unknown[]): Promise<Row[]> {
  const client = await database.door.connect();
  try {
    database.statements++;
    return await queryRows<Row>(client, text, values);
  } finally {
    client.release();
  }
}
