import { randomUUID } from 'node:crypto';
import type { Attack, Front, Tally } from '../attack.ts';
import { type Shot, shootAt } from '../http.ts';

const TUS = { 'tus-resumable': '1.0.0' };
const CHUNK = 'x'.repeat(256 * 1024);

/** Of what nobody has promised, by somebody who is signed in: nothing may be taken. */
const upload = (front: Front, tally: Tally, next: () => Omit<Shot, 'token'>) =>
  shootAt(front, tally, { connections: 16, next: () => ({ ...next(), token: front.tokens['other.officer'] }) });

export const attacks: Attack[] = [
  {
    name: 'uploads begun of what nobody promised',
    most: () => 0,
    run: (front, tally) =>
      upload(front, tally, () => ({
        path: '/attachments',
        body: null,
        headers: {
          ...TUS,
          'content-type': 'text/plain',
          'upload-length': '20000000',
          'upload-metadata': `attachment ${Buffer.from(randomUUID()).toString('base64')}`,
        },
      })),
  },
  {
    name: 'chunks for what nobody promised',
    most: () => 0,
    run: (front, tally) =>
      upload(front, tally, () => ({
        path: `/attachments/${randomUUID()}`,
        method: 'PATCH',
        body: CHUNK,
        headers: { ...TUS, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
      })),
  },
];
