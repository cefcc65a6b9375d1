import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { leave, unsentOf } from './leaving.ts';
import type { LocalDb } from './local-db.ts';
import { ANNA, deliveryThat, draftBy, draftWith, newPhone, queue } from './outbox.testing.ts';
import { discard } from './removed.ts';
import { sendDue } from './rounds.ts';

let db: LocalDb;
beforeEach(() => {
  ({ db } = newPhone());
});
afterEach(() => db.close());

const BORIS = { personId: 'boris', postId: 'officer-9' };
async function written() {
  const [queued, gone] = [await draftWith(db, ['queued']), await draftWith(db, ['gone'])];
  await queue(db, queued);
  await queue(db, gone);
  await discard(db, gone.clientId);
  await draftWith(db, ['draft']);
  await queue(db, await draftWith(db, ['his'], BORIS));
  const sent = draftBy();
  await queue(db, sent);
  await db.outbox.update(queued.clientId, { state: 'FAILED' });
  await sendDue(db, deliveryThat('stored').delivery, { author: ANNA });
}
const counts = () =>
  Promise.all([
    db.outbox.count(),
    db.drafts.count(),
    db.parts.count(),
    db.bytes.count(),
    db.receipts.count(),
    db.removed.count(),
  ]);

test('what was not sent is counted for whoever signs out, and for nobody else', async () => {
  await written();
  expect(await unsentOf(db, 'anna')).toEqual({ waiting: 1, drafts: 1 });
  expect(await unsentOf(db, 'boris')).toEqual({ waiting: 1, drafts: 0 });
});

test('of a store that cannot be read nobody says that nothing waits in it', async () => {
  await written();
  db.close();
  expect(await unsentOf(db, 'anna')).toBeNull();
});

test('whoever keeps what was not sent finds it the next time; receipts and what was thrown away go', async () => {
  await written();
  await leave(db, 'anna', true);
  expect(await counts()).toEqual([2, 1, 3, 3, 0, 0]);
});

test('otherwise nothing of theirs stays, and all of another’s', async () => {
  await written();
  await leave(db, 'anna', false);
  expect(await counts()).toEqual([1, 0, 1, 1, 0, 0]);
  expect(await unsentOf(db, 'boris')).toEqual({ waiting: 1, drafts: 0 });
});
