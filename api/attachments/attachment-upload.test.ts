import { readdir, writeFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LIMITS } from '@lxq/schema/limits.ts';
import sharp from 'sharp';
import { picture } from './attachment-files.testing.ts';
import { type Part, type Person, type Post, partOf, startPost } from './attachment-server.testing.ts';
import { webm } from './attachment-voices.testing.ts';

let post: Post;
let officer: Person;
beforeAll(async () => {
  post = await startPost();
  officer = await post.as('officer');
});
afterAll(() => post.close());

/** A report that awaits this, and the id under which it is sent. */
async function awaiting(part: Part): Promise<{ report: string; id: string }> {
  const { id, attachments } = await officer.reports([part]);
  return { report: id, id: attachments[0].id };
}
const stateOf = async (report: string) => (await officer.shows(report)).attachments[0].state;
/** Large enough to be cut in the middle. */
const large = () =>
  sharp(Buffer.from(Array.from({ length: 600 * 600 * 3 }, () => Math.random() * 256)), {
    raw: { width: 600, height: 600, channels: 3 },
  })
    .jpeg({ quality: 95 })
    .toBuffer();

test('a promised photo is sent, looked at, and has arrived before the answer', async () => {
  const { status, report, attachment } = await officer.sends(partOf(await picture(4_000, 3_000)));
  expect(status).toBe(204);
  expect(report).toMatchObject({ version: 1, attachmentsPromised: 1, attachmentsArrived: 1 });
  expect(attachment).toMatchObject({
    ...{ state: 'ARRIVED', mediaType: 'image/jpeg' },
    ...{ width: 2_560, height: 1_920 },
  });
  const full = await officer.get(attachment.url);
  expect(await sharp(Buffer.from(await full.arrayBuffer())).metadata()).toMatchObject({ format: 'jpeg', width: 2_560 });
  const small = await officer.get(attachment.thumbnailUrl);
  expect(await sharp(Buffer.from(await small.arrayBuffer())).metadata()).toMatchObject({ format: 'webp', width: 320 });
});

test('sent in pieces, and one that has arrived is answered as done however it is asked', async () => {
  const part = partOf(await large());
  const { report, id } = await awaiting(part);
  const begun = await officer.begin(id, part.bytes.length);
  expect([begun.status, begun.headers.get('location')]).toEqual([201, `/attachments/${id}`]);
  const half = Math.floor(part.bytes.length / 2);
  const first = await officer.patch(id, 0, part.bytes.subarray(0, half));
  expect([first.status, first.headers.get('upload-offset')]).toEqual([204, String(half)]);
  expect(await stateOf(report)).toBe('AWAITED');
  expect((await officer.patch(id, 3, part.bytes.subarray(3))).status).toBe(409);
  expect((await officer.patch(id, half, part.bytes.subarray(half))).status).toBe(204);
  expect(await stateOf(report)).toBe('ARRIVED');
  const length = String(part.bytes.length);
  for (const answer of [
    await officer.head(id),
    await officer.patch(id, 0, part.bytes),
    await officer.begin(id, part.bytes.length),
  ]) {
    expect(answer.ok).toBe(true);
    expect(answer.headers.get('upload-offset')).toBe(length);
  }
});

test('killed in the middle, it goes on where it was', async () => {
  const part = partOf(await large());
  const { report, id } = await awaiting(part);
  await officer.begin(id, part.bytes.length);
  const { port } = new URL(officer.server.address);
  await new Promise<void>((resolve) => {
    const headers = {
      ...{ ...officer.bearer, 'tus-resumable': '1.0.0', 'upload-offset': '0' },
      ...{ 'content-type': 'application/offset+octet-stream', 'content-length': part.bytes.length },
    };
    const sending = request({ port, method: 'PATCH', path: `/attachments/${id}`, headers });
    sending.on('error', () => resolve());
    sending.write(part.bytes.subarray(0, 100_000), () =>
      setTimeout(() => sending.destroy(new Error('no signal')), 200),
    );
  });
  let offset = 0;
  // What had come is on the disk as soon as the server has noticed.
  for (let i = 0; i < 50 && offset === 0; i++) {
    offset = Number((await officer.head(id)).headers.get('upload-offset'));
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(offset).toBeGreaterThan(0);
  expect(offset).toBeLessThanOrEqual(100_000);
  expect((await officer.patch(id, offset, part.bytes.subarray(offset))).status).toBe(204);
  expect(await stateOf(report)).toBe('ARRIVED');
});

test('all had come when the server was cut off: it is looked at when somebody asks', async () => {
  const part = partOf(await picture());
  const { report, id } = await awaiting(part);
  await officer.begin(id, part.bytes.length);
  await writeFile(path.join(post.folder, 'uploads', id), part.bytes); // and no verdict
  expect(await stateOf(report)).toBe('AWAITED');
  const answer = await officer.head(id);
  expect([answer.status, answer.headers.get('upload-offset')]).toEqual([200, String(part.bytes.length)]);
  expect(await stateOf(report)).toBe('ARRIVED');
});

test('two tabs send the same at once: it is kept once, and neither is told anything wrong', async () => {
  const part = partOf(await large());
  const { report, id } = await awaiting(part);
  const other = await post.as('officer');
  const answers = await Promise.all([officer.begin(id, part.bytes.length), other.begin(id, part.bytes.length)]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
  const sent = await Promise.all([officer.patch(id, 0, part.bytes), other.patch(id, 0, part.bytes)]);
  expect(sent.some(({ status }) => status === 204)).toBe(true);
  for (const { status } of sent) expect([204, 409, 423]).toContain(status);
  expect(await officer.shows(report)).toMatchObject({ attachmentsArrived: 1, attachments: [{ state: 'ARRIVED' }] });
});

test('another size than was promised is not begun, and more than that not taken', async () => {
  const part = partOf(await picture());
  const { id } = await awaiting(part);
  for (const size of [part.bytes.length + 1, part.bytes.length - 1, 0, Number.NaN])
    expect((await officer.begin(id, size)).status).toBe(403);
  await officer.begin(id, part.bytes.length);
  expect((await officer.patch(id, 0, Buffer.concat([part.bytes, Buffer.alloc(9)]))).status).toBe(413);
});

test('only whoever promised it sends it, from our own page', async () => {
  const part = partOf(await picture());
  const { id } = await awaiting(part);
  const nowhere = '01990000-0000-7000-8000-000000000001';
  for (const account of ['officer2', 'clerk', 'county', 'foreignOfficer'] as const) {
    const other = await post.as(account);
    const [theirs, none] = await Promise.all([
      other.begin(id, part.bytes.length),
      other.begin(nowhere, part.bytes.length),
    ]);
    expect([theirs.status, await theirs.text()]).toEqual([none.status, await none.text()]);
    expect(theirs.status).toBe(404);
    expect((await other.head(id)).status).toBe(404);
    expect((await other.patch(id, 0, part.bytes)).status).toBe(404);
  }
  expect((await officer.begin(id, part.bytes.length, { origin: 'https://elsewhere.example' })).status).toBe(403);
  expect(
    (await officer.begin(id, part.bytes.length, { authorization: 'Bearer 123456789012345678901234' })).status,
  ).toBe(401);
  expect((await officer.begin('../../etc/passwd', 5)).status).toBe(404);
});

test('so many of a person are on their way at once', async () => {
  const other = await post.as('otherOfficer');
  const { open } = LIMITS.attachment;
  const ids: string[] = [];
  const part = async () => partOf(await picture(20, 20));
  while (ids.length <= open) {
    const { attachments } = await other.reports(await Promise.all(Array.from({ length: 9 }, part)));
    ids.push(...attachments.map(({ id, size }: any) => `${id} ${size}`));
  }
  const begin = (told: string) => other.begin(told.slice(0, 36), Number(told.slice(37)));
  for (const told of ids.slice(0, open)) expect((await begin(told)).status).toBe(201);
  expect((await begin(ids[open] as string)).status).toBe(403);
  expect((await begin(ids[0] as string)).status).toBe(201); // is on its way already
});

test('who begins and takes back leaves no more than one half upload behind', async () => {
  const person = await post.as('otherOfficer');
  await post.fixture.admin.query('update attachment set begun_at = null');
  const parts = await Promise.all(Array.from({ length: 4 }, async () => partOf(await picture(20, 20))));
  const { attachments } = await person.reports(parts);
  const halves = async () => new Set(await readdir(path.join(post.folder, 'uploads')));
  for (const { id, size } of attachments) {
    expect((await person.begin(id, size)).status).toBe(201);
    await person.ask('mutation ($id: ID!) { detach(id: $id) { id } }', { id });
  }
  const there = await halves();
  expect(attachments.map(({ id }: any) => there.has(id))).toEqual([false, false, false, true]);
});

test('a voice is answered in stretches, as players ask for it', async () => {
  const { attachment } = await officer.sends(partOf(webm(2), 'VOICE'));
  const whole = Buffer.from(await (await officer.get(attachment.url)).arrayBuffer());
  const some = await officer.get(attachment.url, { range: 'bytes=10-19' });
  expect([some.status, some.headers.get('content-range')]).toEqual([206, `bytes 10-19/${whole.length}`]);
  expect(Buffer.from(await some.arrayBuffer())).toEqual(whole.subarray(10, 20));
  const last = await officer.get(attachment.url, { range: 'bytes=-5' });
  expect(Buffer.from(await last.arrayBuffer())).toEqual(whole.subarray(-5));
  expect((await officer.get(attachment.url, { range: 'bytes=999999-' })).status).toBe(416);
});

test('a browser that has it is not sent it again, and it is never a page', async () => {
  const { attachment } = await officer.sends(partOf(await picture()));
  const { headers } = await officer.get(attachment.url);
  expect(Object.fromEntries(headers)).toMatchObject({
    'cache-control': 'private, no-cache',
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'content-type': 'image/jpeg',
  });
  expect(headers.get('content-disposition')).toMatch(/^attachment; /);
  const again = await officer.get(attachment.url, { 'if-none-match': headers.get('etag') as string });
  expect([again.status, await again.text()]).toEqual([304, '']);
});
