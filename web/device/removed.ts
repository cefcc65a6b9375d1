import { UNDO_MS } from '../ui/undo-ms.ts';
import type { LocalDb, Removed } from './local-db.ts';
import { isUnderWay } from './outbox.ts';
import { dropOrphans, ownOf } from './parts.ts';
import { isWithin, spanOf } from './span.ts';

const tables = (db: LocalDb) => [db.drafts, db.outbox, db.removed, db.parts, db.bytes];

/** Thrown away by its author, as far as the list shows. False while it is being sent. */
export function discard(db: LocalDb, clientId: string, now = Date.now()): Promise<boolean> {
  return db.transaction('rw', tables(db), async () => {
    const item = await db.outbox.get(clientId);
    if (!item || isUnderWay(item, now)) return false;
    await db.removed.put({ clientId, personId: item.personId, removedAt: now, item });
    await db.outbox.delete(clientId);
    return true;
  });
}

export function discardDraft(db: LocalDb, clientId: string, now = Date.now()): Promise<boolean> {
  return db.transaction('rw', tables(db), async () => {
    const draft = await db.drafts.get(clientId);
    if (!draft) return false;
    await db.removed.put({ clientId, personId: draft.personId, removedAt: now, draft });
    await db.drafts.delete(clientId);
    return true;
  });
}

/** Back where it was; what was being sent when the app was killed waits again. */
export function bringBack(db: LocalDb, clientId: string): Promise<boolean> {
  return db.transaction('rw', tables(db), async () => {
    const removed = await db.removed.get(clientId);
    if (!removed) return false;
    if (removed.item) await db.outbox.put(removed.item);
    if (removed.draft) await db.drafts.put(removed.draft);
    await db.removed.delete(clientId);
    return true;
  });
}

/** What was deleted and not brought back in time goes, with those of its photos that nothing else names. */
export function dropRemoved(db: LocalDb, now = Date.now()): Promise<void> {
  return db.transaction('rw', tables(db), async () => {
    const over = await db.removed.filter(({ removedAt }) => !isWithin(spanOf(removedAt, UNDO_MS), now)).toArray();
    await db.removed.bulkDelete(over.map(({ clientId }) => clientId));
    await dropOrphans(db, over.flatMap(partsIn));
  });
}

function partsIn({ draft, item }: Removed): string[] {
  const whole = draft ?? (item?.promised.kind === 'report' ? item.promised.draft : undefined);
  return whole ? ownOf(whole).map(({ clientId }) => clientId) : [];
}
