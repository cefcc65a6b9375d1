import { countTyped } from '../ui/kept-text.ts';
import { type LocalDb, localDb } from './local-db.ts';
import { typedReports } from './typed-drafts.ts';

/** How much of what was written on this phone has not been sent: of everybody what waits, of `personId` what was begun too. */
export async function writtenHere(personId: string | undefined, db: LocalDb = localDb) {
  const [waiting, drafts] = await Promise.all([db.outbox.count(), personId === undefined ? 0 : begunBy(db, personId)]);
  return { waiting, drafts };
}

/** Drafts; words of a report that the store has not taken yet; and what stands half written in a sheet. */
export async function begunBy(db: LocalDb, personId: string): Promise<number> {
  const [drafts, items, receipts] = await Promise.all([
    db.drafts.filter((draft) => draft.personId === personId).primaryKeys(),
    db.outbox.where('personId').equals(personId).primaryKeys(),
    db.receipts.filter((receipt) => receipt.personId === personId).primaryKeys(),
  ]);
  const typed = typedReports(personId);
  // A mended report goes under its client id and a version.
  const known = [...drafts, ...items, ...receipts];
  const unknown = typed.filter((clientId) => !known.some((id) => id === clientId || id.startsWith(`${clientId}.`)));
  return drafts.length + unknown.length + countTyped(personId) - typed.length;
}
