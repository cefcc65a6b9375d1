import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';

/** Sessions of those who hold these posts, one each time a post is named; no password is tried. Gives their tokens in the same order. */
export async function openSessions(client: pg.Client, county: number, posts: readonly string[]): Promise<string[]> {
  const tokens = posts.map(() => randomBytes(32).toString('base64url'));
  const hashes = tokens.map((token) => createHash('sha256').update(token).digest('hex'));
  await client.query(
    `insert into session (token_hash, county_code, person_id, post_id, expires_at)
     select s.hash, p.county_code, p.person_id, p.id, now() + interval '1 day' from unnest($2::text[], $3::uuid[]) s (hash, post)
     join post p on p.county_code = $1 and p.id = s.post`,
    [county, hashes, posts],
  );
  return tokens;
}
