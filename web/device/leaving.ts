import type { LocalDb } from './local-db.ts';
import { dropOrphans } from './parts.ts';
import { begunBy } from './written.ts';

/** What of a person's stands on this phone and has not been sent; null where the store does not let itself be read. */
export async function unsentOf(db: LocalDb, personId: string): Promise<{ waiting: number; drafts: number } | null> {
  try {
    const [waiting, drafts] = await Promise.all([
      db.outbox.where('personId').equals(personId).count(),
      begunBy(db, personId),
    ]);
    return { waiting, drafts };
  } catch {
    return null;
  }
}

/** At signing out: what was sent leaves no trace; what was not goes as well unless its author keeps it for the next time. */
export async function leave(db: LocalDb, personId: string, keepsUnsent: boolean): Promise<void> {
  await db.transaction('rw', [db.drafts, db.outbox, db.receipts, db.removed], async () => {
    const theirs = <Row extends { personId: string }>(row: Row) => row.personId === personId;
    await db.receipts.filter(theirs).delete();
    await db.removed.filter(theirs).delete();
    if (keepsUnsent) return;
    await db.outbox.where('personId').equals(personId).delete();
    await db.drafts.filter(theirs).delete();
  });
  await dropOrphans(db);
  await db.secondCopy?.settled();
}
