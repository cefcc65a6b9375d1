import { v7 as uuidv7 } from 'uuid';
import { type Failure, type FailureCode, failureOf } from '../ui/failure.ts';
import type { Delivery, Stored } from './delivery.ts';
import type { Author, Draft } from './draft.ts';
import type { LocalDb, OutboxItem } from './local-db.ts';
import { contentOf, type Promised, promiseId } from './promised.ts';

/** Longer than a delivery may take: nobody else takes an item whose answer may still come. */
const LEASE_MS = 90_000;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;
const RECEIPT_KEPT_MS = 14 * 86_400_000;

/** A refusal that will be the same next time; the rest heals with time, signal or signing in. */
const FINAL: ReadonlySet<FailureCode> = new Set(['BAD_INPUT', 'REFUSED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT']);
/** After one of these the next item would fare no better. */
const STOPS: ReadonlySet<FailureCode> = new Set(['OFFLINE', 'FOREIGN', 'UNAUTHENTICATED', 'BUSY']);

/** The content that is promised or delivered already under this promise's id; undefined when none is. */
async function contentKnown(db: LocalDb, promised: Promised): Promise<string | undefined> {
  const item = await db.outbox.get(promiseId(promised));
  return item ? contentOf(item.promised) : (await db.receipts.get(promiseId(promised)))?.content;
}

/**
 * Keeps a draft and gives it back as kept. What the outbox has taken meanwhile, or delivered, is not brought back by a
 * late save (null); what differs from it was typed after, and becomes a draft of its own that says what it follows.
 */
export function saveDraft(db: LocalDb, draft: Draft): Promise<Draft | null> {
  return db.transaction('rw', db.drafts, db.outbox, db.receipts, async () => {
    const promised = { kind: 'report', draft } as const;
    const known = await contentKnown(db, promised);
    if (known === contentOf(promised)) return null;
    const { mends: _, ...free } = draft;
    const kept = known === undefined ? draft : { ...free, clientId: uuidv7(), follows: promiseId(promised) };
    await db.drafts.put(kept);
    return kept;
  });
}

/** QUEUED; KNOWN when this very content is there or delivered already; OTHER when different content is, and this is not taken. */
export type Taken = 'QUEUED' | 'KNOWN' | 'OTHER';

/** Takes a promise in one step with the end of its draft, so that it is never in neither. */
export function enqueue(
  db: LocalDb,
  { personId, postId }: Author,
  promised: Promised,
  now = Date.now(),
): Promise<Taken> {
  return db.transaction('rw', db.drafts, db.outbox, db.receipts, async (): Promise<Taken> => {
    const known = await contentKnown(db, promised);
    const isSame = known === contentOf(promised);
    if (known !== undefined && !isSame) return 'OTHER';
    if (promised.kind === 'report') await db.drafts.delete(promised.draft.clientId);
    if (isSame) return 'KNOWN';
    await db.outbox.put({
      clientId: promiseId(promised),
      personId,
      postId,
      promised,
      state: 'WAITING',
      queuedAt: now,
      attempts: 0,
      nextAt: 0,
      leaseUntil: 0,
      failure: null,
    });
    return 'QUEUED';
  });
}

export const itemsOf = (db: LocalDb, personId: string) =>
  db.outbox.where('personId').equals(personId).sortBy('queuedAt');

export interface Round {
  sent: string[];
  failed: string[];
  /** Why the round ended early. */
  stoppedBy: FailureCode | null;
}

/** Sends what is due of the author's items, oldest first. Only one round may run on the device at a time (see sending.ts). */
export async function sendDue(
  db: LocalDb,
  delivery: Delivery,
  { author, hurry = false, now = Date.now }: { author: Author; hurry?: boolean; now?: () => number },
): Promise<Round> {
  const round: Round = { sent: [], failed: [], stoppedBy: null };
  const due = (await itemsOf(db, author.personId)).filter((item) => item.postId === author.postId);
  for (const { clientId } of due) {
    const item = await claim(db, clientId, { hurry, at: now() });
    if (!item) continue;
    try {
      await settle(db, item, { ...(await delivery.send(item.promised)), sentAt: now() });
      round.sent.push(clientId);
    } catch (error) {
      const failure = failureOf(error);
      await putBack(db, item, failure, now());
      if (FINAL.has(failure.code)) round.failed.push(clientId);
      if (STOPS.has(failure.code)) return { ...round, stoppedBy: failure.code };
    }
  }
  return round;
}

function claim(
  db: LocalDb,
  clientId: string,
  { hurry, at }: { hurry: boolean; at: number },
): Promise<OutboxItem | null> {
  return db.transaction('rw', db.outbox, async () => {
    const item = await db.outbox.get(clientId);
    if (!item || item.state === 'FAILED') return null;
    if (item.state === 'SENDING' && item.leaseUntil > at) return null;
    if (!hurry && item.nextAt > at) return null;
    const claimed: OutboxItem = { ...item, state: 'SENDING', attempts: item.attempts + 1, leaseUntil: at + LEASE_MS };
    await db.outbox.put(claimed);
    return claimed;
  });
}

/** The server has it: only now may the phone's copy go, if it is still what was sent. */
function settle(
  db: LocalDb,
  { clientId, personId, promised }: OutboxItem,
  stored: Stored & { sentAt: number },
): Promise<void> {
  return db.transaction('rw', db.outbox, db.receipts, async () => {
    const content = contentOf(promised);
    const now = await db.outbox.get(clientId);
    await db.receipts.put({ clientId, personId, content, ...stored });
    if (now && contentOf(now.promised) === content) await db.outbox.delete(clientId);
    await db.receipts
      .where('sentAt')
      .below(stored.sentAt - RECEIPT_KEPT_MS)
      .delete();
  });
}

async function putBack(db: LocalDb, item: OutboxItem, failure: Failure, at: number): Promise<void> {
  const { code, said, unmet } = failure;
  await db.outbox.update(item.clientId, {
    state: FINAL.has(code) ? 'FAILED' : 'WAITING',
    nextAt: at + waitAfter(item.attempts, Number(failure.extensions.retryAfter ?? 0)),
    leaseUntil: 0,
    failure: { code, said, unmet },
  });
}

/** Nothing could be tried: says why with everything that waits, and gives the line a pause. */
export async function noteWhy(db: LocalDb, author: Author, failure: Failure, at = Date.now()): Promise<void> {
  const { code, said, unmet } = failure;
  const nextAt = at + waitAfter(PAUSE_LIKE, Number(failure.extensions.retryAfter ?? 0));
  await db.outbox
    .where('[personId+postId]')
    .equals([author.personId, author.postId])
    .and((item) => item.state !== 'FAILED' && !isUnderWay(item, at))
    .modify((item) => {
      item.failure = { code, said, unmet };
      item.nextAt = Math.max(item.nextAt, nextAt);
    });
}
/** As after this many tries. */
const PAUSE_LIKE = 3;

/** 2 s, 4 s, 8 s … up to five minutes, spread by a quarter either way; never sooner than the server asks. */
export function waitAfter(attempts: number, retryAfterSeconds = 0, random = Math.random): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1));
  return Math.max(retryAfterSeconds * 1_000, wait * (0.75 + random() / 2));
}

/** The author asks again, after mending what was wrong elsewhere. */
export async function retry(db: LocalDb, clientId: string): Promise<void> {
  await db.outbox
    .where('clientId')
    .equals(clientId)
    .and(({ state }) => state !== 'SENDING')
    .modify({ state: 'WAITING', nextAt: 0, failure: null });
}

/** Out of the outbox for editing; a report is a draft again. Null while it is being sent: its answer may come any moment. */
export function takeBack(db: LocalDb, clientId: string, now = Date.now()): Promise<Promised | null> {
  return db.transaction('rw', db.outbox, db.drafts, async () => {
    const item = await db.outbox.get(clientId);
    if (!item || isUnderWay(item, now)) return null;
    if (item.promised.kind === 'report') await db.drafts.put({ ...item.promised.draft, savedAt: now });
    await db.outbox.delete(clientId);
    return item.promised;
  });
}

/** After a conflict: the server keeps what it has, and this text goes as another report or instruction. */
export function sendAsNew(db: LocalDb, clientId: string, newId: string): Promise<boolean> {
  return db.transaction('rw', db.outbox, async () => {
    const item = await db.outbox.get(clientId);
    if (item?.state !== 'FAILED') return false;
    const promised = renewed(item.promised, newId);
    await db.outbox.add({
      ...item,
      clientId: promiseId(promised),
      promised,
      state: 'WAITING',
      attempts: 0,
      nextAt: 0,
      failure: null,
    });
    await db.outbox.delete(clientId);
    return true;
  });
}

function renewed(promised: Promised, clientId: string): Promised {
  if (promised.kind === 'instruction') return { ...promised, instruction: { ...promised.instruction, clientId } };
  const { mends: _, ...draft } = promised.draft;
  return { kind: 'report', draft: { ...draft, clientId } };
}

/** Thrown away by its author. False while it is being sent. */
export function discard(db: LocalDb, clientId: string, now = Date.now()): Promise<boolean> {
  return db.transaction('rw', db.outbox, async () => {
    const item = await db.outbox.get(clientId);
    if (!item || isUnderWay(item, now)) return false;
    await db.outbox.delete(clientId);
    return true;
  });
}

export const isUnderWay = (item: OutboxItem, now: number) => item.state === 'SENDING' && item.leaseUntil > now;
