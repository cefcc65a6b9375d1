import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Draft } from './draft.ts';
import { exportOf, handOver } from './export.ts';
import type { LocalDb, OutboxItem } from './local-db.ts';
import { ANNA, draftBy, draftWith, newPhone, queue, saying } from './outbox.testing.ts';
import { itemsOf, saveDraft } from './outbox.ts';
import { attachedOf, type Prepared, partOf } from './parts.ts';

let db: LocalDb;
beforeEach(() => {
  ({ db } = newPhone());
});
afterEach(() => db.close());

const words = {
  title: '待发 1 条',
  missing: '读不出来了',
  lines: ({ promised, failure }: OutboxItem) =>
    [
      ['具体情况', promised.kind === 'report' ? promised.draft.fields.content : ''],
      ['原因', failure?.code ?? ''],
    ] as const,
};
const written = async () => (await exportOf(db, await itemsOf(db, ANNA.personId), words)).text();
async function having(draft: Draft, prepared: Prepared) {
  const chosen = await partOf(draft, prepared);
  const next = { ...draft, attachments: [...(draft.attachments ?? []), attachedOf(chosen.part)] };
  await saveDraft(db, next, chosen);
  return next;
}

test('the queue goes into one page with every text, photo, voice note and document', async () => {
  const bytes = randomBytes(60_000);
  let draft = await having(saying(draftBy(), '村东头水井塌了'), {
    kind: 'PHOTO',
    blob: new Blob([bytes], { type: 'image/jpeg' }),
  });
  draft = await having(draft, { kind: 'VOICE', blob: new Blob(['voice'], { type: 'audio/mp4' }), seconds: 3 });
  draft = await having(draft, { kind: 'FILE', blob: new Blob(['pdf'], { type: 'application/pdf' }), name: '清单.pdf' });
  await queue(db, draft);
  const page = await written();
  expect(page).toContain('村东头水井塌了');
  expect(page).toContain(`<img alt="" src="data:image/jpeg;base64,${bytes.toString('base64')}">`);
  expect(page).toContain(`<audio controls src="data:audio/mp4;base64,${btoa('voice')}">`);
  expect(page).toContain(`<a href="data:application/pdf;base64,${btoa('pdf')}">清单.pdf</a>`);
});

test('nothing in it runs, whatever was typed or a file is called', async () => {
  const evil = '"><script>alert(1)</script><img src=x onerror=alert(1)>';
  const draft = await having(saying(draftBy(), evil), {
    kind: 'FILE',
    blob: new Blob(['x'], { type: `a/b"${evil}` }),
    name: evil,
  });
  await queue(db, draft);
  const page = await written();
  expect(page).not.toMatch(/<script|<img src=x/);
  expect(page).toContain("default-src 'none'");
});

test('a photo that can no longer be read is named as missing, and the rest is there', async () => {
  const draft = await draftWith(db, ['one', 'two']);
  await queue(db, draft);
  await db.bytes.delete(draft.attachments?.[0]?.clientId ?? '');
  const page = await written();
  expect(page).toContain('读不出来了');
  expect(page).toContain(btoa('two'));
});

test('the phone’s own sheet takes it where it can, and says when it was put away; elsewhere it has an address', async () => {
  const page = new Blob(['page'], { type: 'text/html' });
  const shared: File[] = [];
  const sheet = {
    canShare: () => true,
    share: async ({ files }: { files?: File[] }) => void shared.push(...(files ?? [])),
  };
  expect(await handOver(page, 'a.html', sheet as never)).toBe('SHARED');
  expect(shared.map(({ name }) => name)).toEqual(['a.html']);
  const failing = (name: string) => ({ canShare: () => true, share: () => Promise.reject(new DOMException('', name)) });
  expect(await handOver(page, 'a.html', failing('AbortError') as never)).toBe('CANCELLED');
  expect(await handOver(page, 'a.html', failing('NotAllowedError') as never)).toEqual({
    url: expect.stringMatching(/^blob:/),
  });
  expect(await handOver(page, 'a.html', {} as never)).toEqual({ url: expect.stringMatching(/^blob:/) });
});
