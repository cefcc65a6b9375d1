import { v7 as uuidv7 } from 'uuid';
import { countyNow } from '../ui/county-clock.ts';
import type { Attached, Author, Draft } from './draft.ts';
import type { LocalDb, OutboxItem } from './local-db.ts';
import { areHere, type NewPart, NOT_SENT, ownOf, putPart } from './parts.ts';
import { attachmentsOf, contentOf, type Promised, promiseId } from './promised.ts';
import { isWithin, NO_SPAN } from './span.ts';

/** The content that is promised or delivered already under this promise's id; undefined when none is. */
async function contentKnown(db: LocalDb, promised: Promised): Promise<string | undefined> {
  const item = await db.outbox.get(promiseId(promised));
  return item ? contentOf(item.promised) : (await db.receipts.get(promiseId(promised)))?.content;
}

/**
 * Keeps a draft, with the part that was chosen last, and gives it back as kept. What the outbox has taken meanwhile, or
 * delivered, is not brought back by a late save (null); what differs from it was typed after, and becomes a draft of its
 * own that says what it follows.
 */
export function saveDraft(db: LocalDb, draft: Draft, chosen?: NewPart): Promise<Draft | null> {
  return db.transaction('rw', [db.drafts, db.outbox, db.receipts, db.parts, db.bytes], async () => {
    const promised = { kind: 'report', draft } as const;
    const known = await contentKnown(db, promised);
    if (known === contentOf(promised)) return null;
    if (chosen) await putPart(db, chosen);
    const kept = known === undefined ? draft : await following(db, draft);
    await db.drafts.put(kept);
    return kept;
  });
}

/** Its parts are those that the earlier one did not take along. */
async function following(db: LocalDb, { mends: _, ...draft }: Draft): Promise<Draft> {
  const clientId = uuidv7();
  const parts = (await db.parts.bulkGet(ownOf(draft).map((one) => one.clientId))).filter(
    (part) => part?.promise === null,
  );
  const free = new Set(parts.map((part) => part?.clientId));
  await db.parts
    .where('clientId')
    .anyOf([...free].filter((id) => id !== undefined))
    .modify({ draftId: clientId });
  const attachments = ownOf(draft).filter((one) => free.has(one.clientId));
  const { attachments: __, ...rest } = draft;
  const follower = { ...rest, clientId, follows: promiseId({ kind: 'report', draft }) };
  return attachments.length > 0 ? { ...follower, attachments } : follower;
}

/** QUEUED; KNOWN when this very content is there or delivered already; OTHER when different content is, and this is not taken. */
export type Taken = 'QUEUED' | 'KNOWN' | 'OTHER';

/** A photo that is not on the phone cannot be promised. */
export class PartMissing extends Error {}

/** Takes a promise in one step with the end of its draft and with all its parts, so that it is never in neither. */
export async function enqueue(db: LocalDb, author: Author, promised: Promised, now = countyNow()): Promise<Taken> {
  const taken = await db.transaction(
    'rw',
    [db.drafts, db.outbox, db.receipts, db.parts, db.bytes],
    async (): Promise<Taken> => {
      const clientId = promiseId(promised);
      const known = await contentKnown(db, promised);
      const isSame = known === contentOf(promised);
      if (known !== undefined && !isSame) return 'OTHER';
      if (promised.kind === 'report') {
        if (!isSame && !(await areHere(db, promised.draft))) throw new PartMissing();
        await db.drafts.delete(promised.draft.clientId);
        await takeParts(db, ownOf(promised.draft), clientId);
      }
      if (isSame) return 'KNOWN';
      await db.outbox.put(await lastInLine(db, author, promised, now));
      return 'QUEUED';
    },
  );
  await db.secondCopy?.settled();
  return taken;
}

const takeParts = (db: LocalDb, attached: readonly Attached[], promise: string | null) =>
  db.parts
    .where('clientId')
    .anyOf(attached.map(({ clientId }) => clientId))
    .modify({ promise });

/** As something that has not been tried. */
export const FRESH = {
  state: 'WAITING',
  attempts: 0,
  pause: NO_SPAN,
  held: NO_SPAN,
  lease: NO_SPAN,
  failure: null,
} as const;

/** It waits after all others, whatever the clock says: that may have been set meanwhile. */
export async function lastInLine(
  db: LocalDb,
  { personId, postId }: Author,
  promised: Promised,
  now: number,
): Promise<OutboxItem> {
  const place = Math.max(0, ...(await db.outbox.toArray()).map((item) => item.place ?? 0)) + 1;
  return { clientId: promiseId(promised), personId, postId, promised, queuedAt: now, place, ...FRESH };
}

/** In the order in which they were promised. */
export async function itemsOf(db: LocalDb, personId: string): Promise<OutboxItem[]> {
  const items = await db.outbox.where('personId').equals(personId).toArray();
  return items.sort((one, other) => (one.place ?? 0) - (other.place ?? 0) || one.queuedAt - other.queuedAt);
}

/** The author asks again, after mending what was wrong elsewhere. */
export async function retry(db: LocalDb, clientId: string): Promise<void> {
  await db.outbox
    .where('clientId')
    .equals(clientId)
    .and(({ state }) => state !== 'SENDING')
    .modify({ state: 'WAITING', pause: NO_SPAN, failure: null });
}

/**
 * Out of the outbox for editing; a report is a draft again. Null while it is being sent: its answer may come any moment;
 * and once its text has arrived: only its attachments may change then (changing.ts).
 */
export function takeBack(db: LocalDb, clientId: string, now = Date.now()): Promise<Promised | null> {
  return db.transaction('rw', [db.outbox, db.drafts, db.parts], async () => {
    const item = await db.outbox.get(clientId);
    if (!item || item.stored || isUnderWay(item, now)) return null;
    if (item.promised.kind === 'report') {
      await db.drafts.put({ ...item.promised.draft, savedAt: countyNow(now) });
      await takeParts(db, ownOf(item.promised.draft), null);
    }
    await db.outbox.delete(clientId);
    return item.promised;
  });
}

/** After a conflict: the server keeps what it has, and this text goes as another report or instruction. */
export function sendAsNew(db: LocalDb, clientId: string, newId: string): Promise<boolean> {
  return db.transaction('rw', [db.outbox, db.parts, db.bytes], async () => {
    const item = await db.outbox.get(clientId);
    if (item?.state !== 'FAILED') return false;
    const names = new Map(attachmentsOf(item.promised).map((one) => [one.clientId, uuidv7()]));
    const promised = renewed(item.promised, newId, names);
    await renameParts(db, names, promised);
    const { stored: _, added: __, takenOut: ___, ...rest } = item;
    await db.outbox.add({ ...rest, ...FRESH, clientId: promiseId(promised), promised });
    await db.outbox.delete(clientId);
    return true;
  });
}

function renewed(promised: Promised, clientId: string, names: ReadonlyMap<string, string>): Promised {
  if (promised.kind === 'instruction') return { ...promised, instruction: { ...promised.instruction, clientId } };
  const { mends: _, attachments, ...draft } = promised.draft;
  // What stands with the other report at the server stays there.
  const own = attachments && ownOf(promised.draft).map((one) => ({ ...one, clientId: names.get(one.clientId) ?? '' }));
  return { kind: 'report', draft: { ...draft, clientId, ...(own && { attachments: own }) } };
}

async function renameParts(db: LocalDb, names: ReadonlyMap<string, string>, promised: Promised) {
  if (promised.kind !== 'report') return;
  for (const [earlier, clientId] of names) {
    const [part, row] = await Promise.all([db.parts.get(earlier), db.bytes.get(earlier)]);
    await db.parts.delete(earlier);
    await db.bytes.delete(earlier);
    if (!part || !row) continue;
    const promise = promiseId(promised);
    await putPart(db, {
      part: { ...part, ...NOT_SENT, clientId, draftId: promised.draft.clientId, promise },
      bytes: row.bytes,
    });
  }
}

export const isUnderWay = ({ state, lease }: OutboxItem, now: number) => state === 'SENDING' && isWithin(lease, now);
