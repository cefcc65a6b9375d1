import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { picturesIn } from '@lxq/schema/digests/digest-document.ts';
import { unzipSync } from 'fflate';
import { v7 } from 'uuid';
import { type Post, startPost } from '../../attachments/attachment-server.testing.ts';
import { hashContent } from '../../platform/papers/hash.ts';
import { APPROVE, ask, ISSUE, periodOver, refusal, SUBMIT } from '../digest.testing.ts';
import {
  at,
  choose,
  goesOut,
  illustrated,
  issueOf,
  night,
  noIssues,
  shown,
  told,
  WATER,
} from './digest-picture.testing.ts';

/* What an issue is printed with: who reads it, and what stays of it whatever becomes of the reports. */
let post: Post;
beforeAll(async () => {
  post = await startPost();
});
afterAll(() => post.close());
beforeEach(() => noIssues(post));

test('what is printed is held with the issue: its hash covers the bytes, and they stay whatever becomes of the report', async () => {
  const { id, source } = await illustrated(post);
  const issue = await goesOut(post, id);
  const { rows } = await post.fixture.admin.query(
    'select a.id, a.stored_sha256 as sha256, a.width, a.height from attachment a where a.subject_id = $1 order by a.position',
    [source.report],
  );
  expect(picturesIn(issue.document)).toEqual(rows);
  expect(issue.contentHash).toBe(hashContent(issue.document));
  const other = structuredClone(issue.document);
  other.sections[0].items[0].pictures[1].sha256 = 'f'.repeat(64);
  expect(hashContent(other)).not.toBe(issue.contentHash);

  const leader = await post.as('leader');
  const before = await Promise.all(source.photos.map((photo) => leader.get(at(id, photo))));
  expect(before.map(({ status }) => status)).toEqual([200, 200]);
  const bytes = await Promise.all(before.map((answer) => answer.arrayBuffer()));
  // One is taken back, the report is sealed, and a night goes over it all.
  const { admin } = post.fixture;
  await admin.query(`update attachment set withdrawn_at = now() - interval '25 hours' where id = $1`, [
    source.photos[0],
  ]);
  await admin.query(`update report set line = 'SEALED' where id = $1`, [source.report]);
  await night(post);
  const { rows: left } = await admin.query(
    'select id from attachment where stored_sha256 is null and subject_id = $1',
    [source.report],
  );
  expect(left).toEqual([{ id: source.photos[0] }]);
  for (const [i, photo] of source.photos.entries()) {
    const answer = await leader.get(at(id, photo));
    expect(answer.status).toBe(200);
    expect(Buffer.compare(Buffer.from(await answer.arrayBuffer()), Buffer.from(bytes[i] as ArrayBuffer))).toBe(0);
    expect((await leader.get(at(id, photo, '?size=thumbnail'))).headers.get('content-type')).toBe('image/webp');
  }
  expect((await shown(post, id)).document).toEqual(issue.document);
});

test('the night takes what was chosen for an issue that is not out, once its author took it back', async () => {
  const { source } = await illustrated(post);
  const { admin } = post.fixture;
  await admin.query(`update attachment set withdrawn_at = now() - interval '25 hours' where id = $1`, [
    source.photos[0],
  ]);
  const folder = path.join(post.folder, 'attachments', '990101', source.report);
  expect(await readdir(folder)).toHaveLength(4);
  await night(post);
  expect(await readdir(folder)).toHaveLength(2);
});

test('whoever reads the issue sees its pictures, and nobody else by it', async () => {
  const { id, source } = await illustrated(post);
  const [photo] = source.photos as [string];
  const seenBy = async (account: Parameters<Post['as']>[0]) =>
    (await (await post.as(account)).get(at(id, photo))).status;
  const EVERYBODY = [
    'county',
    'director',
    'leader',
    'analyst',
    'discipline',
    'admin',
    'clerk',
    'head',
    'officer',
    'foreignClerk',
  ] as const;
  const statuses = async () => {
    const all: Record<string, number> = {};
    for (const account of EVERYBODY) all[account] = await seenBy(account);
    return all;
  };
  const nobody = Object.fromEntries(EVERYBODY.map((account) => [account, 404]));
  expect(await statuses()).toEqual({ ...nobody, county: 200, director: 200 });
  await goesOut(post, id);
  expect(await statuses()).toEqual({ ...nobody, county: 200, director: 200, leader: 200, analyst: 200 });
  expect((await fetch(`${post.server.address}${at(id, photo)}`)).status).toBe(401);
  const leader = await post.as('leader');
  for (const address of [at(v7(), photo), at(id, v7()), at('x', photo), at(id, 'x')])
    expect((await leader.get(address)).status).toBe(404);
  const answer = await leader.get(at(id, photo));
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    ...{ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff', 'cache-control': 'private, no-cache' },
    'content-security-policy': "default-src 'none'; sandbox",
  });
  const etag = answer.headers.get('etag') as string;
  expect((await leader.get(at(id, photo), { 'if-none-match': etag })).status).toBe(304);
});

test('of an issue without pictures nothing says so: its content and hash are what they were before there were any', async () => {
  const { id } = await issueOf(post, [await told(post)]);
  const { document } = await shown(post, id);
  expect(Object.keys(document.sections[0].items[0]).sort()).toEqual(['body', 'kind', 'number', 'sources', 'title']);
});

test('its files hold the pictures, drawn from what is held with it', async () => {
  const { id, source } = await illustrated(post);
  await goesOut(post, id);
  const { admin } = post.fixture;
  await admin.query('update attachment set withdrawn_at = now() where id = $1', [source.photos[0]]);
  const files = `select format, bytes, error from digest_file where digest_id = $1 and state in ('READY', 'FAILED') order by format`;
  let rows: { format: string; bytes: Buffer; error: string | null }[] = [];
  for (const until = Date.now() + 120_000; rows.length < 2 && Date.now() < until; await wait(100))
    rows = (await admin.query(files, [id])).rows;
  expect(rows.map(({ format, error }) => [format, error])).toEqual([
    ['DOCX', null],
    ['PDF', null],
  ]);
  const [docx, pdf] = rows.map(({ bytes }) => bytes) as [Buffer, Buffer];
  expect(Object.keys(unzipSync(docx)).filter((name) => name.startsWith('word/media/'))).toHaveLength(2);
  expect(pdf.toString('latin1').match(/\/Subtype\s*\/Image/g)).toHaveLength(2);
}, 180_000); // the first PDF on a machine makes the fonts

test('before it goes out a check names the item whose picture is gone, whether taken back or sealed; words are saved all the same', async () => {
  const { id, source, item } = await illustrated(post);
  const codes = async () =>
    (await shown(post, id)).checks.filter(({ code }: { code: string }) => code === 'pictureGone');
  expect(await codes()).toEqual([]);
  const { admin } = post.fixture;
  await admin.query('update attachment set withdrawn_at = now() where id = $1', [source.photos[1]]);
  expect(await codes()).toMatchObject([
    { severity: 'BLOCKS', itemId: item.id, message: expect.stringContaining('第 1 条') },
  ]);
  const changed = await shown(post, id);
  expect(picturesIn(changed.document).map((each) => each.id)).toEqual([source.photos[0]]);
  const { version } = changed;
  expect(await refusal(post.fixture, 'county', SUBMIT, { id, version })).toMatchObject({ unmet: ['pictureGone'] });
  expect((await (await post.as('county')).get(at(id, source.photos[1] as string))).status).toBe(404);
  const saved = await choose(post, id, item, { portfolio: WATER, title: '另一个标题', pictures: source.photos });
  expect(saved.pictures).toEqual(source.photos);
  await admin.query('update attachment set withdrawn_at = null where id = $1', [source.photos[1]]);
  await admin.query(`update report set line = 'SEALED' where id = $1`, [source.report]);
  expect(await codes()).toHaveLength(1);
  expect((await (await post.as('county')).get(at(id, source.photos[0] as string))).status).toBe(404);
});

test('what goes between the checks and the number keeps the issue from going out', async () => {
  const { id, source } = await illustrated(post);
  const { fixture } = post;
  const reviewed = (await ask(fixture, 'county', SUBMIT, { id, version: (await shown(post, id)).version }))
    .submitDigestForReview;
  const { approveDigest } = await ask(fixture, 'director', APPROVE, { id, version: reviewed.version });
  await periodOver(fixture, id);
  // As if it had been taken back after the checks: the row that would be printed is refused by the database.
  const scope = fixture.scope('county');
  const row = {
    itemId: (await shown(post, id)).items[0].id,
    place: 'FIRST',
    digestId: id,
    attachmentId: source.photos[0],
  };
  await fixture.admin.query('update attachment set withdrawn_at = now() where id = $1', [source.photos[0]]);
  const insert = scope.insertMany('digest_picture', [
    { countyCode: scope.county, ...row, subjectId: source.report, sha256: 'f'.repeat(64) },
  ]);
  await expect(insert).rejects.toThrow('an issue prints the pictures that its items carry');
  await scope.end('rollback').catch(() => {});
  expect(await refusal(fixture, 'county', ISSUE, { id, version: approveDigest.version })).toMatchObject({
    unmet: ['pictureGone'],
  });
});

test('what was printed is changed by nobody, the owner of everything included', async () => {
  const { id } = await illustrated(post);
  await goesOut(post, id);
  const { admin } = post.fixture;
  for (const change of [
    `update digest_picture set sha256 = 'x'`,
    'delete from digest_picture',
    `update digest_item set pictures = '{}'`,
  ])
    await expect(admin.query(`${change} where digest_id = $1`, [id])).rejects.toThrow('an issued digest never changes');
});
