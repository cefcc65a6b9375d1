import type { LocalDb, OutboxItem } from './local-db.ts';
import { isUnderWay } from './outbox.ts';
import { attachedOf, dropParts, type NewPart, putPart } from './parts.ts';
import { attachmentsOf } from './promised.ts';

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
    await db.outbox.put({ ...item, ...(await deed(item)) });
    return true;
  });
}

const withAttachments = ({ promised }: OutboxItem, attachments: ReturnType<typeof attachedOf>[]) =>
  promised.kind === 'report' ? { ...promised, draft: { ...promised.draft, attachments } } : promised;

/** Goes without it; the server hears of that with the next try. False while it is being sent. */
export const takeOut = (db: LocalDb, clientId: string, attachment: string, now?: number) =>
  change(
    db,
    clientId,
    async (item) => {
      await dropParts(db, [attachment]);
      const promised = withAttachments(
        item,
        attachmentsOf(item.promised).filter((one) => one.clientId !== attachment),
      );
      const added = (item.added ?? []).filter((one) => one !== attachment);
      return { promised, added, takenOut: [...(item.takenOut ?? []), attachment] };
    },
    now,
  );

export const addTo = (db: LocalDb, clientId: string, chosen: NewPart, now?: number) =>
  change(
    db,
    clientId,
    async (item) => {
      await putPart(db, { ...chosen, part: { ...chosen.part, promise: clientId } });
      const attached = attachedOf(chosen.part);
      return {
        promised: withAttachments(item, [...attachmentsOf(item.promised), attached]),
        added: [...(item.added ?? []), attached.clientId],
      };
    },
    now,
  );
