import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** How a villager can be reached. In clear it exists in the memory of one operation, and nowhere else. */
export interface Personal {
  name: string;
  phone: string | null;
  address: string | null;
}
/** Which row it is kept in; moved into another, a ciphertext does not open. */
export interface Slot {
  countyCode: number;
  id: string;
  subject: string;
  subjectId: string;
}
export interface Sealed {
  keyId: string;
  nonce: Buffer;
  /** The ciphertext with the tag of GCM behind it. */
  sealed: Buffer;
}
export interface ContactKey {
  id: string;
  key: Buffer;
}

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12; // what GCM is made for
const TAG_BYTES = 16;
/** Every row is as long as every other of its size class, so that its length tells no name. */
const BLOCK_BYTES = 256;

let keys: readonly ContactKey[] = [];
/** The keys of this process, the first for whatever is written from now on; none, and contacts are neither kept nor opened. */
export function useContactKeys(given: readonly ContactKey[]): void {
  keys = given;
}
export const hasContactKeys = (): boolean => keys.length > 0;

const boundTo = ({ countyCode, id, subject, subjectId }: Slot, keyId: string) =>
  Buffer.from(JSON.stringify(['contact', 1, countyCode, id, subject, subjectId, keyId]));

export function seal(personal: Personal, slot: Slot, among: readonly ContactKey[] = keys): Sealed {
  const [first] = among;
  if (!first) throw new Error('there is no key for contacts');
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, first.key, nonce).setAAD(boundTo(slot, first.id));
  const clear = Buffer.from(JSON.stringify(personal));
  const padding = Buffer.alloc((BLOCK_BYTES - (clear.length % BLOCK_BYTES)) % BLOCK_BYTES, ' ');
  const sealed = Buffer.concat([cipher.update(clear), cipher.update(padding), cipher.final(), cipher.getAuthTag()]);
  return { keyId: first.id, nonce, sealed };
}

/** What was sealed for this row; null when no key of ours opens it: another's key, a ciphertext that was altered or moved. */
export function open(
  { keyId, nonce, sealed }: Sealed,
  slot: Slot,
  among: readonly ContactKey[] = keys,
): Personal | null {
  const found = among.find(({ id }) => id === keyId);
  if (!found) return null;
  try {
    const decipher = createDecipheriv(CIPHER, found.key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(boundTo(slot, keyId))
      .setAuthTag(sealed.subarray(-TAG_BYTES));
    const clear = Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
    return JSON.parse(clear.toString('utf8')) as Personal;
  } catch {
    return null; // nothing of what it said may reach a message or a log
  }
}
