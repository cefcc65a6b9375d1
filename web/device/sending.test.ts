import 'fake-indexeddb/auto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { failureOf } from '../ui/failure.ts';

// The store's library looks for a browser's store when it is loaded.
const { localDb } = await import('./local-db.ts');
const { ANNA, draftBy, reportOf, saying } = await import('./outbox.testing.ts');
const { promise } = await import('./sending.ts');

const draft = saying(draftBy(), '村东头水井塌了，三十户吃水困难，请尽快派人来看。');
const photo = { clientId: 'p1', kind: 'PHOTO', sha256: 'aa', size: 3, name: null, seconds: null } as const;
const { fetch } = globalThis;
const { put } = localDb.outbox;

let asked: string[];
let viewer: object | null;
beforeEach(() => {
  asked = [];
  globalThis.fetch = (async (_url: string, { body }: RequestInit) => {
    const { query } = JSON.parse(String(body));
    asked.push(/(?:query|mutation) (\w+)/.exec(query)?.[1] ?? query);
    const report = { id: 'r1', no: '2026-000007', attachments: [] };
    const data = { viewer, submitReport: { clientId: draft.clientId, isNew: true, report } };
    return new Response(JSON.stringify({ data }));
  }) as typeof fetch;
});
afterEach(() => {
  globalThis.fetch = fetch;
  localDb.outbox.put = put;
});

const failing = () => {
  localDb.outbox.put = (() => Promise.reject(new DOMException('', 'QuotaExceededError'))) as never;
};
const personOf = (personId: string) => ({ person: { id: personId }, post: { id: ANNA.postId } });
const codeOf = (work: Promise<unknown>) => work.catch((error) => failureOf(error).code);

test('what the phone does not keep goes straight to the server, which first says who we are', async () => {
  failing();
  viewer = personOf(ANNA.personId);
  expect(await promise(ANNA, reportOf(draft))).toEqual({ state: 'SENT', storedId: 'r1' });
  expect(asked).toEqual(['WhoAmI', 'SubmitReport']);
});

test.each([null, personOf('boris')])('nothing goes straight to a server that takes us for %j', async (other) => {
  failing();
  viewer = other;
  expect(await codeOf(promise(ANNA, reportOf(draft)))).toBe('UNAUTHENTICATED');
  expect(asked).toEqual(['WhoAmI']);
});

test('a photo that is gone is told from a phone that is full', async () => {
  expect(await codeOf(promise(ANNA, reportOf({ ...draft, attachments: [photo] })))).toBe('PART_LOST');
  failing();
  const kept = { ...photo, isStored: true } as const;
  expect(await codeOf(promise(ANNA, reportOf({ ...draft, attachments: [kept] })))).toBe('PHONE_FULL');
});
