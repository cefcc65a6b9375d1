import type { Attached } from './draft.ts';
import type { Part } from './local-db.ts';

export interface Progress {
  arrived: number;
  all: number;
  /** Of the bytes; a photo that the server has not confirmed yet is not whole. */
  percent: number;
}

export function progressOf(
  attached: readonly Attached[],
  parts: readonly Pick<Part, 'clientId' | 'state' | 'sent'>[],
): Progress {
  const ways = attached.map(({ clientId, isStored, size }) => {
    const part = parts.find((one) => one.clientId === clientId);
    const isThere = isStored === true || part?.state === 'ARRIVED';
    return { isThere, size, sent: isThere ? size : Math.min(part?.sent ?? 0, size) };
  });
  const whole = ways.reduce((sum, { size }) => sum + size, 0);
  const sent = ways.reduce((sum, way) => sum + way.sent, 0);
  const arrived = ways.filter(({ isThere }) => isThere).length;
  const percent = whole === 0 ? 0 : Math.floor((sent / whole) * 100);
  return { arrived, all: attached.length, percent: arrived < attached.length ? Math.min(99, percent) : percent };
}
