/** Text that is typed but not stored yet, kept on this machine so that a crash or a cut loses none of it. */
export interface KeptText<T> {
  value: T;
  /** The stored version that the typing began from. */
  version: number;
  at: string;
}

/** A desk's computer may be shared: each person finds only their own unsaved words. */
const keyOf = (personId: string, itemId: string) => `lxq.digest.${personId}.${itemId}`;

export function keepText<T>(personId: string, itemId: string, kept: KeptText<T> | null): void {
  try {
    if (kept === null) localStorage.removeItem(keyOf(personId, itemId));
    else localStorage.setItem(keyOf(personId, itemId), JSON.stringify(kept));
  } catch {
    // A full or forbidden storage must not stop the typing; the text still stands in memory.
  }
}

export function readKeptText<T>(personId: string, itemId: string): KeptText<T> | null {
  try {
    const raw = localStorage.getItem(keyOf(personId, itemId));
    return raw === null ? null : (JSON.parse(raw) as KeptText<T>);
  } catch {
    return null;
  }
}
