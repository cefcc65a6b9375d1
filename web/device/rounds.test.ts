import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Dexie } from 'dexie';
import { type IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { UNDO_MS } from '../ui/undo-ms.ts';
import type { Draft } from './draft.ts';
import { LocalDb } from './local-db.ts';
import { ANNA, deliveryThat, draftBy, draftWith, fails, idOf, newPhone, queue, serverThat } from './outbox.testing.ts';
import { itemsOf, takeBack } from './outbox.ts';
import { blobOf, dropOrphans } from './parts.ts';
import { bringBack, discard, discardDraft, dropRemoved } from './removed.ts';
import { noteWhy, sendDue } from './rounds.ts';

/** The line as a whole: one in trouble, two officers, a clock that is wrong. */
let db: LocalDb;
let indexedDB: IDBFactory;
beforeEach(() => {
  ({ db, indexedDB } = newPhone());
});
afterEach(() => db.close());

const DAY = 86_400_000;
const item = (draft: Draft) => db.outbox.get(draft.clientId);

test.each(['INTERNAL', 'FOREIGN', 'BLOCKED', 'OFFLINE', 'BUSY', 'BAD_INPUT'] as const)(
  'one of fifty that always meets %s keeps none of the others back',
  async (code) => {
    const poisoned = draftBy();
    await queue(db, poisoned, 1);
    const others: string[] = [];
    for (let n = 2; n <= 50; n++) {
      const draft = draftBy();
      others.push(draft.clientId);
      await queue(db, draft, n);
    }
    const { delivery } = serverThat();
    const { send } = delivery;
    delivery.send = (promised) =>
      promised.kind === 'report' && promised.draft.clientId === poisoned.clientId
        ? Promise.reject(fails(code))
        : send(promised);
    expect((await sendDue(db, delivery, { author: ANNA, hurry: true })).sent).toEqual(others);
    expect(await item(poisoned)).toMatchObject({ failure: { code }, attempts: 1 });
  },
);

test('one that the server always puts off for a while goes last in the end, and the others go', async () => {
  const [poisoned, other] = [draftBy(), draftBy()];
  await queue(db, poisoned, 1);
  await queue(db, other, 2);
  const { delivery } = serverThat();
  const { send } = delivery;
  delivery.send = (promised) =>
    promised.kind === 'report' && promised.draft.clientId === poisoned.clientId
      ? Promise.reject(fails('BUSY', { retryAfter: 30 }))
      : send(promised);
  let at = 1_000_000;
  for (let round = 0; round < 4; round++) {
    await sendDue(db, delivery, { author: ANNA, hurry: true, now: () => at });
    at += 31_000;
  }
  expect(await item(other)).toBeUndefined();
});

test('what the server asks to wait for is waited for, by the whole line and whoever is in a hurry', async () => {
  const [first, second] = [draftBy(), draftBy()];
  await queue(db, first, 1);
  await queue(db, second, 2);
  const { delivery, tried } = deliveryThat(fails('BUSY', { retryAfter: 60 }), 'stored');
  const at = 1_000_000;
  const round = await sendDue(db, delivery, { author: ANNA, hurry: true, now: () => at });
  expect(round.stoppedBy).toBe('BUSY');
  await sendDue(db, delivery, { author: ANNA, hurry: true, now: () => at + 59_000 });
  expect(tried).toHaveLength(1);
  expect((await sendDue(db, delivery, { author: ANNA, hurry: true, now: () => at + 60_000 })).sent).toHaveLength(2);
});

test('whoever was signed out meanwhile is told so, and not of a portal', async () => {
  const draft = draftBy();
  await queue(db, draft);
  const { delivery } = deliveryThat(fails('FOREIGN'));
  delivery.whoAmI = async () => null;
  expect((await sendDue(db, delivery, { author: ANNA })).stoppedBy).toBe('UNAUTHENTICATED');
  expect(await item(draft)).toMatchObject({ state: 'WAITING', failure: { code: 'UNAUTHENTICATED' } });
});

test('whoever holds the lock of all tabs takes what a killed tab was sending', async () => {
  const draft = draftBy();
  await queue(db, draft);
  await db.outbox.update(draft.clientId, { state: 'SENDING', lease: { from: 0, until: 90_000 } });
  const { delivery } = deliveryThat('stored');
  expect((await sendDue(db, delivery, { author: ANNA, now: () => 1_000 })).sent).toEqual([]);
  expect((await sendDue(db, delivery, { author: ANNA, isAlone: true, now: () => 1_000 })).sent).toEqual([
    draft.clientId,
  ]);
});

test('a long upload renews its lease', async () => {
  const draft = await draftWith(db, ['one']);
  await queue(db, draft);
  const server = serverThat();
  let at = 1_000_000;
  const { upload } = server.delivery;
  server.delivery.upload = async (uploading, heard) => {
    at += 80_000;
    await heard.sent(1);
    expect((await item(draft))?.lease.until).toBe(at + 90_000);
    await upload(uploading, heard);
  };
  expect((await sendDue(db, server.delivery, { author: ANNA, now: () => at })).sent).toEqual([draft.clientId]);
});

test('after another officer has signed in, nothing of the first is sent, listed or opened', async () => {
  const draft = await draftWith(db, ['mine']);
  await queue(db, draft);
  const boris = { personId: 'boris', postId: ANNA.postId };
  const server = serverThat();
  expect(await sendDue(db, server.delivery, { author: boris, hurry: true })).toMatchObject({ sent: [], failed: [] });
  expect(server.seen.sent).toEqual([]);
  expect(await itemsOf(db, 'boris')).toEqual([]);
  expect(await blobOf(db, idOf(draft), boris)).toBeUndefined();
  expect(await (await blobOf(db, idOf(draft), ANNA))?.text()).toBe('mine');
});

test('another officer who signs in while a round is under way has nothing of it sent in their name', async () => {
  const [first, second] = [draftBy(), draftBy()];
  await queue(db, first, 1);
  await queue(db, second, 2);
  const { delivery, tried } = deliveryThat('stored');
  await sendDue(db, delivery, { author: ANNA, isStill: () => tried.length === 0 });
  expect(tried).toEqual([first.clientId]);
  expect(await item(second)).toMatchObject({ state: 'WAITING', attempts: 0 });
});

test.each([-2 * DAY, 2 * DAY])(
  'a clock that is put right by %d ms holds nothing back: no pause, no lease, no Retry-After',
  async (shift) => {
    const [paused, leased, held] = [draftBy(), draftBy(), draftBy()];
    for (const draft of [paused, leased, held]) await queue(db, draft);
    const wrong = Date.parse('2026-11-20T08:00:00Z');
    const span = { from: wrong, until: wrong + 60_000 };
    await db.outbox.update(paused.clientId, { pause: span });
    await db.outbox.update(leased.clientId, { state: 'SENDING', lease: span });
    await db.outbox.update(held.clientId, { held: span });
    const { delivery } = deliveryThat('stored');
    const round = await sendDue(db, delivery, { author: ANNA, now: () => wrong + shift });
    expect(round.sent).toHaveLength(3);
    await queue(db, draftBy());
    expect(await takeBack(db, (await itemsOf(db, 'anna'))[0]?.clientId ?? '', wrong + shift)).not.toBeNull();
  },
);

test('receipts outlive a clock that jumps a year ahead and back; only the oldest of a thousand go', async () => {
  const first = draftBy();
  const send = async (draft: Draft, at: number) => {
    await queue(db, draft);
    await sendDue(db, deliveryThat('stored').delivery, { author: ANNA, hurry: true, now: () => at });
  };
  await send(first, 1_000 * DAY);
  await send(draftBy(), 1_400 * DAY);
  await send(draftBy(), 1_001 * DAY);
  expect(await db.receipts.get(first.clientId)).toBeDefined();
  const more = Array.from({ length: 1_000 }, (_, n) => ({
    ...{ clientId: `r${n}`, personId: 'anna', storedId: `s${n}`, no: '', content: '' },
    sentAt: 1_002 * DAY + n,
  }));
  await db.receipts.bulkPut(more);
  const last = draftBy();
  await send(last, 10 * DAY);
  expect(await db.receipts.count()).toBe(1_000);
  expect(await db.receipts.get(last.clientId)).toBeDefined();
  expect(await db.receipts.get(first.clientId)).toBeUndefined();
});

test('what is deleted can be brought back for ten seconds, with its photos, and is gone after', async () => {
  const [draft, queued] = [await draftWith(db, ['one']), await draftWith(db, ['two'])];
  await queue(db, queued);
  expect(await discard(db, queued.clientId, 1_000)).toBe(true);
  expect(await discardDraft(db, draft.clientId, 1_000)).toBe(true);
  const server = serverThat();
  await sendDue(db, server.delivery, { author: ANNA, hurry: true });
  expect(server.seen.sent).toEqual([]);
  await dropRemoved(db, 1_000 + UNDO_MS - 1);
  await dropOrphans(db);
  expect(await bringBack(db, queued.clientId)).toBe(true);
  expect((await sendDue(db, server.delivery, { author: ANNA, hurry: true })).sent).toEqual([queued.clientId]);
  await dropRemoved(db, 1_000 + UNDO_MS);
  expect(await bringBack(db, draft.clientId)).toBe(false);
  expect([await db.parts.count(), await db.bytes.count()]).toEqual([0, 0]);
});

test('a deleted draft takes no photo along that another draft names', async () => {
  const draft = await draftWith(db, ['one', 'two']);
  const { attachments = [] } = draft;
  await db.drafts.put({ ...draftBy(), attachments: attachments.slice(0, 1) });
  await discardDraft(db, draft.clientId, 1_000);
  await dropRemoved(db, 1_000 + UNDO_MS);
  expect(await db.parts.toCollection().primaryKeys()).toEqual([idOf(draft)]);
  expect(await db.bytes.count()).toBe(1);
});

test('photos that no draft and no promise names any more go, and no others', async () => {
  const [draft, queued] = [await draftWith(db, ['one', 'out']), await draftWith(db, ['two'])];
  await queue(db, queued);
  const { attachments = [] } = draft;
  await db.drafts.put({ ...draft, attachments: attachments.slice(0, 1) });
  await dropOrphans(db);
  expect((await db.parts.toCollection().primaryKeys()).sort()).toEqual([idOf(draft), idOf(queued)].sort());
  expect(await db.bytes.count()).toBe(2);
});

/** What version 2 of the store had left, eight days ago by a clock that was two days ahead. */
async function oldPhone(name: string, states: object[]) {
  const old = new Dexie(name, { indexedDB, IDBKeyRange });
  old.version(2).stores({
    drafts: 'clientId, [personId+postId], savedAt',
    outbox: 'clientId, personId, [personId+postId], queuedAt',
    receipts: 'clientId, sentAt',
    answers: 'key, keptAt',
  });
  const drafts = states.map(() => draftBy());
  for (const [place, state] of states.entries()) {
    const draft = drafts[place] as Draft;
    await old.table('outbox').put({
      ...{ clientId: draft.clientId, ...ANNA, promised: { kind: 'report', draft }, queuedAt: place, attempts: 4 },
      ...{ state: 'WAITING', nextAt: 0, leaseUntil: 0, failure: null, ...state },
    });
  }
  old.close();
  return drafts;
}

test('after eight days without a signal, by a wrong clock, a new version of the app sends all or shows why not', async () => {
  const now = Date.parse('2026-11-29T08:00:00Z');
  const ahead = now + 2 * DAY;
  const [waiting, sending, failed] = await oldPhone('old-phone', [
    { nextAt: ahead },
    { state: 'SENDING', leaseUntil: ahead },
    { state: 'FAILED', failure: { code: 'CONFLICT', said: '', unmet: [] } },
  ]);
  const updated = new LocalDb('old-phone', { indexedDB, IDBKeyRange });
  expect(await updated.outbox.get(sending?.clientId ?? '')).toMatchObject({ state: 'WAITING' });
  const round = await sendDue(updated, deliveryThat('stored').delivery, { author: ANNA, now: () => now });
  expect(round.sent.sort()).toEqual([waiting?.clientId, sending?.clientId].sort());
  expect(await itemsOf(updated, 'anna')).toMatchObject([{ clientId: failed?.clientId, failure: { code: 'CONFLICT' } }]);
  await noteWhy(updated, ANNA, fails('OFFLINE').failure, now);
  updated.close();
});
