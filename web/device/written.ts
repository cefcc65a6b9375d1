import { type LocalDb, localDb } from './local-db.ts';

/** How much of what was written on this phone has not been sent: of everybody what waits, of `personId` the drafts too. */
export async function writtenHere(personId: string | undefined, db: LocalDb = localDb) {
  const [waiting, drafts] = await Promise.all([
    db.outbox.count(),
    db.drafts.filter((draft) => draft.personId === personId).count(),
  ]);
  return { waiting, drafts };
}
