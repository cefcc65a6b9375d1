import { acceptLanguage } from '../i18n/language.ts';
import { expireSession, session$ } from '../session/session-store.ts';
import { deliveryOver, failureFrom } from './delivery.ts';
import type { Author } from './draft.ts';
import { localDb } from './local-db.ts';
import { itemsOf, sendDue } from './outbox.ts';

const LOCK = 'lxq.outbox';
const LONGEST_NAP_MS = 60_000;

export const delivery = deliveryOver((...request) => fetch(...request), acceptLanguage);

let isStarted = false;
let isRunning = false;
let isAskedAgain = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Begins to watch for moments to send: now, the network's return, the page's return to sight, signing in. */
export function startSending() {
  if (isStarted) return;
  isStarted = true;
  addEventListener('online', () => sendNow());
  document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && sendNow());
  session$.listen(() => sendNow());
  sendNow();
}

/** How many reports of a person wait on this phone. */
export const unsentBy = (personId: string): Promise<number> =>
  itemsOf(localDb, personId).then(
    (items) => items.length,
    () => 0,
  );

/** Tries at once whatever waits, however long its pause would still be. */
export function sendNow() {
  if (isRunning) {
    isAskedAgain = true;
    return;
  }
  void round(true);
}

async function round(hurry: boolean) {
  isRunning = true;
  clearTimeout(timer);
  try {
    await underLock(() => send(hurry));
  } catch {
    // A store that cannot be read now is tried again with the next round.
  } finally {
    isRunning = false;
  }
  if (isAskedAgain) {
    isAskedAgain = false;
    return sendNow();
  }
  await planNext();
}

/** Before anything goes out the server says who we are: another person may have signed in on this phone. */
async function send(hurry: boolean) {
  const mine = signedIn();
  if (!mine || (await waiting(mine)).length === 0) return;
  const author = await delivery.whoAmI().catch((error) => {
    if (failureFrom(error).code === 'UNAUTHENTICATED') expireSession();
    return undefined;
  });
  if (author === null) return expireSession();
  if (author?.personId !== mine.personId || author.postId !== mine.postId) return;
  const { stoppedBy } = await sendDue(localDb, delivery, { author, hurry });
  if (stoppedBy === 'UNAUTHENTICATED') expireSession();
}

async function planNext() {
  const mine = signedIn();
  const items = mine ? await waiting(mine).catch(() => []) : [];
  if (items.length === 0) return;
  const soonest = Math.min(...items.map(({ nextAt, leaseUntil }) => Math.max(nextAt, leaseUntil)));
  const nap = Math.min(LONGEST_NAP_MS, Math.max(2_000, soonest - Date.now()));
  clearTimeout(timer);
  timer = setTimeout(() => void round(false), nap);
}

async function waiting({ personId, postId }: Author) {
  const items = await itemsOf(localDb, personId);
  return items.filter((item) => item.postId === postId && item.state !== 'FAILED');
}

function signedIn(): Author | null {
  const session = session$.get();
  if (session.status !== 'signedIn') return null;
  return { personId: session.viewer.person.id, postId: session.viewer.post.id };
}

/** One sender among all tabs. Without Web Locks (plain http, old web views) the items' leases keep two apart. */
async function underLock(work: () => Promise<void>) {
  if (!navigator.locks) return work();
  await navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? work() : undefined));
}
