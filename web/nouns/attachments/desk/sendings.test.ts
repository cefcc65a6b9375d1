import { expect, test } from '@jest/globals';
import type { Upload } from '../../../device/upload.ts';
import { AskFailed, failed } from '../../../ui/failure.ts';
import { makeSendings, type Thing, type Wire } from './sendings.ts';

const CASE: Thing = { subject: 'CASE', id: 'c1' };
const file = (name: string, text = 'words') => new File([text], name, { type: 'text/plain' });

/** A server that keeps what it was promised and counts what it was sent. */
function world({ breaks = 0 } = {}) {
  const promised = new Map<string, { id: string; clientId: string; state: string }>();
  const uploads: { attachmentId: string; url: string | null }[] = [];
  let left = breaks;
  let atOnce = 0;
  const upload: Upload = async ({ attachmentId, bytes, url }, heard) => {
    expect(++atOnce).toBe(1);
    uploads.push({ attachmentId, url });
    await heard.url(`/attachments/${attachmentId}`);
    await heard.sent(bytes.byteLength / 2);
    atOnce--;
    if (left-- > 0) throw new AskFailed(failed('OFFLINE'));
  };
  const wire: Wire = {
    attach: async (_thing, { clientId }) => {
      const one = promised.get(clientId) ?? { id: `a${promised.size}`, clientId, state: 'AWAITED' };
      promised.set(clientId, one);
      return [...promised.values()];
    },
    upload,
  };
  return { sendings: makeSendings(wire), promised, uploads, wire };
}

test('what is chosen goes one after the other, and is gone from the list once it has come', async () => {
  const { sendings, uploads } = world();
  sendings.choose(CASE, [file('a.txt'), file('b.txt')]);
  expect(sendings.of(CASE).map(({ state }) => state)).toEqual(['WAITING', 'WAITING']);
  expect(sendings.isAny()).toBe(true);
  await sendings.settled();
  expect(uploads.map(({ attachmentId }) => attachmentId)).toEqual(['a0', 'a1']);
  expect(sendings.isAny()).toBe(false);
});

test('what failed keeps its file and says why; tried again it is the same promise, and goes on where it was', async () => {
  const { sendings, uploads, promised } = world({ breaks: 1 });
  sendings.choose(CASE, [file('a.txt'), file('b.txt')]);
  await sendings.settled();
  const [kept] = sendings.of(CASE);
  expect(sendings.of(CASE)).toHaveLength(1);
  expect(kept).toMatchObject({ state: 'FAILED', failure: { code: 'OFFLINE' }, sent: 50 });
  expect(kept?.file.name).toBe('a.txt');
  if (kept) sendings.retry(CASE, kept);
  await sendings.settled();
  expect(sendings.of(CASE)).toEqual([]);
  expect(promised.size).toBe(2);
  expect(uploads.at(-1)).toEqual({ attachmentId: 'a0', url: '/attachments/a0' });
});

test('a file that cannot go is said to be so before anything is promised', async () => {
  const { sendings, promised } = world();
  sendings.choose(CASE, [file('empty.txt', '')]);
  await sendings.settled();
  expect(sendings.of(CASE)).toMatchObject([{ state: 'FAILED', fault: 'EMPTY' }]);
  expect(promised.size).toBe(0);
});

test('what the server does not take any more is refused in its words, and given up on demand', async () => {
  const { wire } = world();
  const refused = { ...failed('REFUSED'), unmet: ['案件已办结'] };
  const sendings = makeSendings({
    ...wire,
    attach: async () => {
      throw new AskFailed(refused);
    },
  });
  sendings.choose(CASE, [file('a.txt')]);
  await sendings.settled();
  const [kept] = sendings.of(CASE);
  expect(kept).toMatchObject({ state: 'FAILED', failure: refused });
  sendings.giveUp(CASE, kept?.clientId ?? '');
  expect(sendings.of(CASE)).toEqual([]);
});

test('what waits is given up before it goes, things do not mix, and leaving forgets all', async () => {
  const { sendings, uploads } = world();
  const other: Thing = { subject: 'REVISIT', id: 'c1' };
  sendings.choose(CASE, [file('a.txt'), file('b.txt')]);
  sendings.choose(other, [file('c.txt')]);
  sendings.giveUp(CASE, sendings.of(CASE)[1]?.clientId ?? '');
  expect(sendings.of(other)).toHaveLength(1);
  sendings.forget();
  await sendings.settled();
  expect(uploads).toEqual([]);
});
