import { createHmac } from 'node:crypto';
import { LIMITS } from '@lxq/schema/limits.ts';

export type Size = 'full' | 'thumbnail';

const HELD = LIMITS.attachment.linkMinutes * 60_000;

/** Made with the hash of the session's token, which nobody outside knows: good for that session alone, and no secret more to keep. */
const by = (tokenHash: string, id: string, size: Size, until: number): string =>
  createHmac('sha256', tokenHash).update(`${id} ${size} ${until}`).digest('base64url');

/** The same for a while, so that a browser that has the picture recognises it: it holds for ten to twenty minutes. */
export function linkOf(tokenHash: string, id: string, size: Size, now: Date): string {
  const until = (Math.floor(+now / HELD) + 2) * HELD;
  return `/attachments/${id}?size=${size}&until=${until}&by=${by(tokenHash, id, size, until)}`;
}
