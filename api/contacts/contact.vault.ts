import { opened, type Sealed, sealed, useVaultKeys, type VaultKey, vaultKeys } from '../platform/vault/vault.ts';

export type { Sealed } from '../platform/vault/vault.ts';

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
export type ContactKey = VaultKey;

/** The keys of this process, the first for whatever is written from now on; none, and contacts are neither kept nor opened. */
export const useContactKeys = useVaultKeys;
export const hasContactKeys = (): boolean => vaultKeys().length > 0;

const bondOf = ({ countyCode, id, subject, subjectId }: Slot) =>
  ['contact', 1, countyCode, id, subject, subjectId] as const;

export const seal = (personal: Personal, slot: Slot, among: readonly ContactKey[] = vaultKeys()): Sealed =>
  sealed(personal, bondOf(slot), among);

/** What was sealed for this row; null when no key of ours opens it. */
export const open = (kept: Sealed, slot: Slot, among: readonly ContactKey[] = vaultKeys()): Personal | null =>
  opened<Personal>(kept, bondOf(slot), among);
