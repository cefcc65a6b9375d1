import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { answersOf, keep, keyOf } from './kept-answers.ts';
import { LocalDb } from './local-db.ts';

let db: LocalDb;
beforeEach(() => {
  db = new LocalDb('phone', { indexedDB: new IDBFactory(), IDBKeyRange });
});
afterEach(() => db.close());

const ANNA = { personId: 'anna', postId: 'officer-3' };
const answer = (author: typeof ANNA, variables: Record<string, unknown>, keptAt: number) => ({
  ...author,
  key: keyOf(author, 'OneReport', variables),
  name: 'OneReport',
  variables,
  data: { report: { id: variables.id } },
  keptAt,
});

test('the same question asked again replaces its answer', async () => {
  await keep(db, answer(ANNA, { id: 'r1' }, 1));
  await keep(db, answer(ANNA, { id: 'r1' }, 2));
  expect((await answersOf(db, ANNA)).map(({ keptAt }) => keptAt)).toEqual([2]);
});

test('answers are put back oldest first, so that what was said last stands', async () => {
  await keep(db, answer(ANNA, { id: 'r1' }, 5));
  await keep(db, answer(ANNA, { id: 'r2' }, 3));
  expect((await answersOf(db, ANNA)).map(({ variables }) => variables.id)).toEqual(['r2', 'r1']);
});

test.each([
  ['another person', { personId: 'boris', postId: 'officer-3' }],
  ['the same person under another post', { personId: 'anna', postId: 'clerk-7' }],
])('%s on the same phone reads none of it, and it is gone', async (_who, other) => {
  await keep(db, answer(ANNA, { id: 'r1' }, 1));
  expect(await answersOf(db, other)).toEqual([]);
  expect(await db.answers.count()).toBe(0);
});

test('what was seen longest ago goes when there is too much', async () => {
  for (let n = 0; n < 85; n++) await keep(db, answer(ANNA, { id: `r${n}` }, n));
  const kept = await answersOf(db, ANNA);
  expect(kept).toHaveLength(80);
  expect(kept[0]?.variables.id).toBe('r5');
});
