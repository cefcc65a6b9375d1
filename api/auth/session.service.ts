import { LRUCache } from 'lru-cache';
import type { LeaderLevel } from '../network/posts/post.entity.ts';
import { notFound } from '../platform/contract/errors.ts';
import type { Database } from '../platform/scope/database.ts';
import { atDoor, findRights, type Rights } from '../platform/scope/rights.ts';
import { isUuid } from '../platform/tables/ids.ts';
import { SIGN_IN_WORDS } from './sign-in.words.ts';

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
  if (!rights) throw notFound(...SIGN_IN_WORDS.post);
  return rights;
}

export interface PostRow {
  id: string;
  role: Rights['role'];
  unitCode: number;
  areaCode: number;
  capacity: Rights['capacity'];
  code: string | null;
  leaderLevel: LeaderLevel | null;
  personId: string;
  personName: string;
  validFrom: string;
  validTo: string | null;
  viewerStandsIn: boolean;
}
export const postsOf = (database: Database, hashed: string) =>
  atDoor<PostRow>(database, 'select * from app.session_posts($1)', [hashed]);

export interface SessionRow {
  id: string;
  device: string | null;
  since: Date;
  seenAt: Date;
  isThis: boolean;
}
/** Those of whoever's session this is, on all their devices. */
export const sessionsOf = (database: Database, hashed: string) =>
  atDoor<SessionRow>(database, 'select * from app.session_list($1)', [hashed]);

/** Its sockets close when its rights are read next, within five seconds (platform/live/sessions.ts). */
export async function endSession(database: Database, hashed: string, id: string): Promise<void> {
  const [row] = isUuid(id)
    ? await atDoor<{ ended: boolean }>(database, 'select app.session_end($1, $2) as ended', [hashed, id])
    : [];
  if (!row?.ended) throw notFound(...SIGN_IN_WORDS.session);
}

/** Not worth asking the database about: sessions by the hash of their token. */
const seenLately = new LRUCache<string, true>({ max: 50_000, ttl: 10 * 60_000 });
export function noteSeen(database: Database, hashed: string): void {
  if (seenLately.has(hashed)) return;
  seenLately.set(hashed, true);
  database.beside(atDoor(database, 'select app.session_seen($1)', [hashed]));
}
