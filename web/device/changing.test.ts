import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { addTo, replace, replaceDelivered, takeOut } from './changing.ts';
import type { Draft } from './draft.ts';
import type { LocalDb } from './local-db.ts';
import { ANNA, idOf, newPhone, queueWith, reportOf, serverThat } from './outbox.testing.ts';
import { partOf } from './parts.ts';
import { attachmentsOf } from './promised.ts';
import { sendDue } from './rounds.ts';

/** A photo that the county does not take: it goes, or another comes in its place, and the report is whole. */
let db: LocalDb;
beforeEach(() => {
  ({ db } = newPhone());
});
afterEach(() => db.close());

const go = (server: ReturnType<typeof serverThat>) => sendDue(db, server.delivery, { author: ANNA, hurry: true });
const item = (draft: Draft) => db.outbox.get(draft.clientId);
const queued = (...photos: string[]) => queueWith(db, photos);
const photo = (draft: Draft, bytes: string) => partOf(draft, { kind: 'PHOTO', blob: new Blob([bytes]) });
const inCounty = (server: ReturnType<typeof serverThat>, draft: Draft) =>
  server.reports.get(`stored-${draft.clientId}`)?.map(({ clientId, state }) => `${clientId} ${state}`);

test('a photo that is refused says why; taken out, the rest is delivered by itself', async () => {
  const draft = await queued('one', 'two');
  const server = serverThat();
  server.refused.set(idOf(draft, 1), '不是照片');
  await go(server);
  expect(await item(draft)).toMatchObject({ state: 'FAILED', failure: { code: 'ATTACHMENT' } });
  expect(await db.parts.get(idOf(draft, 1))).toMatchObject({ state: 'REFUSED', refusal: '不是照片' });
  expect(await takeOut(db, draft.clientId, idOf(draft, 1))).toBe(true);
  await go(server);
  expect(await item(draft)).toBeUndefined();
  expect(server.reports.get(`stored-${draft.clientId}`)?.map(({ state }) => state)).toEqual(['ARRIVED']);
});

test('as long as one of them is refused it stands still, whatever else is taken out or added', async () => {
  const draft = await queued('bad', 'bad too', 'one');
  const server = serverThat();
  for (const place of [0, 1]) server.refused.set(idOf(draft, place), '不是照片');
  await go(server);
  await takeOut(db, draft.clientId, idOf(draft, 0));
  await addTo(db, draft.clientId, await photo(draft, 'another'));
  expect(await item(draft)).toMatchObject({ state: 'FAILED', failure: { code: 'ATTACHMENT' } });
  await takeOut(db, draft.clientId, idOf(draft, 1));
  expect(await item(draft)).toMatchObject({ state: 'WAITING', failure: null });
});

test('another photo in the place of the one that was refused goes by itself', async () => {
  const draft = await queued('bad', 'one');
  const server = serverThat();
  server.refused.set(idOf(draft, 0), '不是照片');
  await go(server);
  const better = await photo(draft, 'better');
  expect(await replace(db, draft.clientId, idOf(draft, 0), better)).toBe(true);
  const changed = await item(draft);
  expect(changed && attachmentsOf(changed.promised).map(({ clientId }) => clientId)).toEqual([
    better.part.clientId,
    idOf(draft, 1),
  ]);
  await go(server);
  expect(await item(draft)).toBeUndefined();
  expect(inCounty(server, draft)).toEqual([`${idOf(draft, 1)} ARRIVED`, `${better.part.clientId} ARRIVED`]);
});

test('of a report that the outbox has let go of, a refused photo is replaced all the same, once', async () => {
  const draft = await queued('bad', 'one');
  const server = serverThat();
  server.refused.set(idOf(draft, 0), '不是照片');
  await go(server);
  await db.outbox.clear();
  const better = await photo(draft, 'better');
  const delivered = {
    promised: reportOf(draft),
    stored: { storedId: `stored-${draft.clientId}`, no: '2026-000001' },
    refused: idOf(draft, 0),
    chosen: better,
  };
  expect(await replaceDelivered(db, ANNA, delivered)).toBe(true);
  expect(await replaceDelivered(db, ANNA, delivered)).toBe(false);
  await go(server);
  expect(await item(draft)).toBeUndefined();
  expect(server.seen.sent).toEqual([draft.clientId]);
  expect(inCounty(server, draft)).toEqual([`${idOf(draft, 1)} ARRIVED`, `${better.part.clientId} ARRIVED`]);
});
