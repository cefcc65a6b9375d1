import { type Failure, type FailureCode, failed, failureOf } from '../ui/failure.ts';
import { type Carrying, carry } from './carry.ts';
import type { Delivery, Stored } from './delivery.ts';
import type { Author } from './draft.ts';
import type { KeptFailure, LocalDb, OutboxItem } from './local-db.ts';
import { isUnderWay, itemsOf } from './outbox.ts';
import { dropParts } from './parts.ts';
import { attachmentsOf, contentOf } from './promised.ts';
import { isWithin, leftOf, NO_SPAN, spanOf } from './span.ts';

/** Longer than one request may take: nobody else takes an item whose answer may still come. */
const LEASE_MS = 90_000;
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 5 * 60_000;
/** A receipt is small: as many as a year may bring. What the phone's clock says has no part in it. */
const RECEIPTS = 1_000;

/** A refusal that will be the same next time; the rest heals with time, signal or signing in. */
const FINAL: ReadonlySet<FailureCode> = new Set([
  'BAD_INPUT',
  'REFUSED',
  'FORBIDDEN',
  'NOT_FOUND',
  'CONFLICT',
  'TOO_LARGE',
  'ATTACHMENT',
  'PART_LOST',
]);
/** After one of these the next item may fare no better. */
const STOPS: ReadonlySet<FailureCode> = new Set(['OFFLINE', 'FOREIGN', 'BLOCKED', 'UNAUTHENTICATED', 'BUSY']);
/** An item that failed as often goes after the others. */
const OFTEN = 3;

export interface Round {
  sent: string[];
  failed: string[];
  /** Why the round ended early. */
  stoppedBy: FailureCode | null;
}

interface Sending {
  author: Author;
  hurry?: boolean;
  /** The lock of all tabs is ours: whoever has a lease has gone. */
  isAlone?: boolean;
  /** Nobody else has signed in on this phone meanwhile: what goes out goes under the cookie of whoever has. */
  isStill?: () => boolean;
  now?: () => number;
}

/** Sends what is due of the author's items, oldest first. Only one round may run on the device at a time (see sending.ts). */
export async function sendDue(
  db: LocalDb,
  delivery: Delivery,
  { author, hurry = false, isAlone = false, isStill = () => true, now = Date.now }: Sending,
): Promise<Round> {
  const round: Round = { sent: [], failed: [], stoppedBy: null };
  for (const clientId of await lineOf(db, author)) {
    const item = await claim(db, clientId, { hurry, isAlone, isStill, at: now() });
    if (!item) continue;
    const renew = () => db.outbox.update(clientId, { lease: spanOf(now(), LEASE_MS) });
    try {
      await deliver({ db, delivery, renew }, item, now);
      round.sent.push(clientId);
    } catch (error) {
      const failure = await reasonOf(delivery, author, failureOf(error));
      await putBack(db, item, failure, now());
      if (FINAL.has(failure.code)) round.failed.push(clientId);
      if (!failure.stops) continue;
      if (secondsAsked(failure) > 0) await noteWhy(db, author, failure, now());
      return { ...round, stoppedBy: failure.code };
    }
  }
  return round;
}

/** In the order they were written, those in trouble last: none of them keeps the others back. */
async function lineOf(db: LocalDb, { personId, postId }: Author): Promise<string[]> {
  const items = (await itemsOf(db, personId)).filter((item) => item.postId === postId);
  const isInTrouble = ({ attempts }: OutboxItem) => Number(attempts >= OFTEN);
  return items.sort((one, other) => isInTrouble(one) - isInTrouble(other)).map(({ clientId }) => clientId);
}

/** Whether the next would fare no better: where the server can be reached and takes us for the same, the trouble is the item's own. */
async function reasonOf(delivery: Delivery, author: Author, failure: Failure): Promise<Failure & { stops: boolean }> {
  if (!STOPS.has(failure.code)) return { ...failure, stops: false };
  if (failure.code === 'UNAUTHENTICATED' || secondsAsked(failure) > 0) return { ...failure, stops: true };
  const who = await delivery.whoAmI().catch(() => undefined);
  if (who === null) return { ...failed('UNAUTHENTICATED'), stops: true };
  return { ...failure, stops: who?.personId !== author.personId || who.postId !== author.postId };
}

function claim(
  db: LocalDb,
  clientId: string,
  { hurry, isAlone, isStill, at }: Required<Pick<Sending, 'hurry' | 'isAlone' | 'isStill'>> & { at: number },
): Promise<OutboxItem | null> {
  return db.transaction('rw', db.outbox, async () => {
    const item = await db.outbox.get(clientId);
    if (!isStill() || !item || item.state === 'FAILED') return null;
    if (!isAlone && isUnderWay(item, at)) return null;
    if (isWithin(item.held, at) || (!hurry && isWithin(item.pause, at))) return null;
    const claimed: OutboxItem = {
      ...item,
      state: 'SENDING',
      attempts: item.attempts + 1,
      lease: spanOf(at, LEASE_MS),
    };
    await db.outbox.put(claimed);
    return claimed;
  });
}

/** The server has all of it: only now may the phone's copy go, if it is still what was sent. */
async function deliver(on: Carrying, item: OutboxItem, now: () => number): Promise<void> {
  const { attachments, ...stored } = await carry(on, item);
  await settle(on.db, item, stored, attachments, now());
}

function settle(
  db: LocalDb,
  { clientId, personId, promised }: OutboxItem,
  stored: Omit<Stored, 'attachments'>,
  attachments: Stored['attachments'],
  sentAt: number,
): Promise<void> {
  return db.transaction('rw', [db.outbox, db.receipts, db.parts, db.bytes], async () => {
    const content = contentOf(promised);
    const manifest = attachmentsOf(promised).map((one) => one.clientId);
    const hashes = attachments.filter((one) => manifest.includes(one.clientId)).map(({ sha256 }) => sha256);
    const now = await db.outbox.get(clientId);
    await db.receipts.put({ clientId, personId, content, ...(hashes.length > 0 && { hashes }), ...stored, sentAt });
    if (now && contentOf(now.promised) === content) {
      await dropParts(db, await db.parts.where('promise').equals(clientId).primaryKeys());
      await db.outbox.delete(clientId);
    }
    await dropOldest(db, clientId);
  });
}

async function dropOldest(db: LocalDb, newest: string): Promise<void> {
  const surplus = (await db.receipts.count()) - RECEIPTS;
  if (surplus <= 0) return;
  const oldest = await db.receipts
    .orderBy('sentAt')
    .limit(surplus + 1)
    .primaryKeys();
  await db.receipts.bulkDelete(oldest.filter((id) => id !== newest).slice(0, surplus));
}

const secondsAsked = ({ extensions }: Failure): number => Number(extensions.retryAfter ?? 0) || 0;
const heldBy = (failure: Failure, at: number) => spanOf(at, secondsAsked(failure) * 1_000);

const kept = ({ code, said, unmet, extensions: { reportId } }: Failure): KeptFailure => ({
  ...{ code, said, unmet },
  ...(typeof reportId === 'string' && { storedId: reportId }),
});

async function putBack(db: LocalDb, item: OutboxItem, failure: Failure, at: number): Promise<void> {
  await db.outbox.update(item.clientId, {
    state: FINAL.has(failure.code) ? 'FAILED' : 'WAITING',
    pause: spanOf(at, waitAfter(item.attempts, secondsAsked(failure))),
    held: heldBy(failure, at),
    lease: NO_SPAN,
    failure: kept(failure),
  });
}

/** Nothing could be tried: says why with everything that waits, and gives the line a pause. */
export async function noteWhy(db: LocalDb, author: Author, failure: Failure, at = Date.now()): Promise<void> {
  const pause = spanOf(at, waitAfter(PAUSE_LIKE, secondsAsked(failure)));
  await db.outbox
    .where('[personId+postId]')
    .equals([author.personId, author.postId])
    .and((item) => item.state !== 'FAILED' && !isUnderWay(item, at))
    .modify((item) => {
      item.failure = kept(failure);
      if (secondsAsked(failure) > 0) item.held = heldBy(failure, at);
      if (!isWithin(item.pause, at) || item.pause.until < pause.until) item.pause = pause;
    });
}
/** As after this many tries. */
const PAUSE_LIKE = 3;

/** 2 s, 4 s, 8 s … up to five minutes, spread by a quarter either way; never sooner than the server asks. */
export function waitAfter(attempts: number, retryAfterSeconds = 0, random = Math.random): number {
  const wait = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.max(0, attempts - 1));
  return Math.max(retryAfterSeconds * 1_000, wait * (0.75 + random() / 2));
}

const [SHORTEST_NAP_MS, LONGEST_NAP_MS] = [2_000, 60_000];
/**
 * How long until something is due again. Where a lock keeps the tabs apart a lease says nothing: it may be that of a page that
 * was closed in the middle, and whoever has the lock next goes on at once.
 */
export function napBefore(items: readonly OutboxItem[], now: number, hasLock: boolean): number {
  const waitOf = ({ pause, held, lease }: OutboxItem) =>
    Math.max(...[pause, held, ...(hasLock ? [] : [lease])].map((span) => leftOf(span, now)));
  return Math.min(LONGEST_NAP_MS, Math.max(SHORTEST_NAP_MS, Math.min(...items.map(waitOf))));
}
