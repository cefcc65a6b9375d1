import type { ChannelKind } from '@lxq/schema/notifications/channels.ts';
import { opened, type Sealed, sealed, type VaultKey, vaultKeys } from '../../platform/vault/vault.ts';

/** Where a channel leads: `url` is a robot's or a push service's address, or `mailto:`. */
export interface Address {
  url: string;
  /** With which 钉钉 wants a call signed. */
  secret?: string;
  /** The browser's keys (RFC 8291). */
  p256dh?: string;
  auth?: string;
}
interface Slot {
  countyCode: number;
  id: string;
  kind: ChannelKind;
}
const bondOf = ({ countyCode, id, kind }: Slot) => ['channel', 1, countyCode, id, kind] as const;

export const sealAddress = (address: Address, slot: Slot, keys: readonly VaultKey[] = vaultKeys()): Sealed =>
  sealed(address, bondOf(slot), keys);
export const openAddress = (kept: Sealed, slot: Slot, keys: readonly VaultKey[] = vaultKeys()): Address | null =>
  opened<Address>(kept, bondOf(slot), keys);

/** A channel as functions of the queue answer it. */
export interface Told {
  kind: ChannelKind;
  language: 'zh' | 'en';
  sealed: string;
  nonce: string;
  keyId: string;
}
export function addressIn({ kind, sealed, nonce, keyId }: Told, countyCode: number, id: string): Address | null {
  const kept = { keyId, nonce: Buffer.from(nonce, 'base64'), sealed: Buffer.from(sealed, 'base64') };
  return openAddress(kept, { countyCode, id, kind });
}
