import { createHash } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { documentText } from '@lxq/schema/digests/digest-document.ts';
import { unzipSync } from 'fflate';
import { type Fixture, startFixture } from '../../testing/fixture.ts';
import { startServer, type TestServer } from '../../testing/server.ts';
import { approved, ask, edited, type Head, ISSUE, issued, refusal } from '../digest.testing.ts';

jest.setTimeout(180_000); // the first PDF on a machine makes the fonts

let fixture: Fixture;
let server: TestServer;
let issue: Head;
beforeAll(async () => {
  fixture = await startFixture();
  server = await startServer(fixture);
  issue = await issued(fixture);
});
afterAll(async () => {
  await server.stop();
  await fixture.close();
});

const FILES =
  'query ($id: ID!) { digest(id: $id) { contentHash document files { id format state progress sha256 size url error } } }';
const REQUEST =
  'mutation ($id: ID!, $format: FileFormat!) { requestDigestFile(id: $id, format: $format) { id format state } }';
interface File {
  id: string;
  format: string;
  state: string;
  progress: number;
  sha256: string;
  size: number;
  url: string | null;
  error: string | null;
}
const filesOf = async (id: string): Promise<File[]> => (await ask(fixture, 'county', FILES, { id })).digest.files;

async function ready(id: string, formats = 2): Promise<File[]> {
  for (const until = Date.now() + 120_000; ; await wait(100)) {
    const files = await filesOf(id);
    if (files.length === formats && files.every(({ state }) => state === 'READY' || state === 'FAILED')) return files;
    if (Date.now() > until) throw new Error(`the files are still ${JSON.stringify(files)}`);
  }
}
const get = async (
  url: string,
  account: 'leader' | 'clerk' | 'analyst' | 'foreignClerk' | null,
  headers: Record<string, string> = {},
) =>
  fetch(server.address + url, {
    headers: { ...headers, ...(account ? { authorization: `Bearer ${await server.signIn(account)}` } : {}) },
  });

test('issuing asks for both formats, and they are made off the request path', async () => {
  const files = await ready(issue.id);
  expect(files.map(({ format, state, progress, error }) => ({ format, state, progress, error }))).toEqual([
    { format: 'DOCX', state: 'READY', progress: 100, error: null },
    { format: 'PDF', state: 'READY', progress: 100, error: null },
  ]);
  const { rows } = await fixture.admin.query(
    `select count(*)::int as n from event where kind = 'DIGEST_FILE_READY' and subject_id = $1 and n is not null`,
    [issue.id],
  );
  expect(rows).toEqual([{ n: 2 }]);
});

test('a leader downloads what its hash says, under its Chinese name, and holds the issued text', async () => {
  const [docx, pdf] = await ready(issue.id);
  for (const [file, type] of [
    [docx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'],
    [pdf, 'application/pdf'],
  ] as const) {
    const answer = await get(file?.url as string, 'leader');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(answer.status).toBe(200);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file?.sha256);
    expect(bytes.byteLength).toBe(file?.size);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      etag: `"${file?.sha256}"`,
      'cache-control': 'no-store',
      'content-type': type,
      'x-content-type-options': 'nosniff',
    });
    expect(decodeURIComponent(answer.headers.get('content-disposition') as string)).toContain(
      `十日信息摘报第1期（总第1期）.${file?.format.toLowerCase()}`,
    );
  }
  const bytes = new Uint8Array(await (await get(docx?.url as string, 'leader')).arrayBuffer());
  const xml = new TextDecoder().decode(unzipSync(bytes)['word/document.xml']);
  const { document } = (await ask(fixture, 'leader', FILES, { id: issue.id })).digest;
  expect(documentText(document)).toContain('一、分管农业农村（测试·leader）');
  expect(xml).toContain('分管农业农村（测试·leader）');
});

test('a file that the browser has is not sent again', async () => {
  const [file] = await ready(issue.id);
  expect((await get(file?.url as string, 'leader', { 'if-none-match': `"${file?.sha256}"` })).status).toBe(304);
});

test('who is not signed in is told so; for everybody else who may not see it there is no such file', async () => {
  const [file] = await ready(issue.id);
  const url = file?.url as string;
  expect((await get(url, null)).status).toBe(401);
  expect((await get(url, 'analyst')).status).toBe(200);
  for (const account of ['clerk', 'foreignClerk'] as const) expect((await get(url, account)).status).toBe(404);
  for (const missing of ['/files/digests/x', '/files/digests/0197f3f0-7c58-7c43-9ad4-2f7f0a4b9d11'])
    expect((await get(missing, 'leader')).status).toBe(404);
});

test('the same content in the same format is made once', async () => {
  const [file] = await ready(issue.id);
  const { requestDigestFile } = await ask(fixture, 'leader', REQUEST, { id: issue.id, format: 'DOCX' });
  expect(requestDigestFile).toMatchObject({ id: file?.id, state: 'READY' });
});

test('a draft is exported marked as one, anew after each change, and its readers are the office', async () => {
  await fixture.admin.query('alter table digest disable trigger digest_kept');
  await fixture.admin.query('update digest set period_from = period_from - 60, period_to = period_to - 60');
  await fixture.admin.query('alter table digest enable trigger digest_kept');
  const draft = await edited(fixture, 1);
  const both = await Promise.all([0, 1].map(() => ask(fixture, 'county', REQUEST, { id: draft.id, format: 'DOCX' })));
  expect(both[0].requestDigestFile.id).toBe(both[1].requestDigestFile.id);
  const [file] = await ready(draft.id, 1);
  expect(file?.state).toBe('READY');
  expect((await get(file?.url as string, 'leader')).status).toBe(404);
  expect(await refusal(fixture, 'leader', REQUEST, { id: draft.id, format: 'DOCX' })).toMatchObject({
    code: 'NOT_FOUND',
  });
  const { rows } = await fixture.admin.query('select bytes from digest_file where id = $1', [file?.id]);
  expect(new TextDecoder().decode(unzipSync(new Uint8Array(rows[0].bytes))['word/document.xml'])).toContain('草稿');
  await fixture.admin.query(`update digest_item set title = '改了标题' where digest_id = $1`, [draft.id]);
  const { requestDigestFile } = await ask(fixture, 'county', REQUEST, { id: draft.id, format: 'DOCX' });
  expect(requestDigestFile).toMatchObject({ state: 'QUEUED' });
  expect(requestDigestFile.id).not.toBe(file?.id);
});

test('a request that is undone leaves neither file nor job', async () => {
  const scope = fixture.scope('county');
  await scope.rows('select app.add_job($1, $2, $3)', ['digest_file', '{}', 'undone']);
  await scope.end('rollback');
  const { rows } = await fixture.admin.query(`select 1 from graphile_worker.jobs where key = 'undone'`);
  expect(rows).toEqual([]);
});

test('a file that cannot be made says so in words after the last try', async () => {
  await fixture.admin.query('alter table digest disable trigger digest_kept');
  await fixture.admin.query(`update digest set frozen = '{"sections": 1}' where id = $1`, [issue.id]);
  await fixture.admin.query('alter table digest enable trigger digest_kept');
  await ask(fixture, 'county', REQUEST, { id: issue.id, format: 'DOCX' });
  // The waits between the tries are the queue's; here they are over at once.
  const hurry = setInterval(
    () => void fixture.admin.query('update graphile_worker._private_jobs set run_at = now() where locked_at is null'),
    200,
  );
  try {
    const file = (await ready(issue.id)).find(({ format }) => format === 'DOCX');
    expect(file).toMatchObject({ state: 'FAILED', url: null, error: '文件未能生成，请稍后重试；仍不成功请联系管理员' });
  } finally {
    clearInterval(hurry);
  }
});

test('an issue of 600 items goes out in seconds, and its files follow within seconds', async () => {
  await fixture.admin.query(
    'truncate digest, digest_item, digest_item_report, digest_version, digest_receipt, digest_file, instruction cascade',
  );
  const { id, version } = await approved(fixture, 3);
  await fixture.admin.query(
    `insert into digest_item (county_code, id, digest_id, position, portfolio_id, title, body, text)
     select county_code, gen_random_uuid(), digest_id, position + 10 * n, portfolio_id, title || n, body, text from digest_item, generate_series(1, 199) n`,
  );
  const started = Date.now();
  await ask(fixture, 'county', ISSUE, { id, version });
  expect(Date.now() - started).toBeLessThan(10_000); // two cores shared with other tests
  expect((await ready(id)).map(({ state }) => state)).toEqual(['READY', 'READY']);
  expect(Date.now() - started).toBeLessThan(60_000);
});
