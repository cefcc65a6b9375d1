import { createHmac, timingSafeEqual } from 'node:crypto';
import { LIMITS } from '@lxq/schema/limits.ts';

const SIZES = ['full', 'thumbnail'] as const;
export type Size = (typeof SIZES)[number];

const HELD = LIMITS.attachment.linkMinutes * 60_000;

/** Made with the hash of the session's token, which nobody outside knows: good for that session alone, and no secret more to keep. */
const by = (tokenHash: string, id: string, size: Size, until: number): string =>
  createHmac('sha256', tokenHash).update(`${id} ${size} ${until}`).digest('base64url');

/** The same for a while, so that a browser that has the picture recognises it: it holds for ten to twenty minutes. */
export function linkOf(tokenHash: string, id: string, size: Size, now: Date): string {
  const until = (Math.floor(+now / HELD) + 2) * HELD;
  return `/attachments/${id}?size=${size}&until=${until}&by=${by(tokenHash, id, size, until)}`;
}

/** The size that is asked for, where the link is of this session and has not run out. */
export function sizeAsked(
  tokenHash: string,
  id: string,
  query: Readonly<Record<string, unknown>>,
  now: Date,
): Size | null {
  const size = SIZES.find((known) => known === query.size);
  const until = Number(query.until);
  if (!size || !Number.isSafeInteger(until) || until < +now || until > +now + 2 * HELD) return null;
  const [given, expected] = [Buffer.from(String(query.by)), Buffer.from(by(tokenHash, id, size, until))];
  return given.length === expected.length && timingSafeEqual(given, expected) ? size : null;
}
