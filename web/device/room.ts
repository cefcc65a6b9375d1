/** What the phone says of its store before anything is lost. */
export interface Room {
  /** False: the phone may clear the store when it needs room. Null: it does not say. */
  isLasting: boolean | null;
  /** Little is left: told before the next photo is not taken. */
  isNearlyFull: boolean;
}

const NEARLY = 0.9;
const LEAST = 50 * 1024 * 1024;
type Storage = Partial<Pick<StorageManager, 'persist' | 'persisted' | 'estimate'>>;
const ofBrowser = (): Storage => (typeof navigator === 'undefined' ? {} : (navigator.storage ?? {}));

let asked: Promise<boolean | null> | undefined;

/** Asks the phone, once a visit, to keep what is stored until it has been sent. */
export function askToLast(storage: Storage = ofBrowser()): Promise<boolean | null> {
  asked ??= (async () => {
    if (await storage.persisted?.()) return true;
    return (await storage.persist?.()) ?? null;
  })().catch(() => null);
  return asked;
}

export async function roomLeft(storage: Storage = ofBrowser()): Promise<Room> {
  const isLasting = asked ? await asked : ((await storage.persisted?.().catch(() => null)) ?? null);
  const { usage = 0, quota } = (await storage.estimate?.().catch(() => undefined)) ?? {};
  return { isLasting, isNearlyFull: quota !== undefined && (usage > quota * NEARLY || quota - usage < LEAST) };
}

/** The store has refused for want of room, however deep the library has wrapped that. */
export function isFull(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const { name, inner } = error as { name?: unknown; inner?: unknown };
  return name === 'QuotaExceededError' || (inner !== error && isFull(inner));
}
