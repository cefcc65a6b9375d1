import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { keepTyped } from '../ui/kept-text.ts';
import { freshLocalStorage } from '../ui/local-storage.testing.ts';
import { leave, unsentOf } from './leaving.ts';
import type { LocalDb } from './local-db.ts';
import { ANNA, deliveryThat, draftBy, draftWith, newPhone, queue, saying } from './outbox.testing.ts';
import { discard } from './removed.ts';
import { sendDue } from './rounds.ts';
import { noteTyped } from './typed-drafts.ts';

let db: LocalDb;
beforeEach(() => {
  ({ db } = newPhone());
  freshLocalStorage();
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

test('what was typed and stands in no draft yet is counted, once, and what a sheet holds too', async () => {
  await written();
  const [draft] = await db.drafts.toArray();
  if (draft) noteTyped(saying(draft, '又写了几个字'));
  const [queued] = await db.outbox.where('personId').equals('anna').toArray();
  if (queued?.promised.kind === 'report') noteTyped(queued.promised.draft);
  expect(await unsentOf(db, 'anna')).toEqual({ waiting: 1, drafts: 1 });
  noteTyped(saying(draftBy(), '手机还没存下'));
  keepTyped({ personId: 'anna', deed: 'untold', subject: 'r1' }, '电话打不通');
  noteTyped(saying(draftBy(BORIS), '别人的'));
  expect(await unsentOf(db, 'anna')).toEqual({ waiting: 1, drafts: 3 });
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
