import { randomFillSync } from 'node:crypto';
import { v7, validate } from 'uuid';

const RANDOM_BYTES = 16;
/** For so many ids at a time: asking for random bytes costs more than all the rest of an id. */
const random = new Uint8Array(256 * RANDOM_BYTES);
let used = random.length;

/** Of the id before. */
let msecs = 0;
let seq = 0;

/** An id that may be ours; any other gets the same answer as one that does not exist. */
export const isUuid = (id: string): boolean => validate(id);

/** A UUIDv7; those of a process ascend. */
export function newId(): string {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  const own = random.subarray(used, used + RANDOM_BYTES);
  used += RANDOM_BYTES;
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    seq = new DataView(own.buffer, own.byteOffset).getUint32(0) >>> 1; // room to count up from
  } else seq++;
  return v7({ random: own, msecs, seq });
}
