import { hash } from 'node:crypto';
import type { TokenScope } from '@lxq/schema/access-tokens.ts';
import type { Capacity, Role } from '@lxq/schema/roles.ts';
import { type Database, noteFailure } from './database.ts';
import { queryRows } from './rows.ts';

/** What a session may do now, read from its post for this request. */
export interface Rights {
  countyCode: number;
  /** Who holds the post. */
  personId: string;
  personName: string;
  /** Whose session it is, where not the holder's but a stand-in's. */
  actedById: string | null;
  actedByName: string | null;
  postId: string;
  role: Role;
  /** What the post is in its unit, where it is more than a clerk's. */
  capacity: Capacity | null;
  unitCode: number;
  areaCode: number;
  tokenHash: string;
  /** Of a program's token: what it may begin with; null where somebody has signed in. */
  tokenScopes: readonly TokenScope[] | null;
}

export const tokenHash = (token: string) => hash('sha256', token);

/** A statement of the door's: before there is a scope. */
export async function atDoor<Row>(database: Database, text: string, values: unknown[]): Promise<Row[]> {
  const client = await database.door.connect();
  try {
    database.statements++;
    return await queryRows<Row>(client, text, values);
  } catch (error) {
    noteFailure(database, error);
    throw error;
  } finally {
    client.release();
  }
}

/** The rights of sessions as they are now, by token hash; one that is unknown, expired, or whose post or person has ended is missing. */
export async function findManyRights(database: Database, hashes: readonly string[]): Promise<Map<string, Rights>> {
  const rows = await atDoor<Rights>(database, 'select * from app.session_find($1)', [hashes]);
  return new Map(rows.map((rights) => [rights.tokenHash, rights]));
}
export const findRights = async (database: Database, hashed: string): Promise<Rights | null> =>
  (await findManyRights(database, [hashed])).get(hashed) ?? null;
