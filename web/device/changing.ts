import { countyNow } from '../ui/county-clock.ts';
import type { FailureCode } from '../ui/failure.ts';
import type { Attached, Author } from './draft.ts';
import type { LocalDb, OutboxItem } from './local-db.ts';
import { FRESH, isUnderWay, lastInLine } from './outbox.ts';
import { attachedOf, dropParts, type NewPart, putPart } from './parts.ts';
import { attachmentsOf, type Promised, promiseId } from './promised.ts';

/** The attachments of a report whose text has arrived, or which waits: one is taken out, or another comes. */
function change(
  db: LocalDb,
  clientId: string,
  deed: (item: OutboxItem) => Promise<Partial<OutboxItem>>,
  now = Date.now(),
): Promise<boolean> {
  return db.transaction('rw', [db.outbox, db.parts, db.bytes], async () => {
    const item = await db.outbox.get(clientId);
    if (item?.promised.kind !== 'report' || isUnderWay(item, now)) return false;
    const changed = { ...item, ...(await deed(item)) };
    await db.outbox.put((await isMended(db, changed)) ? { ...changed, ...FRESH } : changed);
    return true;
  });
}

/** Attachments that are refused, cannot be read here or are too large for the way: with them it stands still. */
const OF_PARTS: ReadonlySet<FailureCode> = new Set(['ATTACHMENT', 'PART_LOST', 'TOO_LARGE']);

/** What stopped it was an attachment, and none such is among those it now has: it goes by itself. */
async function isMended(db: LocalDb, { state, failure, promised }: OutboxItem): Promise<boolean> {
  if (state !== 'FAILED' || !failure || !OF_PARTS.has(failure.code)) return false;
  const parts = await db.parts.bulkGet(attachmentsOf(promised).map(({ clientId }) => clientId));
  return !parts.some((part) => part?.state === 'REFUSED' || (part?.failure && OF_PARTS.has(part.failure)));
}

const withAttachments = (promised: Promised, attachments: readonly Attached[]): Promised =>
  promised.kind === 'report' ? { ...promised, draft: { ...promised.draft, attachments } } : promised;

/** Goes without it; the server hears of that with the next try. False while it is being sent. */
export const takeOut = (db: LocalDb, clientId: string, attachment: string, now?: number) =>
  change(db, clientId, (item) => without(db, item, attachment), now);

async function without(db: LocalDb, item: OutboxItem, attachment: string) {
  await dropParts(db, [attachment]);
  return {
    promised: withAttachments(
      item.promised,
      attachmentsOf(item.promised).filter((one) => one.clientId !== attachment),
    ),
    added: (item.added ?? []).filter((one) => one !== attachment),
    takenOut: [...(item.takenOut ?? []), attachment],
  };
}

export const addTo = (db: LocalDb, clientId: string, chosen: NewPart, now?: number) =>
  change(
    db,
    clientId,
    async (item) => {
      const attached = await taken(db, clientId, chosen);
      return {
        promised: withAttachments(item.promised, [...attachmentsOf(item.promised), attached]),
        added: [...(item.added ?? []), attached.clientId],
      };
    },
    now,
  );

/** Another in the place of one that was refused, in one step: a report with one photo too many is never promised. */
export const replace = (db: LocalDb, clientId: string, refused: string, chosen: NewPart, now?: number) =>
  change(
    db,
    clientId,
    async (item) => {
      const attached = await taken(db, clientId, chosen);
      const all = attachmentsOf(item.promised).map((one) => (one.clientId === refused ? attached : one));
      const { added, takenOut } = await without(db, item, refused);
      return { promised: withAttachments(item.promised, all), added: [...added, attached.clientId], takenOut };
    },
    now,
  );

async function taken(db: LocalDb, promise: string, chosen: NewPart): Promise<Attached> {
  await putPart(db, { ...chosen, part: { ...chosen.part, promise } });
  return attachedOf(chosen.part);
}

/**
 * The same for a report that the outbox has let go of, or that was written on another phone: it waits there again, its
 * text known as stored. False when it waits there already.
 */
export function replaceDelivered(
  db: LocalDb,
  author: Author,
  { promised, stored, refused, chosen }: Delivered,
  now = countyNow(),
): Promise<boolean> {
  return db.transaction('rw', [db.outbox, db.parts, db.bytes], async () => {
    const clientId = promiseId(promised);
    if (await db.outbox.get(clientId)) return false;
    const attached = await taken(db, clientId, chosen);
    const all = attachmentsOf(promised).filter((one) => one.clientId !== refused);
    const whole = withAttachments(promised, [...all, attached]);
    await db.outbox.put({
      ...(await lastInLine(db, author, whole, now)),
      stored,
      added: [attached.clientId],
      takenOut: [refused],
    });
    return true;
  });
}

interface Delivered {
  promised: Promised;
  stored: NonNullable<OutboxItem['stored']>;
  refused: string;
  chosen: NewPart;
}
