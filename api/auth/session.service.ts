import { hash } from 'node:crypto';
import { type Database, noteFailure } from '../database.ts';
import { notFound } from '../errors.ts';
import { queryRows } from '../rows.ts';
import type { Rights } from '../scope.ts';

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

export async function signOut(database: Database, hashed: string, everywhere: boolean): Promise<void> {
  await atDoor(database, 'select app.session_close($1, $2)', [hashed, everywhere]);
}

/** Rights follow the post: the next request of this session has the chosen post's. */
export async function choosePost(database: Database, hashed: string, postId: string): Promise<Rights> {
  const [row] = await atDoor<{ chosen: boolean }>(database, 'select app.session_choose($1, $2) as chosen', [
    hashed,
    postId,
  ]);
  const rights = row?.chosen ? await findRights(database, hashed) : null;
  if (!rights) throw notFound('该岗位', 'post');
  return rights;
}

export interface PostRow {
  id: string;
  role: Rights['role'];
  unitCode: number;
  areaCode: number;
  code: string | null;
  personName: string;
  validFrom: string;
  validTo: string | null;
}
export const postsOf = (database: Database, hashed: string) =>
  atDoor<PostRow>(database, 'select * from app.session_posts($1)', [hashed]);
