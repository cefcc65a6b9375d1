import { expect, test } from '@jest/globals';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import { leave } from './leaving.ts';
import { LocalDb } from './local-db.ts';
import { ANNA, deliveryThat, draftBy, newPhone, queueWith, reportOf, saying, serverThat } from './outbox.testing.ts';
import { enqueue, saveDraft } from './outbox.ts';
import { sendDue } from './rounds.ts';
import { keepSecondCopy } from './second-copy.ts';
import type { Row, Shelf } from './shelf.ts';

/** A shelf in memory that takes rows as the browser's does: by value. */
function newShelf() {
  const rows = new Map<string, Row>();
  const shelf: Shelf = {
    keys: async () => [...rows.keys()],
    take: async (key) => rows.get(key),
    put: async (key, row) => void rows.set(key, structuredClone(row)),
    drop: async (key) => void rows.delete(key),
  };
  return { rows, shelf };
}
/** A phone with a shelf; on the same one, as often as its store is thrown away. */
function phoneWith(shelf: Shelf, indexedDB = new IDBFactory()) {
  const db = new LocalDb('phone', { indexedDB, IDBKeyRange });
  db.secondCopy = keepSecondCopy(db, shelf);
  return { db, indexedDB };
}
/** In its own time, beside whatever is asked of the store. */
async function until(isSo: () => boolean) {
  for (let n = 0; n < 100 && !isSo(); n++) await new Promise((resolve) => setTimeout(resolve, 20));
}
const all = async (db: LocalDb) =>
  Object.fromEntries(
    await Promise.all(
      (['drafts', 'outbox', 'receipts', 'parts', 'bytes', 'removed'] as const).map(async (name) => [
        name,
        await db.table(name).toArray(),
      ]),
    ),
  );

test('a store that was thrown away begins again with all that waited, its photos to the byte', async () => {
  const { shelf } = newShelf();
  const { db } = phoneWith(shelf);
  await queueWith(db, ['red', 'blue']);
  await saveDraft(db, saying(draftBy(), '水泵烧坏四天'));
  await db.secondCopy?.settled();
  const before = await all(db);
  expect([before.outbox.length, before.bytes.length, before.drafts.length]).toEqual([1, 2, 1]);

  const { db: begunAnew } = phoneWith(shelf);
  expect(await all(begunAnew)).toEqual(before);
});

test('what has its copy is there the moment it counts as promised', async () => {
  const { shelf, rows } = newShelf();
  const { db } = phoneWith(shelf);
  const draft = saying(draftBy(), '机井电缆被雷打断');
  expect(await enqueue(db, ANNA, reportOf(draft))).toBe('QUEUED');
  expect([...rows.keys()]).toEqual([`outbox/${draft.clientId}`]);
});

test('what was delivered does not come back, its receipt does', async () => {
  const { shelf, rows } = newShelf();
  const { db } = phoneWith(shelf);
  const draft = saying(draftBy(), '桥栏杆断了');
  await enqueue(db, ANNA, reportOf(draft));
  expect((await sendDue(db, deliveryThat('stored').delivery, { author: ANNA })).sent).toHaveLength(1);
  await db.secondCopy?.settled();
  expect([...rows.keys()]).toEqual([`receipts/${draft.clientId}`]);
  const { db: begunAnew } = phoneWith(shelf);
  expect([await begunAnew.outbox.count(), await begunAnew.receipts.count()]).toEqual([0, 1]);
});

test('a copy that a page has left behind is made good when the store is opened again, and never put over what stands there', async () => {
  const { shelf, rows } = newShelf();
  const { db, indexedDB } = phoneWith(shelf);
  const draft = saying(draftBy(), '路灯不亮');
  await enqueue(db, ANNA, reportOf(draft));
  db.close();
  const [key, copied] = [...rows.entries()][0] as [string, Row];
  rows.set(key, Object.assign({ ...copied }, { state: 'FAILED' }));
  rows.set('outbox/gone', { ...copied, clientId: 'gone' });
  const { db: again } = phoneWith(shelf, indexedDB);
  expect((await again.outbox.toArray()).map(({ clientId, state }) => [clientId, state])).toEqual([
    [draft.clientId, 'WAITING'],
  ]);
  await until(() => !rows.has('outbox/gone'));
  expect([...rows.keys()]).toEqual([key]);
});

test('signing out leaves no copy either', async () => {
  const { shelf, rows } = newShelf();
  const { db } = phoneWith(shelf);
  await queueWith(db, ['red']);
  expect(rows.size).toBeGreaterThan(2);
  await leave(db, ANNA.personId, false);
  expect([...rows.keys()]).toEqual([]);
});

test('a table that is emptied at once leaves no copy', async () => {
  const { shelf, rows } = newShelf();
  const { db } = phoneWith(shelf);
  await queueWith(db, ['red']);
  await db.bytes.clear();
  await db.secondCopy?.settled();
  expect([...rows.keys()].filter((key) => key.startsWith('bytes/'))).toEqual([]);
});

test('a shelf that cannot be read or has no room keeps nothing from the store', async () => {
  const no = () => Promise.reject(new DOMException('no', 'QuotaExceededError'));
  const { db } = phoneWith({ keys: no, take: no, put: no, drop: no });
  await queueWith(db, ['red']);
  expect(await db.outbox.count()).toBe(1);
});

test('a store from before copies were kept is copied when it is opened', async () => {
  const { indexedDB, db: old } = newPhone();
  await queueWith(old, ['red']);
  old.close();
  const { shelf, rows } = newShelf();
  const { db } = phoneWith(shelf, indexedDB);
  expect(await db.outbox.count()).toBe(1);
  await until(() => rows.size === 3);
  expect([...rows.keys()].map((key) => key.split('/')[0]).sort()).toEqual(['bytes', 'outbox', 'parts']);
});

test('a copy that cannot be read keeps none of the others, and a start that is cut short goes on with the next', async () => {
  const { shelf } = newShelf();
  const { db } = phoneWith(shelf);
  await queueWith(db, ['red', 'blue']);
  await enqueue(db, ANNA, reportOf(saying(draftBy(), '路灯不亮')));
  const onShelf = await shelf.keys();
  const [torn] = onShelf.filter((key) => key.startsWith('bytes/'));
  const indexedDB = new IDBFactory();
  const cut = {
    ...shelf,
    take: (key: string) => (key.startsWith('outbox/') ? new Promise<never>(() => {}) : shelf.take(key)),
  };
  const { db: left } = phoneWith(cut, indexedDB);
  await Promise.race([left.outbox.count(), new Promise((resolve) => setTimeout(resolve, 300))]);
  left.close();

  const take = (key: string) => (key === torn ? Promise.reject(new Error('torn')) : shelf.take(key));
  const { db: begun } = phoneWith({ ...shelf, take }, indexedDB);
  expect([await begun.outbox.count(), await begun.parts.count(), await begun.bytes.count()]).toEqual([2, 2, 2]);
  const { db: begunAnew } = phoneWith({ ...shelf, take });
  expect([await begunAnew.outbox.count(), await begunAnew.parts.count(), await begunAnew.bytes.count()]).toEqual([
    2, 2, 1,
  ]);
});

test('at no moment is a promise on the shelf without its photos, nor gone without its receipt', async () => {
  const { shelf, rows } = newShelf();
  const seen: string[] = [];
  const kinds = () => [...new Set([...rows.keys()].map((key) => key.split('/')[0]))].sort().join();
  const telling: Shelf = {
    ...shelf,
    put: async (...row) => shelf.put(...row).then(() => void seen.push(kinds())),
    drop: async (key) => shelf.drop(key).then(() => void seen.push(kinds())),
  };
  const { db } = phoneWith(telling);
  await queueWith(db, ['red']);
  expect((await sendDue(db, serverThat().delivery, { author: ANNA })).sent).toHaveLength(1);
  await db.secondCopy?.settled();
  const promised = seen.filter((now) => now.includes('outbox'));
  expect(promised.filter((now) => !now.startsWith('bytes,'))).toEqual([]);
  const after = seen.slice(seen.lastIndexOf(promised.at(-1) ?? '') + 1);
  expect(after.length).toBeGreaterThan(0);
  expect(after.filter((now) => !now.includes('receipts'))).toEqual([]);
});
