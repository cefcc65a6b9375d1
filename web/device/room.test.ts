import { afterEach, beforeEach, expect, jest, test } from '@jest/globals';
import { draftWith, newPhone } from './outbox.testing.ts';
import { saveDraft } from './outbox.ts';
import { partOf } from './parts.ts';
import type { roomLeft as RoomLeft } from './room.ts';

/** Each test is a visit of its own. */
let room: {
  roomLeft: typeof RoomLeft;
  askToLast: typeof import('./room.ts').askToLast;
  isFull: (error: unknown) => boolean;
};
beforeEach(async () => {
  jest.resetModules();
  room = await import('./room.ts');
});
const { db } = newPhone();
afterEach(() => Promise.all([db.parts.clear(), db.bytes.clear(), db.drafts.clear()]));

const MB = 1024 * 1024;
const storage = (usage: number, quota: number, persist = false) => ({
  estimate: async () => ({ usage, quota }),
  persisted: async () => false,
  persist: async () => persist,
});

test.each([
  [10 * MB, 1_000 * MB, false],
  [901 * MB, 1_000 * MB, true],
  [5 * MB, 54 * MB, true],
  [0, 51 * MB, false],
])('%d bytes of %d: nearly full is %s', async (usage, quota, isNearlyFull) => {
  expect((await room.roomLeft(storage(usage, quota))).isNearlyFull).toBe(isNearlyFull);
});

test('a browser that says nothing of its store is not called full', async () => {
  expect(await room.roomLeft({})).toEqual({ isLasting: null, isNearlyFull: false });
});

test.each([true, false])('that the store lasts is asked once, and %s is remembered', async (answer) => {
  let times = 0;
  const asking = {
    ...storage(0, 1_000 * MB),
    persist: async () => {
      times++;
      return answer;
    },
  };
  expect(await room.askToLast(asking)).toBe(answer);
  await room.askToLast(asking);
  expect(times).toBe(1);
  expect((await room.roomLeft(asking)).isLasting).toBe(answer);
});

test('a store without room is known however deep its word lies, and claims neither photo nor draft', async () => {
  const draft = await draftWith(db, ['one']);
  const chosen = await partOf(draft, { kind: 'PHOTO', blob: new Blob(['two']) });
  const put = db.bytes.put;
  db.bytes.put = (() => Promise.reject(new DOMException('', 'QuotaExceededError'))) as never;
  const error = await saveDraft(
    db,
    { ...draft, attachments: [...(draft.attachments ?? []), chosen.part] },
    chosen,
  ).catch((e) => e);
  db.bytes.put = put;
  expect(room.isFull(error)).toBe(true);
  expect(room.isFull({ name: 'AbortError', inner: error })).toBe(true);
  expect(room.isFull(new Error('other'))).toBe(false);
  expect((await db.drafts.get(draft.clientId))?.attachments).toHaveLength(1);
  expect(await db.parts.count()).toBe(1);
});
