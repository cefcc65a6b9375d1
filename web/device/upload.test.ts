import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { failureOf } from '../ui/failure.ts';
import { type Fault, overFetch, startTus } from './tus-server.testing.ts';
import { uploadOver } from './upload.ts';

/** An attachment's bytes on their way, over a real connection to a server that speaks tus and may be cut, mistaken or impostor. */
let tus: Awaited<ReturnType<typeof startTus>>;
beforeEach(async () => {
  tus = await startTus();
});
afterEach(() => tus.stop());

const BYTES = new Uint8Array(randomBytes(600_000));
const bytes = BYTES.slice().buffer;
const WIRE = { language: () => 'zh-CN', speak: overFetch };

function going(url: string | null = null, silenceMs?: number) {
  const seen = { url, sent: [] as number[] };
  const upload = uploadOver({ ...WIRE, endpoint: tus.endpoint, ...(silenceMs && { silenceMs }) });
  const done = upload(
    { attachmentId: 'a-1', bytes, url },
    { url: async (at) => (seen.url = at), sent: async (n) => seen.sent.push(n) },
  );
  return { seen, done };
}
const stored = () => [...tus.uploads.values()].map(({ attachment, bytes }) => [attachment, bytes.equals(BYTES)]);

test('the bytes go in chunks to the attachment they were promised for', async () => {
  const { seen, done } = going();
  await done;
  expect(stored()).toEqual([['a-1', true]]);
  expect(seen.sent).toEqual([262_144, 524_288, 600_000]);
  expect(seen.url).toContain('/attachments/up-1');
});

test.each<Fault>(['cut', 'cut after'])(
  'an upload that was %s goes on where the server stands, and not from the beginning',
  async (fault) => {
    tus.fail('PATCH', fault);
    const first = going();
    expect(failureOf(await first.done.catch((error) => error)).code).toBe('OFFLINE');
    const again = going(first.seen.url);
    await again.done;
    expect(stored()).toEqual([['a-1', true]]);
    expect(tus.asked.filter((method) => method === 'POST')).toHaveLength(1);
  },
);

test.each([404, 410])('an upload that the server has forgotten (%i) begins anew', async (status) => {
  tus.fail('HEAD', { status });
  const { seen, done } = going(`${tus.endpoint}/gone`);
  await done;
  expect(stored()).toEqual([['a-1', true]]);
  expect(seen.url).toContain('/up-1');
});

test.each<[string, Fault, string]>([
  ['a portal’s page', { status: 200, body: '<html>Wi-Fi 认证</html>' }, 'FOREIGN'],
  ['a redirect to nowhere of ours', { status: 302, headers: { location: 'http://127.0.0.1:1/login' } }, 'FOREIGN'],
  ['a bare 401', { status: 401, body: '<html>' }, 'FOREIGN'],
  [
    'our own 401',
    {
      status: 401,
      body: JSON.stringify({ errors: [{ message: '请先登录', extensions: { code: 'UNAUTHENTICATED' } }] }),
    },
    'UNAUTHENTICATED',
  ],
  ['a firewall’s 403', { status: 403 }, 'BLOCKED'],
  ['413', { status: 413 }, 'TOO_LARGE'],
  ['500', { status: 500 }, 'INTERNAL'],
  ['502', { status: 502 }, 'BUSY'],
])('%s, whenever it comes, is told by its name and forgets nothing', async (_name, fault, code) => {
  for (const method of ['POST', 'PATCH'] as const) {
    tus.fail(method, fault);
    expect(failureOf(await going().done.catch((error) => error)).code).toBe(code);
  }
  const begun = going();
  tus.fail('PATCH', 'cut');
  await begun.done.catch(() => undefined);
  const made = tus.uploads.size;
  tus.fail('HEAD', fault);
  // An answer to HEAD has no body: who we are is asked before anything else goes.
  const bare = code === 'UNAUTHENTICATED' ? 'FOREIGN' : code;
  expect(failureOf(await going(begun.seen.url).done.catch((error) => error)).code).toBe(bare);
  expect(tus.uploads.size).toBe(made);
});

test('429 says how long to wait, in seconds or as an instant beside the answer’s own', async () => {
  const waits = async (headers: Record<string, string>) => {
    tus.fail('PATCH', { status: 429, headers });
    const failure = failureOf(await going().done.catch((error) => error));
    return [failure.code, failure.extensions.retryAfter];
  };
  expect(await waits({ 'retry-after': '30' })).toEqual(['BUSY', 30]);
  const at = 'Sun, 06 Nov 1994 08:49:37 GMT';
  expect(await waits({ 'retry-after': 'Sun, 06 Nov 1994 08:50:07 GMT', date: at })).toEqual(['BUSY', 30]);
});

test('a line that says nothing any more is given up', async () => {
  const { done } = going('http://127.0.0.1:9/attachments/deaf', 300);
  expect(failureOf(await done.catch((error) => error)).code).toBe('OFFLINE');
  const { createServer } = await import('node:net');
  const deaf = createServer(() => undefined);
  await new Promise<void>((resolve) => deaf.listen(0, '127.0.0.1', resolve));
  const { port } = deaf.address() as { port: number };
  const upload = uploadOver({ ...WIRE, endpoint: `http://127.0.0.1:${port}/attachments`, silenceMs: 300 });
  const error = await upload(
    { attachmentId: 'a-1', bytes, url: null },
    { url: async () => 0, sent: async () => 0 },
  ).catch((e) => e);
  expect(failureOf(error).code).toBe('OFFLINE');
  deaf.close();
});

test.each([409, 423, 460])(
  'what only our server says (%i) is not taken for a portal, and the next try puts it right',
  async (status) => {
    tus.fail('PATCH', { status });
    const { seen, done } = going();
    expect(failureOf(await done.catch((error) => error)).code).toBe('INTERNAL');
    await going(seen.url).done;
    expect(stored()).toEqual([['a-1', true]]);
  },
);
