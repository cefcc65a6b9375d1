import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { newDraft } from '../../device/draft.ts';
import { LocalDb } from '../../device/local-db.ts';
import { latestDraft, lookAhead, takeFound } from './latest-draft.ts';

const AUTHOR = { personId: 'p1', postId: 'o1' };
const PLACE = { code: '990101102005000', fullName: '东关镇 柳林村', isOutside: false };
const draft = (savedAt: number, author = AUTHOR) => newDraft(author, PLACE, savedAt);

let db: LocalDb;
beforeEach(() => {
  takeFound(AUTHOR);
  db = new LocalDb('test', { indexedDB: new IDBFactory(), IDBKeyRange });
});
afterEach(() => {
  db.close();
  jest.restoreAllMocks();
});

test('the draft last saved is found, of this person and post, and none that mends a returned report', async () => {
  const latest = draft(20);
  const mending = { ...draft(30), mends: { reportId: 'r', no: '1', version: 1, reason: '' } };
  await db.drafts.bulkPut([draft(10), latest, mending, draft(40, { personId: 'p2', postId: 'o1' })]);
  expect((await latestDraft(AUTHOR, db))?.clientId).toBe(latest.clientId);
});

test('what was found ahead is given once', async () => {
  await db.drafts.put(draft(10));
  await lookAhead(AUTHOR, db);
  expect(takeFound(AUTHOR)?.draft?.savedAt).toBe(10);
  expect(takeFound(AUTHOR)).toBeUndefined();
});

test('that there is no draft is an answer too', async () => {
  await lookAhead(AUTHOR, db);
  expect(takeFound(AUTHOR)).toMatchObject({ draft: undefined });
});

test('nobody is given another person’s draft', async () => {
  await db.drafts.put(draft(10));
  await lookAhead(AUTHOR, db);
  expect(takeFound({ personId: 'p2', postId: 'o1' })).toBeUndefined();
});

test('after a while the form looks again, because the draft may have been sent', async () => {
  await lookAhead(AUTHOR, db);
  jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 3_001);
  expect(takeFound(AUTHOR)).toBeUndefined();
});
