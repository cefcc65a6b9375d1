import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { keepDraft, type Written } from './draft-keeper.ts';
import type { LocalDb } from './local-db.ts';
import { draftBy, newPhone, queue } from './outbox.testing.ts';
import type { Prepared } from './parts.ts';
import { isFull } from './room.ts';

let db: LocalDb;
beforeEach(() => {
  ({ db } = newPhone());
});
afterEach(() => db.close());

const photo = (text: string): Prepared => ({ kind: 'PHOTO', blob: new Blob([text], { type: 'image/jpeg' }) });
function writing(initial = draftBy()) {
  const seen: Written = { draft: initial, savedAt: null };
  let at = 1_000;
  const keeper = keepDraft(
    db,
    initial,
    (written) => Object.assign(seen, written),
    () => at,
  );
  const pass = (ms: number) => {
    at += ms;
  };
  return { keeper, seen, pass, stored: () => db.drafts.get(seen.draft.clientId) };
}
const hashes = (draft: { attachments?: readonly { sha256: string }[] } | undefined) =>
  draft?.attachments?.map(({ sha256 }) => sha256);

test('a photo alone makes a draft worth keeping, and it is kept before the screen says so', async () => {
  const { keeper, seen, stored } = writing();
  await keeper.add(photo('one'));
  expect(seen.savedAt).toBe(1_000);
  expect(hashes(await stored())).toEqual(hashes(seen.draft));
  expect(await db.bytes.count()).toBe(1);
});

test('words typed while photos are being stored do not forget them, nor the other way round', async () => {
  const { keeper, seen, stored } = writing();
  const adding = [keeper.add(photo('one')), keeper.save(), keeper.add(photo('two'))];
  keeper.change({ content: '边拍边写' });
  adding.push(keeper.save(), keeper.add(photo('three')));
  await Promise.all(adding);
  await keeper.save();
  expect(seen.draft.attachments).toHaveLength(3);
  expect(await stored()).toMatchObject({ fields: { content: '边拍边写' }, attachments: seen.draft.attachments });
});

test('a photo that the phone cannot store is not claimed, and a draft that it cannot store says so until it can', async () => {
  const { keeper, seen } = writing();
  const put = db.bytes.put;
  db.bytes.put = (() => Promise.reject(new DOMException('', 'QuotaExceededError'))) as never;
  expect(isFull(await keeper.add(photo('one')).catch((error) => error))).toBe(true);
  db.bytes.put = put;
  expect(seen.draft.attachments ?? []).toEqual([]);
  keeper.change({ content: '写了字' });
  const putDraft = db.drafts.put;
  db.drafts.put = (() => Promise.reject(new DOMException('', 'QuotaExceededError'))) as never;
  await keeper.save();
  expect(seen.savedAt).toBe(false);
  db.drafts.put = putDraft;
  await keeper.save();
  expect(seen.savedAt).toBe(1_000);
});

test('a photo that was taken out comes back where it was, within ten seconds', async () => {
  const { keeper, seen, pass, stored } = writing();
  for (const each of ['one', 'two', 'three']) await keeper.add(photo(each));
  const before = seen.draft.attachments ?? [];
  const undo = keeper.remove(before[1]?.clientId ?? '');
  await keeper.save();
  expect((await stored())?.attachments).toHaveLength(2);
  expect(await undo()).toBe(true);
  expect((await stored())?.attachments).toEqual(before);
  const late = keeper.remove(before[0]?.clientId ?? '');
  pass(10_000);
  expect(await late()).toBe(false);
});

test('the order is the author’s', async () => {
  const { keeper, seen, stored } = writing();
  for (const each of ['one', 'two', 'three']) await keeper.add(photo(each));
  const [one, two, three] = seen.draft.attachments ?? [];
  keeper.moveUp(three?.clientId ?? '');
  keeper.moveUp(one?.clientId ?? '');
  await keeper.save();
  expect((await stored())?.attachments).toEqual([one, three, two]);
});

test('what goes on after another page has submitted it is another draft', async () => {
  const { keeper, seen } = writing();
  keeper.change({ content: '第一个页面' });
  await keeper.save();
  const submitted = structuredClone(seen.draft);
  await queue(db, submitted);
  keeper.change({ content: '又写的' });
  await keeper.save();
  expect(seen.draft).toMatchObject({ follows: submitted.clientId, fields: { content: '又写的' } });
  await keeper.add(photo('late'));
  expect(await db.drafts.get(seen.draft.clientId)).toMatchObject({ attachments: seen.draft.attachments });
});

test('after it was handed over nothing is written here', async () => {
  const { keeper } = writing();
  keeper.change({ content: '提交前' });
  keeper.handOver(true);
  await keeper.save();
  expect(await db.drafts.count()).toBe(0);
});
