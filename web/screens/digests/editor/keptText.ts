import { keepTyped, readTyped } from '../../../ui/kept-text.ts';

/** Text that is typed but not stored yet, kept on this machine so that a crash or a cut loses none of it. */
export interface KeptText<T> {
  value: T;
  /** The stored version that the typing began from. */
  version: number;
  at: string;
}

/** A desk's computer may be shared: each person finds only their own unsaved words, and signing out wipes them. */
const placeOf = (personId: string, itemId: string) => ({ personId, deed: 'edit', subject: itemId });

export function keepText<T>(personId: string, itemId: string, kept: KeptText<T> | null): void {
  keepTyped(placeOf(personId, itemId), kept);
}

export const readKeptText = <T>(personId: string, itemId: string): KeptText<T> | null =>
  readTyped(placeOf(personId, itemId));
