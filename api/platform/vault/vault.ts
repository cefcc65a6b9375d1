import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

/** What is kept encrypted: of a row, and under which key. */
export interface Sealed {
  keyId: string;
  nonce: Buffer;
  /** The ciphertext with the tag of GCM behind it. */
  sealed: Buffer;
}
export interface VaultKey {
  id: string;
  key: Buffer;
}
/** What a ciphertext is bound to: read beside another row, it does not open. */
export type Bond = readonly (string | number)[];

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12; // what GCM is made for
const TAG_BYTES = 16;
/** Every row is as long as every other of its size class, so that its length tells nothing. */
const BLOCK_BYTES = 256;

let keys: readonly VaultKey[] = [];
/** The keys of this process, the first for whatever is written from now on; none, and nothing is sealed or opened. */
export function useVaultKeys(given: readonly VaultKey[]): void {
  keys = given;
}
export const vaultKeys = (): readonly VaultKey[] => keys;

const boundTo = (bond: Bond, keyId: string) => Buffer.from(JSON.stringify([...bond, keyId]));

export function sealed(value: unknown, bond: Bond, among: readonly VaultKey[] = keys): Sealed {
  const [first] = among;
  if (!first) throw new Error('there is no key to seal with');
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, first.key, nonce).setAAD(boundTo(bond, first.id));
  const clear = Buffer.from(JSON.stringify(value));
  const padding = Buffer.alloc((BLOCK_BYTES - (clear.length % BLOCK_BYTES)) % BLOCK_BYTES, ' ');
  const text = Buffer.concat([cipher.update(clear), cipher.update(padding), cipher.final(), cipher.getAuthTag()]);
  return { keyId: first.id, nonce, sealed: text };
}

/** What was sealed for this row; null when no key of ours opens it: another's key, a ciphertext that was altered or moved. */
export function opened<Value>(
  { keyId, nonce, sealed }: Sealed,
  bond: Bond,
  among: readonly VaultKey[] = keys,
): Value | null {
  const found = among.find(({ id }) => id === keyId);
  if (!found) return null;
  try {
    const decipher = createDecipheriv(CIPHER, found.key, nonce, { authTagLength: TAG_BYTES })
      .setAAD(boundTo(bond, keyId))
      .setAuthTag(sealed.subarray(-TAG_BYTES));
    const clear = Buffer.concat([decipher.update(sealed.subarray(0, -TAG_BYTES)), decipher.final()]);
    return JSON.parse(clear.toString('utf8')) as Value;
  } catch {
    return null; // nothing of what it said may reach a message or a log
  }
}

/** The same for the same text, and nothing that the text could be guessed by without a key. */
export function markOf(text: string, among: readonly VaultKey[] = keys): string {
  const [first] = among;
  if (!first) throw new Error('there is no key to mark with');
  return createHmac('sha256', first.key).update(`mark ${text}`).digest('base64url');
}
