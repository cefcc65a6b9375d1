import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { forgetDesksOfOthers, placesTyped } from '../ui/kept-text.ts';
import { freshLocalStorage } from '../ui/local-storage.testing.ts';
import { keepDraft } from './draft-keeper.ts';
import type { LocalDb } from './local-db.ts';
import { ANNA, deliveryThat, draftBy, draftWith, newPhone, queue, saying } from './outbox.testing.ts';
import { saveDraft } from './outbox.ts';
import { sendDue } from './rounds.ts';
import { noteTyped, recoverTyped } from './typed-drafts.ts';

let db: LocalDb;
beforeEach(() => {
  ({ db } = newPhone());
  freshLocalStorage();
});
afterEach(() => db.close());

test('what was typed last before the page was gone is there at the next start', async () => {
  const draft = saying(draftBy(), '村东头水井');
  await saveDraft(db, draft);
  noteTyped(saying(draft, '村东头水井塌了'));
  await recoverTyped(db, ANNA);
  expect((await db.drafts.get(draft.clientId))?.fields.content).toBe('村东头水井塌了');
  await saveDraft(db, saying(draft, '后来又写'));
  await recoverTyped(db, ANNA);
  expect((await db.drafts.get(draft.clientId))?.fields.content).toBe('后来又写');
});

test('photos chosen after the last word stay', async () => {
  const draft = await draftWith(db, ['one']);
  noteTyped({ ...saying(draft, '写了字'), attachments: [] });
  await recoverTyped(db, ANNA);
  expect(await db.drafts.get(draft.clientId)).toMatchObject({
    fields: { content: '写了字' },
    attachments: draft.attachments,
  });
});

test('what was typed stays while the outbox takes it, and goes when it has it', async () => {
  const draft = saying(draftBy(), '村东头水井');
  const keeper = keepDraft(db, draft, () => undefined);
  keeper.change({ content: '村东头水井塌了' });
  keeper.handOver(true);
  expect(placesTyped(ANNA.personId, 'report')).toHaveLength(1);
  keeper.forget();
  expect(placesTyped(ANNA.personId, 'report')).toEqual([]);
});

test('what has been sent since is not brought back', async () => {
  const draft = saying(draftBy(), '已经送达');
  await queue(db, draft);
  await sendDue(db, deliveryThat('stored').delivery, { author: ANNA });
  noteTyped(draft);
  await recoverTyped(db, ANNA);
  expect(await db.drafts.count()).toBe(0);
});

test('another officer, and another post, get nothing of it; signing in as somebody else leaves it to its author', async () => {
  const draft = saying(draftBy(), '安的话');
  noteTyped(draft);
  await recoverTyped(db, { personId: 'boris', postId: ANNA.postId });
  await recoverTyped(db, { ...ANNA, postId: 'clerk-7' });
  expect(await db.drafts.count()).toBe(0);
  forgetDesksOfOthers('boris');
  await recoverTyped(db, { personId: 'boris', postId: ANNA.postId });
  expect(await db.drafts.count()).toBe(0);
  await recoverTyped(db, ANNA);
  expect((await db.drafts.toArray()).map(({ fields }) => fields.content)).toEqual(['安的话']);
});
