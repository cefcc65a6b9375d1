import type { Failure, FailureCode } from '../failure.ts';
import { type Delivery, failureFrom, type Proof } from './delivery.ts';
import type { Author, Draft } from './draft.ts';
import type { LocalDb } from './local-db.ts';

/** WAITING is sent by itself; FAILED needs its author; SENDING is under way until `leaseUntil`, then it counts as WAITING. */
export type OutboxState = 'WAITING' | 'SENDING' | 'FAILED';

export interface OutboxItem extends Author {
  clientId: string;
  draft: Draft;
  state: OutboxState;
  queuedAt: number;
  attempts: number;
  /** Not before this instant, unless the network has just come back or the author asks. */
  nextAt: number;
  leaseUntil: number;
  failure: { code: FailureCode; said: string; unmet: string[] } | null;
}

/** Longer than a delivery may take: nobody else takes an item whose answer may still come. */
const LEASE_MS = 90_000;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;
const SENT_KEPT_MS = 14 * 86_400_000;

/** A refusal that will be the same next time; the rest heals with time, signal or signing in. */
const FINAL: ReadonlySet<FailureCode> = new Set(['BAD_INPUT', 'REFUSED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT']);
/** After one of these the next item would fare no better. */
const STOPS: ReadonlySet<FailureCode> = new Set(['OFFLINE', 'FOREIGN', 'UNAUTHENTICATED', 'BUSY']);

/** Keeps a draft, unless the outbox has taken it meanwhile: a late save must not bring back what was submitted. */
export function saveDraft(db: LocalDb, draft: Draft): Promise<void> {
  return db.transaction('rw', db.drafts, db.outbox, async () => {
    if (!(await db.outbox.get(draft.clientId))) await db.drafts.put(draft);
  });
}

/** Moves a draft into the outbox in one step, so that it is never in neither. */
export async function enqueue(db: LocalDb, draft: Draft, now = Date.now()): Promise<void> {
  await db.transaction('rw', db.drafts, db.outbox, async () => {
    await db.outbox.put({
      clientId: draft.clientId,
      personId: draft.personId,
      postId: draft.postId,
      draft,
      state: 'WAITING',
      queuedAt: now,
      attempts: 0,
      nextAt: 0,
      leaseUntil: 0,
      failure: null,
    });
    await db.drafts.delete(draft.clientId);
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
      const receipt = await delivery.send(item.draft);
      await settle(db, item, receipt, now());
      round.sent.push(clientId);
    } catch (error) {
      const failure = failureFrom(error);
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

/** The server has it: only now may the phone's copy go. */
function settle(db: LocalDb, item: OutboxItem, receipt: Proof, at: number): Promise<void> {
  return db.transaction('rw', db.outbox, db.sent, async () => {
    await db.sent.put({ clientId: item.clientId, personId: item.personId, ...receipt, sentAt: at });
    await db.outbox.delete(item.clientId);
    await db.sent
      .where('sentAt')
      .below(at - SENT_KEPT_MS)
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

/** Back to a draft for editing. False while it is being sent: its answer may come any moment. */
export function takeBack(db: LocalDb, clientId: string, now = Date.now()): Promise<boolean> {
  return db.transaction('rw', db.outbox, db.drafts, async () => {
    const item = await db.outbox.get(clientId);
    if (!item || isUnderWay(item, now)) return false;
    await db.drafts.put({ ...item.draft, savedAt: now });
    await db.outbox.delete(clientId);
    return true;
  });
}

/** After a conflict: the server keeps what it has, and this text goes as another report. */
export function sendAsNew(db: LocalDb, clientId: string, newId: string): Promise<boolean> {
  return db.transaction('rw', db.outbox, async () => {
    const item = await db.outbox.get(clientId);
    if (item?.state !== 'FAILED') return false;
    const { mends: _, ...draft } = item.draft;
    await db.outbox.add({
      ...item,
      clientId: newId,
      draft: { ...draft, clientId: newId },
      state: 'WAITING',
      attempts: 0,
      nextAt: 0,
      failure: null,
    });
    await db.outbox.delete(clientId);
    return true;
  });
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
