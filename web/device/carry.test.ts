import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { FailureCode } from '../ui/failure.ts';
import type { Draft } from './draft.ts';
import type { LocalDb } from './local-db.ts';
import { ANNA, draftWith, fails, idOf, newPhone, queue, queueWith, serverThat } from './outbox.testing.ts';
import { PartMissing, saveDraft, sendAsNew, takeBack } from './outbox.ts';
import { attachedOf, partOf } from './parts.ts';
import { sendDue } from './rounds.ts';

/** A report with its photos on the way: the phone lets go of it when the server has every one, and not before. */
let db: LocalDb;
beforeEach(() => {
  ({ db } = newPhone());
});
afterEach(() => db.close());

const go = (server: ReturnType<typeof serverThat>) => sendDue(db, server.delivery, { author: ANNA, hurry: true });
const item = (draft: Draft) => db.outbox.get(draft.clientId);
const queued = (...photos: string[]) => queueWith(db, photos);
const here = async () => [await db.parts.count(), await db.bytes.count()];

test('a photo stands on the phone with the draft that names it, from the moment it was chosen', async () => {
  const draft = await draftWith(db, ['one', 'two']);
  expect((await db.drafts.get(draft.clientId))?.attachments).toEqual(draft.attachments);
  expect(await here()).toEqual([2, 2]);
});

test('the same photo chosen twice is two attachments, and both arrive', async () => {
  const draft = await queued('same', 'same');
  const server = serverThat();
  await go(server);
  expect(server.seen.uploaded).toHaveLength(2);
  expect(await item(draft)).toBeUndefined();
});

test('a report with photos leaves when the server has every one, and its receipt tells their hashes', async () => {
  const draft = await queued('one', 'two', 'three');
  const server = serverThat();
  expect((await go(server)).sent).toEqual([draft.clientId]);
  expect((await db.receipts.get(draft.clientId))?.hashes).toEqual(draft.attachments?.map(({ sha256 }) => sha256));
  expect(await here()).toEqual([0, 0]);
  expect(await item(draft)).toBeUndefined();
});

test('nothing is promised of which a part is not on the phone', async () => {
  const draft = await draftWith(db, ['one']);
  await db.bytes.clear();
  await expect(queue(db, draft)).rejects.toThrow(PartMissing);
  expect(await db.drafts.count()).toBe(1);
  expect(await db.outbox.count()).toBe(0);
});

test.each<FailureCode>([
  'OFFLINE',
  'FOREIGN',
  'BLOCKED',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'BUSY',
  'INTERNAL',
  'TOO_LARGE',
])('an upload that meets %s leaves the entry with its reason and all its parts', async (code) => {
  const draft = await queued('one', 'two');
  const server = serverThat();
  server.faults.upload = [fails(code)];
  await go(server);
  expect(await item(draft)).toMatchObject({ failure: { code }, stored: { storedId: `stored-${draft.clientId}` } });
  expect(await here()).toEqual([2, 2]);
  expect(await db.receipts.count()).toBe(0);
});

test('what has arrived goes on from there: the text is not sent again, nor a photo that the server has', async () => {
  const draft = await queued('one', 'two');
  const server = serverThat();
  server.faults.upload = [undefined, fails('OFFLINE')];
  await go(server);
  expect(await db.parts.get(idOf(draft, 0))).toMatchObject({ state: 'ARRIVED' });
  await go(server);
  expect(server.seen.sent).toHaveLength(1);
  expect(server.seen.uploaded).toEqual([`server-${idOf(draft, 0)}`, `server-${idOf(draft, 1)}`]);
  expect(server.seen.urls.at(-1)).toBe(`/attachments/server-${idOf(draft, 1)}`);
  expect(await item(draft)).toBeUndefined();
});

test.each(['one', 'two'])(
  'an upload that was said to be over proves nothing while %s is not named as arrived',
  async (missing) => {
    const draft = await queued('one', 'two');
    const server = serverThat();
    const { upload } = server.delivery;
    server.delivery.upload = async (uploading, heard) => {
      const place = missing === 'one' ? 0 : 1;
      if (uploading.attachmentId !== `server-${idOf(draft, place)}`) await upload(uploading, heard);
    };
    await go(server);
    expect(await item(draft)).toMatchObject({ state: 'WAITING' });
    expect(await here()).toEqual([2, 2]);
  },
);

test('a server that names another hash than was promised has not got it', async () => {
  const draft = await queued('one');
  const server = serverThat();
  const { attachmentsOf } = server.delivery;
  server.delivery.attachmentsOf = async (id) =>
    (await attachmentsOf(id)).map((one) => ({ ...one, sha256: 'f'.repeat(64), state: 'ARRIVED' }));
  await go(server);
  expect(await item(draft)).toBeDefined();
  expect(await here()).toEqual([1, 1]);
});

test.each(['gone', 'changed'])(
  'a photo whose bytes are %s is told, and keeps neither the others nor the next report back',
  async (how) => {
    const draft = await queued('one', 'two');
    const next = await queued('three');
    if (how === 'gone') await db.bytes.delete(idOf(draft, 0));
    else await db.bytes.update(idOf(draft, 0), { bytes: new Uint8Array([1]).buffer });
    const server = serverThat();
    const round = await go(server);
    expect(round.sent).toEqual([next.clientId]);
    expect(await item(draft)).toMatchObject({ state: 'FAILED', failure: { code: 'PART_LOST' } });
    expect(await db.parts.get(idOf(draft, 0))).toMatchObject({ failure: 'PART_LOST' });
    expect(server.seen.uploaded).toContain(`server-${idOf(draft, 1)}`);
  },
);

test('an attachment that somebody has taken away at the server is a conflict, and is not pushed back', async () => {
  const draft = await queued('one', 'two');
  const server = serverThat();
  server.faults.upload = [fails('OFFLINE')];
  await go(server);
  await server.delivery.detach(`server-${idOf(draft, 0)}`);
  await go(server);
  expect(await item(draft)).toMatchObject({ state: 'FAILED', failure: { code: 'CONFLICT' } });
});

test('once the text has arrived it is not taken back for editing', async () => {
  const draft = await queued('one');
  const server = serverThat();
  server.faults.upload = [fails('OFFLINE')];
  await go(server);
  expect(await takeBack(db, draft.clientId)).toBeNull();
});

test('taken back before that, and submitted again, it goes with its photos', async () => {
  const draft = await queued('one');
  await takeBack(db, draft.clientId);
  expect(await db.parts.get(idOf(draft, 0))).toMatchObject({ promise: null });
  await queue(db, draft);
  expect((await go(serverThat())).sent).toEqual([draft.clientId]);
});

test('what was typed after submitting does not take the photos of what was submitted', async () => {
  const draft = await queued('one');
  const late = await partOf(draft, { kind: 'PHOTO', blob: new Blob(['late']) });
  const typed = { ...draft, attachments: [...(draft.attachments ?? []), attachedOf(late.part)] };
  const follower = await saveDraft(db, typed, late);
  expect(follower?.attachments?.map(({ clientId }) => clientId)).toEqual([late.part.clientId]);
  await go(serverThat());
  expect(await here()).toEqual([1, 1]);
});

test('after a conflict it goes as another report with its photos, under ids of their own', async () => {
  const draft = await queued('one');
  const server = serverThat();
  server.faults.send = [fails('CONFLICT')];
  await go(server);
  expect(await sendAsNew(db, draft.clientId, 'new-id')).toBe(true);
  await go(server);
  expect(await db.receipts.get('new-id')).toMatchObject({ hashes: [draft.attachments?.[0]?.sha256] });
  expect(server.reports.get('stored-new-id')?.[0]?.clientId).not.toBe(idOf(draft, 0));
  expect(await here()).toEqual([0, 0]);
});

test('a receipt that the phone cannot store leaves the entry and its photos', async () => {
  const draft = await queued('one');
  const server = serverThat();
  const put = db.receipts.put.bind(db.receipts);
  db.receipts.put = () => Promise.reject(new DOMException('', 'QuotaExceededError')) as never;
  await go(server);
  expect(await item(draft)).toMatchObject({ state: 'WAITING' });
  expect(await here()).toEqual([1, 1]);
  db.receipts.put = put;
  expect((await go(server)).sent).toEqual([draft.clientId]);
});
