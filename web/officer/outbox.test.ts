import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Failure, FailureCode } from '../failure.ts';
import { AskFailed } from '../failure.ts';
import type { Delivery } from './delivery.ts';
import { type Draft, newDraft } from './draft.ts';
import { LocalDb } from './local-db.ts';
import {
  discard,
  enqueue,
  itemsOf,
  type OutboxItem,
  retry,
  saveDraft,
  sendAsNew,
  sendDue,
  takeBack,
  waitAfter,
} from './outbox.ts';

const ANNA = { personId: 'anna', postId: 'officer-3' };
const PLACE = { code: '990101101201000', fullName: '东关镇 柳林村', isOutside: false };

let db: LocalDb;
beforeEach(() => {
  db = new LocalDb('phone', { indexedDB: new IDBFactory(), IDBKeyRange });
});
afterEach(() => db.close());

const draftBy = (author = ANNA): Draft => newDraft(author, PLACE);
const item = async (draft: Draft): Promise<OutboxItem | undefined> => db.outbox.get(draft.clientId);

function fails(code: FailureCode, extensions: Failure['extensions'] = {}) {
  return new AskFailed({ code, said: `because ${code}`, unmet: [], extensions });
}
function deliveryThat(...answers: (Error | 'stored')[]) {
  const tried: string[] = [];
  const delivery: Delivery = {
    whoAmI: async () => ANNA,
    async send({ clientId }) {
      const answer = answers[Math.min(tried.length, answers.length - 1)] ?? 'stored';
      tried.push(clientId);
      if (answer !== 'stored') throw answer;
      return { reportId: `report-${clientId}`, no: '2026-000001' };
    },
  };
  return { delivery, tried };
}

test('a draft put into the outbox is no longer a draft', async () => {
  const draft = draftBy();
  await db.drafts.put(draft);
  await enqueue(db, draft);
  expect(await db.drafts.count()).toBe(0);
  expect((await item(draft))?.state).toBe('WAITING');
});

test('a save that comes after the submit does not bring the draft back', async () => {
  const draft = draftBy();
  await saveDraft(db, draft);
  await enqueue(db, draft);
  await saveDraft(db, draft);
  expect(await db.drafts.count()).toBe(0);
});

test('the local copy goes only after a receipt, and its number is kept', async () => {
  const draft = draftBy();
  await enqueue(db, draft);
  const { delivery } = deliveryThat(fails('OFFLINE'), 'stored');
  await sendDue(db, delivery, { author: ANNA, hurry: true });
  expect((await item(draft))?.state).toBe('WAITING');
  const round = await sendDue(db, delivery, { author: ANNA, hurry: true });
  expect(round.sent).toEqual([draft.clientId]);
  expect(await item(draft)).toBeUndefined();
  expect((await db.sent.get(draft.clientId))?.no).toBe('2026-000001');
});

test('items go oldest first, and a lost connection stops the round', async () => {
  const [first, second] = [draftBy(), draftBy()];
  await enqueue(db, second, 2_000);
  await enqueue(db, first, 1_000);
  const { delivery, tried } = deliveryThat('stored', fails('OFFLINE'));
  const round = await sendDue(db, delivery, { author: ANNA });
  expect(tried).toEqual([first.clientId, second.clientId]);
  expect(round.stoppedBy).toBe('OFFLINE');
  expect(await db.outbox.count()).toBe(1);
});

test.each<FailureCode>(['BAD_INPUT', 'REFUSED', 'CONFLICT', 'FORBIDDEN', 'NOT_FOUND'])(
  'an item refused with %s stays as failed with the reason, and is not sent again by itself',
  async (code) => {
    const draft = draftBy();
    await enqueue(db, draft);
    const { delivery, tried } = deliveryThat(fails(code));
    const round = await sendDue(db, delivery, { author: ANNA });
    await sendDue(db, delivery, { author: ANNA, hurry: true });
    expect(round.failed).toEqual([draft.clientId]);
    expect(tried).toHaveLength(1);
    expect(await item(draft)).toMatchObject({ state: 'FAILED', failure: { code, said: `because ${code}` } });
  },
);

test.each<FailureCode>(['OFFLINE', 'FOREIGN', 'INTERNAL', 'BUSY', 'UNAUTHENTICATED'])(
  'an item that met %s waits and goes again',
  async (code) => {
    const draft = draftBy();
    await enqueue(db, draft);
    const { delivery } = deliveryThat(fails(code), 'stored');
    await sendDue(db, delivery, { author: ANNA });
    expect(await item(draft)).toMatchObject({ state: 'WAITING', attempts: 1, failure: { code } });
    expect((await sendDue(db, delivery, { author: ANNA, hurry: true })).sent).toHaveLength(1);
  },
);

test('one refused item does not keep the others back', async () => {
  await enqueue(db, draftBy(), 1);
  await enqueue(db, draftBy(), 2);
  const { delivery } = deliveryThat(fails('REFUSED'), 'stored');
  const round = await sendDue(db, delivery, { author: ANNA });
  expect(round.failed).toHaveLength(1);
  expect(round.sent).toHaveLength(1);
});

test('a waiting item is left alone until its pause is over, unless in a hurry', async () => {
  const draft = draftBy();
  await enqueue(db, draft);
  const { delivery, tried } = deliveryThat(fails('OFFLINE'));
  const now = 1_000_000;
  await sendDue(db, delivery, { author: ANNA, now: () => now });
  await sendDue(db, delivery, { author: ANNA, now: () => now + 500 });
  expect(tried).toHaveLength(1);
  await sendDue(db, delivery, { author: ANNA, now: () => now + 3_000 });
  expect(tried).toHaveLength(2);
});

test('another person on the same phone neither sees nor sends it', async () => {
  await enqueue(db, draftBy());
  const { delivery, tried } = deliveryThat('stored');
  await sendDue(db, delivery, { author: { personId: 'boris', postId: 'officer-3' }, hurry: true });
  expect(tried).toEqual([]);
  expect(await itemsOf(db, 'boris')).toEqual([]);
});

test('an item written under another post of the same person waits for that post', async () => {
  await enqueue(db, draftBy({ ...ANNA, postId: 'clerk-7' }));
  const { delivery, tried } = deliveryThat('stored');
  await sendDue(db, delivery, { author: ANNA, hurry: true });
  expect(tried).toEqual([]);
  expect(await itemsOf(db, 'anna')).toHaveLength(1);
});

test('an item left in the middle of sending by a killed app goes again once its lease is over', async () => {
  const draft = draftBy();
  await enqueue(db, draft);
  await db.outbox.update(draft.clientId, { state: 'SENDING', leaseUntil: 5_000 });
  const { delivery, tried } = deliveryThat('stored');
  await sendDue(db, delivery, { author: ANNA, hurry: true, now: () => 4_000 });
  expect(tried).toEqual([]);
  await sendDue(db, delivery, { author: ANNA, hurry: true, now: () => 6_000 });
  expect(tried).toEqual([draft.clientId]);
});

test('two senders at once send an item once', async () => {
  await enqueue(db, draftBy());
  const { delivery, tried } = deliveryThat('stored');
  await Promise.all([
    sendDue(db, delivery, { author: ANNA, hurry: true }),
    sendDue(db, delivery, { author: ANNA, hurry: true }),
  ]);
  expect(tried).toHaveLength(1);
});

test('an item is not taken back or thrown away while it is being sent', async () => {
  const draft = draftBy();
  await enqueue(db, draft);
  await db.outbox.update(draft.clientId, { state: 'SENDING', leaseUntil: 5_000 });
  expect(await takeBack(db, draft.clientId, 1_000)).toBe(false);
  expect(await discard(db, draft.clientId, 1_000)).toBe(false);
  expect(await takeBack(db, draft.clientId, 6_000)).toBe(true);
  expect(await db.drafts.count()).toBe(1);
  expect(await db.outbox.count()).toBe(0);
});

test('a failed item goes again when its author asks', async () => {
  const draft = draftBy();
  await enqueue(db, draft);
  await sendDue(db, deliveryThat(fails('REFUSED')).delivery, { author: ANNA });
  await retry(db, draft.clientId);
  expect((await sendDue(db, deliveryThat('stored').delivery, { author: ANNA })).sent).toEqual([draft.clientId]);
});

test('after a conflict the text can go as another report under a new id', async () => {
  const draft = draftBy();
  await enqueue(db, draft);
  await sendDue(db, deliveryThat(fails('CONFLICT')).delivery, { author: ANNA });
  expect(await sendAsNew(db, draft.clientId, 'new-id')).toBe(true);
  const { delivery, tried } = deliveryThat('stored');
  await sendDue(db, delivery, { author: ANNA });
  expect(tried).toEqual(['new-id']);
});

test('pauses double up to five minutes and are never shorter than the server asks', () => {
  const middle = () => 0.5;
  expect([1, 2, 3, 20].map((attempts) => waitAfter(attempts, 0, middle))).toEqual([2_000, 4_000, 8_000, 300_000]);
  expect(waitAfter(1, 60, middle)).toBe(60_000);
});
