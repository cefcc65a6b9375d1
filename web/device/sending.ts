import { v7 } from 'uuid';
import { acceptLanguage } from '../i18n/language.ts';
import { expireSession, session$ } from '../session/session-store.ts';
import { AskFailed, type Failure, failed, failureOf } from '../ui/failure.ts';
import { deliveryOver } from './delivery.ts';
import type { Author } from './draft.ts';
import type { OutboxItem } from './local-db.ts';
import { localDb } from './local-db.ts';
import { enqueue, itemsOf, PartMissing, retry, sendAsNew } from './outbox.ts';
import { dropOrphans } from './parts.ts';
import { attachmentsOf, type Promised, promiseId } from './promised.ts';
import { dropRemoved } from './removed.ts';
import { napBefore, noteWhy, sendDue } from './rounds.ts';

const LOCK = 'lxq.outbox';

const delivery = deliveryOver((...request) => fetch(...request), acceptLanguage);

let isStarted = false;
let running: Promise<void> | undefined;
let following: Promise<void> | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Begins to watch for moments to send: now, the network's return, the page's return to sight, signing in. */
export function startSending() {
  if (isStarted) return;
  isStarted = true;
  addEventListener('online', () => sendNow());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && sendNow());
  session$.listen(() => sendNow());
  // What somebody threw away before the app was closed, and photos taken out of a form.
  void dropRemoved(localDb)
    .then(() => dropOrphans(localDb))
    .catch(() => undefined);
  sendNow();
}

export type Outcome =
  | { state: 'SENT'; storedId: string }
  /** Kept on the phone; sent by itself. */
  | { state: 'WAITING' }
  | { state: 'FAILED'; failure: Failure }
  /** Other content goes, or has gone, under its id: this was not taken. */
  | { state: 'OTHER' };

/** Tries one that failed again; as new, beside what is stored under its id already. */
export async function sendAgain(clientId: string, isNew: boolean): Promise<void> {
  if (isNew) await sendAsNew(localDb, clientId, v7());
  else await retry(localDb, clientId);
  await sendNow();
}

/**
 * Takes a promise into the outbox, tries at once and says what became of it. Where the phone refuses to store anything a
 * text goes straight to the server while the page is open, and a failure is thrown; photos stand in the phone's store.
 */
export async function promise(author: Author, promised: Promised, whenTaken?: () => void): Promise<Outcome> {
  const taken = await enqueue(localDb, author, promised).catch((error) => {
    if (error instanceof PartMissing) throw new AskFailed(failed('PART_LOST'));
    return undefined;
  });
  if (taken === undefined && attachmentsOf(promised).length > 0) throw new AskFailed(failed('PHONE_FULL'));
  if (taken === undefined) {
    const who = await delivery.whoAmI();
    if (!who) expireSession();
    if (!isSame(who, author)) throw new AskFailed(failed('UNAUTHENTICATED'));
    return { state: 'SENT', storedId: (await delivery.send(promised)).storedId };
  }
  if (taken === 'OTHER') return { state: 'OTHER' };
  whenTaken?.();
  await sendNow();
  const receipt = await localDb.receipts.get(promiseId(promised));
  if (receipt) return { state: 'SENT', storedId: receipt.storedId };
  const item = await localDb.outbox.get(promiseId(promised));
  if (item?.state !== 'FAILED') return { state: 'WAITING' };
  return { state: 'FAILED', failure: failureIn(item) };
}

export const failureIn = ({ failure }: OutboxItem): Failure =>
  failure ? { ...failure, extensions: {} } : failed('INTERNAL');

/** Tries at once whatever waits, however long its pause would still be; done when a whole round has been made. */
export function sendNow(): Promise<void> {
  if (!running) return begin(true);
  following ??= running.then(() => {
    following = undefined;
    return sendNow();
  });
  return following;
}

function begin(hurry: boolean): Promise<void> {
  running ??= round(hurry).finally(() => {
    running = undefined;
  });
  return running;
}

async function round(hurry: boolean) {
  clearTimeout(timer);
  // A store that cannot be read now is tried again with the next round.
  await underLock((isAlone) => send(hurry, isAlone)).catch(() => undefined);
  await planNext();
}

/** Before anything goes out the server says who we are: another person may have signed in on this phone. */
async function send(hurry: boolean, isAlone: boolean) {
  const mine = signedIn();
  if (!mine || (await waiting(mine)).length === 0) return;
  const author = await delivery.whoAmI().catch(async (error) => {
    const failure = failureOf(error);
    await noteWhy(localDb, mine, failure);
    if (failure.code === 'UNAUTHENTICATED') expireSession();
    return undefined;
  });
  if (author === null) return expireSession();
  if (!author || !isSame(author, mine)) return;
  const { stoppedBy } = await sendDue(localDb, delivery, {
    author,
    hurry,
    isAlone,
    isStill: () => isSame(signedIn(), author),
  });
  if (stoppedBy === 'UNAUTHENTICATED') expireSession();
}

async function planNext() {
  const mine = signedIn();
  const items = mine ? await waiting(mine).catch(() => []) : [];
  if (items.length === 0) return;
  clearTimeout(timer);
  timer = setTimeout(() => void begin(false), napBefore(items, Date.now(), navigator.locks !== undefined));
}

async function waiting({ personId, postId }: Author) {
  const items = await itemsOf(localDb, personId);
  return items.filter((item) => item.postId === postId && item.state !== 'FAILED');
}

const isSame = (one: Author | null, other: Author): boolean =>
  one?.personId === other.personId && one.postId === other.postId;

function signedIn(): Author | null {
  const session = session$.get();
  if (session.status !== 'signedIn' || session.isExpired) return null;
  return { personId: session.viewer.person.id, postId: session.viewer.post.id };
}

/** One sender among all tabs. Without Web Locks (plain http, old web views) the items' leases keep two apart. */
async function underLock(work: (isAlone: boolean) => Promise<void>) {
  if (!navigator.locks) return work(false);
  await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? work(true) : undefined));
}
