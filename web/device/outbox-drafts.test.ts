import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Delivery } from './delivery.ts';
import type { Draft } from './draft.ts';
import type { LocalDb, OutboxItem } from './local-db.ts';
import { ANNA, deliveryThat, draftBy, fails, newPhone, queue, reportOf, saying } from './outbox.testing.ts';
import { itemsOf, saveDraft, sendAsNew } from './outbox.ts';
import { contentOf, promiseId } from './promised.ts';
import { sendDue } from './rounds.ts';

/** What becomes of a draft that was submitted: with the same words, with others, again. */
let db: LocalDb;
beforeEach(() => {
  ({ db } = newPhone());
});
afterEach(() => db.close());

const item = async (draft: Draft): Promise<OutboxItem | undefined> => db.outbox.get(draft.clientId);

test('a draft put into the outbox is no longer a draft', async () => {
  const draft = draftBy();
  await db.drafts.put(draft);
  await queue(db, draft);
  expect(await db.drafts.count()).toBe(0);
  expect((await item(draft))?.state).toBe('WAITING');
});

test('a save that comes after the submit does not bring the draft back', async () => {
  const draft = draftBy();
  await saveDraft(db, draft);
  await queue(db, draft);
  await saveDraft(db, draft);
  expect(await db.drafts.count()).toBe(0);
});

test('what has not failed does not go as another report', async () => {
  const draft = draftBy();
  await queue(db, draft);
  expect(await sendAsNew(db, draft.clientId, 'new-id')).toBe(false);
  expect((await itemsOf(db, 'anna')).map(({ clientId }) => clientId)).toEqual([draft.clientId]);
});

test('an answer that comes late takes along only what it speaks of', async () => {
  const first = saying(draftBy(), '先写的');
  const second = saying(first, '取回后改的');
  await queue(db, first);
  const { delivery } = deliveryThat('stored');
  const late: Delivery = {
    ...delivery,
    async send(promised) {
      await db.outbox.update(first.clientId, { promised: reportOf(second) });
      return delivery.send(promised);
    },
  };
  await sendDue(db, late, { author: ANNA });
  expect((await item(first))?.promised).toEqual(reportOf(second));
  expect((await db.receipts.get(first.clientId))?.content).toBe(contentOf(reportOf(first)));
});

test('after a conflict the text can go as another report under a new id', async () => {
  const draft = draftBy();
  await queue(db, draft);
  await sendDue(db, deliveryThat(fails('CONFLICT')).delivery, { author: ANNA });
  expect(await sendAsNew(db, draft.clientId, 'new-id')).toBe(true);
  const { delivery, tried } = deliveryThat('stored');
  await sendDue(db, delivery, { author: ANNA });
  expect(tried).toEqual(['new-id']);
});

test('a draft submitted twice with the same content is promised once', async () => {
  const draft = draftBy();
  expect(await queue(db, draft)).toBe('QUEUED');
  expect(await queue(db, draft)).toBe('KNOWN');
  await sendDue(db, deliveryThat('stored').delivery, { author: ANNA });
  expect(await queue(db, draft)).toBe('KNOWN');
  expect(await db.outbox.count()).toBe(0);
});

test('other text of a draft that is being sent does not take its place, nor its receipt', async () => {
  const first = saying(draftBy(), '第一个页面里写的');
  const second = saying(first, '第二个页面里写的');
  await queue(db, first);
  const { delivery } = deliveryThat('stored');
  const during: Delivery = {
    ...delivery,
    async send(promised) {
      expect(await queue(db, second)).toBe('OTHER');
      return delivery.send(promised);
    },
  };
  await sendDue(db, during, { author: ANNA });
  expect((await db.receipts.get(first.clientId))?.content).toBe(contentOf(reportOf(first)));
  expect(await queue(db, second)).toBe('OTHER');
  expect(await db.outbox.count()).toBe(0);
});

test('what was typed on after submitting stays as a draft of its own, which says what it follows', async () => {
  const draft = saying(draftBy(), '提交时写的');
  await queue(db, draft);
  const typedWhileWaiting = await saveDraft(db, saying(draft, '提交之后写的'));
  expect(typedWhileWaiting).toMatchObject({ follows: draft.clientId, fields: { content: '提交之后写的' } });
  expect(typedWhileWaiting?.clientId).not.toBe(draft.clientId);
  await sendDue(db, deliveryThat('stored').delivery, { author: ANNA });
  const typedAfterDelivery = await saveDraft(db, saying(draft, '送达之后写的'));
  expect(typedAfterDelivery).toMatchObject({ follows: draft.clientId });
  expect(await db.drafts.count()).toBe(2);
});

test('a mended report is a promise of its own: the receipt of what was returned does not speak for it', async () => {
  const draft = draftBy();
  await queue(db, draft);
  await sendDue(db, deliveryThat('stored').delivery, { author: ANNA });
  const mended: Draft = {
    ...saying(draft, '补充了户数'),
    mends: { reportId: 'r1', no: '2026-000001', version: 3, reason: '写明户数' },
  };
  expect(await saveDraft(db, mended)).toEqual(mended);
  expect(await queue(db, mended)).toBe('QUEUED');
  expect(await db.receipts.get(promiseId(reportOf(mended)))).toBeUndefined();
});
