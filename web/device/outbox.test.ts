import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { Dexie } from 'dexie';
import { type IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { FailureCode } from '../ui/failure.ts';
import type { Draft } from './draft.ts';
import { LocalDb, type OutboxItem } from './local-db.ts';
import { ANNA, deliveryThat, draftBy, fails, newPhone, queue, reportOf } from './outbox.testing.ts';
import { enqueue, itemsOf, retry, takeBack } from './outbox.ts';
import type { PromisedInstruction } from './promised.ts';
import { discard } from './removed.ts';
import { noteWhy, sendDue, waitAfter } from './rounds.ts';

let db: LocalDb;
let indexedDB: IDBFactory;
beforeEach(() => {
  ({ db, indexedDB } = newPhone());
});
afterEach(() => db.close());

const item = async (draft: Draft): Promise<OutboxItem | undefined> => db.outbox.get(draft.clientId);

test('the local copy goes only after a receipt, and its number is kept', async () => {
  const draft = draftBy();
  await queue(db, draft);
  const { delivery } = deliveryThat(fails('OFFLINE'), 'stored');
  await sendDue(db, delivery, { author: ANNA, hurry: true });
  expect((await item(draft))?.state).toBe('WAITING');
  const round = await sendDue(db, delivery, { author: ANNA, hurry: true });
  expect(round.sent).toEqual([draft.clientId]);
  expect(await item(draft)).toBeUndefined();
  expect((await db.receipts.get(draft.clientId))?.no).toBe('2026-000001');
});

test('items go in the order in which they were promised, whatever the clock said, and a lost connection stops the round', async () => {
  const [first, second] = [draftBy(), draftBy()];
  await queue(db, first, 2_000);
  await queue(db, second, 1_000);
  const { delivery, tried } = deliveryThat('stored', fails('OFFLINE'));
  const round = await sendDue(db, delivery, { author: ANNA });
  expect(tried).toEqual([first.clientId, second.clientId]);
  expect(round.stoppedBy).toBe('OFFLINE');
  expect(await db.outbox.count()).toBe(1);
});

test('those that an earlier version of the app has kept go first, oldest first', async () => {
  const [newer, old, older] = [draftBy(), draftBy(), draftBy()];
  await queue(db, newer, 500);
  await queue(db, old, 2_000);
  await queue(db, older, 1_000);
  for (const { clientId } of [old, older]) await db.outbox.update(clientId, { place: undefined });
  const { delivery, tried } = deliveryThat('stored');
  await sendDue(db, delivery, { author: ANNA });
  expect(tried).toEqual([older, old, newer].map(({ clientId }) => clientId));
});

test.each<FailureCode>(['BAD_INPUT', 'REFUSED', 'CONFLICT', 'FORBIDDEN', 'NOT_FOUND'])(
  'an item refused with %s stays as failed with the reason, and is not sent again by itself',
  async (code) => {
    const draft = draftBy();
    await queue(db, draft);
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
    await queue(db, draft);
    const { delivery } = deliveryThat(fails(code), 'stored');
    await sendDue(db, delivery, { author: ANNA });
    expect(await item(draft)).toMatchObject({ state: 'WAITING', attempts: 1, failure: { code } });
    expect((await sendDue(db, delivery, { author: ANNA, hurry: true })).sent).toHaveLength(1);
  },
);

test('one refused item does not keep the others back', async () => {
  await queue(db, draftBy(), 1);
  await queue(db, draftBy(), 2);
  const { delivery } = deliveryThat(fails('REFUSED'), 'stored');
  const round = await sendDue(db, delivery, { author: ANNA });
  expect(round.failed).toHaveLength(1);
  expect(round.sent).toHaveLength(1);
});

test('a waiting item is left alone until its pause is over, unless in a hurry', async () => {
  const draft = draftBy();
  await queue(db, draft);
  const { delivery, tried } = deliveryThat(fails('OFFLINE'));
  const now = 1_000_000;
  await sendDue(db, delivery, { author: ANNA, now: () => now });
  await sendDue(db, delivery, { author: ANNA, now: () => now + 500 });
  expect(tried).toHaveLength(1);
  await sendDue(db, delivery, { author: ANNA, now: () => now + 3_000 });
  expect(tried).toHaveLength(2);
});

test('another person on the same phone neither sees nor sends it', async () => {
  await queue(db, draftBy());
  const { delivery, tried } = deliveryThat('stored');
  await sendDue(db, delivery, { author: { personId: 'boris', postId: 'officer-3' }, hurry: true });
  expect(tried).toEqual([]);
  expect(await itemsOf(db, 'boris')).toEqual([]);
});

test('an item written under another post of the same person waits for that post', async () => {
  await queue(db, draftBy({ ...ANNA, postId: 'clerk-7' }));
  const { delivery, tried } = deliveryThat('stored');
  await sendDue(db, delivery, { author: ANNA, hurry: true });
  expect(tried).toEqual([]);
  expect(await itemsOf(db, 'anna')).toHaveLength(1);
});

test('an item left in the middle of sending by a killed app goes again once its lease is over', async () => {
  const draft = draftBy();
  await queue(db, draft);
  await db.outbox.update(draft.clientId, { state: 'SENDING', lease: { from: 1_000, until: 5_000 } });
  const { delivery, tried } = deliveryThat('stored');
  await sendDue(db, delivery, { author: ANNA, hurry: true, now: () => 4_000 });
  expect(tried).toEqual([]);
  await sendDue(db, delivery, { author: ANNA, hurry: true, now: () => 6_000 });
  expect(tried).toEqual([draft.clientId]);
});

test('two senders at once send an item once', async () => {
  await queue(db, draftBy());
  const { delivery, tried } = deliveryThat('stored');
  await Promise.all([
    sendDue(db, delivery, { author: ANNA, hurry: true }),
    sendDue(db, delivery, { author: ANNA, hurry: true }),
  ]);
  expect(tried).toHaveLength(1);
});

test('an item is not taken back or thrown away while it is being sent', async () => {
  const draft = draftBy();
  await queue(db, draft);
  await db.outbox.update(draft.clientId, { state: 'SENDING', lease: { from: 1_000, until: 5_000 } });
  expect(await takeBack(db, draft.clientId, 1_000)).toBeNull();
  expect(await discard(db, draft.clientId, 1_000)).toBe(false);
  expect(await takeBack(db, draft.clientId, 6_000)).toEqual(reportOf(draft));
  expect(await db.drafts.count()).toBe(1);
  expect(await db.outbox.count()).toBe(0);
});

test('a failed item goes again when its author asks', async () => {
  const draft = draftBy();
  await queue(db, draft);
  await sendDue(db, deliveryThat(fails('REFUSED')).delivery, { author: ANNA });
  await retry(db, draft.clientId);
  expect((await sendDue(db, deliveryThat('stored').delivery, { author: ANNA })).sent).toEqual([draft.clientId]);
});

test('an item that is being sent does not go again because its author asks, nor because of what others met', async () => {
  const draft = draftBy();
  await queue(db, draft);
  await db.outbox.update(draft.clientId, { state: 'SENDING', lease: { from: 1_000, until: 5_000 } });
  await retry(db, draft.clientId);
  await noteWhy(db, ANNA, { code: 'OFFLINE', said: '', unmet: [], extensions: {} }, 1_000);
  expect(await item(draft)).toMatchObject({ state: 'SENDING', failure: null, pause: { until: 0 } });
});

test('pauses double up to five minutes and are never shorter than the server asks', () => {
  const middle = () => 0.5;
  expect([1, 2, 3, 20].map((attempts) => waitAfter(attempts, 0, middle))).toEqual([2_000, 4_000, 8_000, 300_000]);
  expect(waitAfter(1, 60, middle)).toBe(60_000);
});

const instruction: PromisedInstruction = {
  clientId: 'i-1',
  target: { kind: 'item', id: 'item-4' },
  about: '4. 柳林村饮水困难',
  address: '/leader/digests/d1?item=4',
  text: '请水利局抓紧核实办理。',
  unit: { code: '990101601000000', name: '水利局' },
  dueOn: '2026-12-07',
};
const LEADER = { personId: 'leader', postId: 'leader-1' };

test('an instruction written without a signal waits like a report and goes once', async () => {
  const promised = { kind: 'instruction', instruction } as const;
  await enqueue(db, LEADER, promised);
  const { delivery, tried } = deliveryThat(fails('OFFLINE'), 'stored');
  await sendDue(db, delivery, { author: LEADER, hurry: true });
  expect(await db.outbox.get('i-1')).toMatchObject({ state: 'WAITING', promised });
  await sendDue(db, delivery, { author: LEADER, hurry: true });
  await sendDue(db, delivery, { author: LEADER, hurry: true });
  expect(tried).toEqual(['i-1', 'i-1']);
  expect(await db.receipts.get('i-1')).toMatchObject({ storedId: 'stored-i-1', personId: 'leader' });
  expect(await enqueue(db, LEADER, promised)).toBe('KNOWN');
});

test('an instruction that is taken back is its leader’s to change', async () => {
  await enqueue(db, LEADER, { kind: 'instruction', instruction });
  expect(await takeBack(db, 'i-1')).toEqual({ kind: 'instruction', instruction });
  expect(await db.outbox.count()).toBe(0);
  expect(await db.drafts.count()).toBe(0);
});

test('what an older version of the app had promised is still sent', async () => {
  const old = new Dexie('old-phone', { indexedDB, IDBKeyRange });
  old.version(1).stores({
    drafts: 'clientId, [personId+postId], savedAt',
    outbox: 'clientId, personId, [personId+postId], queuedAt',
    sent: 'clientId, sentAt',
    kept: 'key',
  });
  const draft = draftBy();
  const { clientId, personId, postId } = draft;
  await old.table('outbox').put({
    ...{ clientId, personId, postId, draft, state: 'WAITING', queuedAt: 1, attempts: 1, nextAt: 0, leaseUntil: 0 },
    failure: { code: 'OFFLINE', message: 'Failed to fetch', unmet: [] },
  });
  old.close();
  const updated = new LocalDb('old-phone', { indexedDB, IDBKeyRange });
  const { delivery, tried } = deliveryThat('stored');
  await sendDue(updated, delivery, { author: ANNA, hurry: true });
  expect(tried).toEqual([clientId]);
  updated.close();
});

test('when nobody but a portal answers, all that waits says so and has not been tried', async () => {
  const draft = draftBy();
  await queue(db, draft);
  await noteWhy(db, ANNA, { code: 'FOREIGN', said: '', unmet: [], extensions: {} }, 1_000);
  expect(await item(draft)).toMatchObject({ state: 'WAITING', attempts: 0, failure: { code: 'FOREIGN' } });
  expect((await item(draft))?.pause.until).toBeGreaterThan(1_000);
  await noteWhy(db, LEADER, { code: 'OFFLINE', said: '', unmet: [], extensions: {} }, 2_000);
  expect((await item(draft))?.failure?.code).toBe('FOREIGN');
});
