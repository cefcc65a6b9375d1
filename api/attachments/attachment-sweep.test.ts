import { readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { pino } from 'pino';
import { jobs } from '../jobs.ts';
import { picture } from './attachment-files.testing.ts';
import { type Person, type Post, partOf, startPost } from './attachment-server.testing.ts';
import { openStore } from './bytes/attachment-store.ts';
import { uploadsIn } from './bytes/attachment-upload.route.ts';

/* What goes at night, and what stays. */
let post: Post;
let officer: Person;
beforeAll(async () => {
  post = await startPost();
  officer = await post.as('officer');
});
afterAll(() => post.close());

const at = (...names: string[]) => path.join(post.folder, ...names);
async function stored(subject: string): Promise<string[]> {
  const [county] = await readdir(at('attachments'));
  return (await readdir(at('attachments', county as string, subject)).catch(() => [])).sort();
}
const DETACH = 'mutation ($id: ID!) { detach(id: $id) { id } }';
/** A night later than all that was written until now. */
async function night(): Promise<void> {
  const { admin, appUrl, database } = post.fixture;
  await admin.query(
    `update attachment set withdrawn_at = withdrawn_at - interval '25 hours' where withdrawn_at is not null`,
  );
  const files = (await readdir(post.folder, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const yesterday = new Date(Date.now() - 25 * 3_600_000);
  for (const { parentPath, name } of files) await utimes(path.join(parentPath, name), yesterday, yesterday);
  const bytes = { store: openStore({ DATA_DIR: post.folder } as never), uploads: () => uploadsIn(post.folder) };
  const client = new pg.Client(appUrl);
  await client.connect();
  const withPgClient = async (work: (client: pg.ClientBase) => Promise<unknown>) => {
    await client.query('set role lxq_jobs');
    await work(client);
  };
  await jobs(database, pino({ level: 'silent' }), bytes).tasks.nightly?.({}, { withPgClient } as never);
  await client.end();
}

test('the same photo twice is kept once of its thing and shown twice; the last that goes takes the bytes along, a day later', async () => {
  const bytes = await picture();
  const twice = [partOf(bytes), partOf(bytes)];
  const { id, attachments } = await officer.reports(twice);
  for (const [i, part] of twice.entries()) await officer.upload(attachments[i].id, part.bytes);
  const { attachments: shown } = await officer.shows(id);
  for (const { url, thumbnailUrl } of shown)
    for (const link of [url, thumbnailUrl]) expect((await officer.get(link)).status).toBe(200);
  expect(await stored(id)).toHaveLength(2); // and the small form
  const { id: other } = (await officer.sends(partOf(bytes))).report;
  expect(await stored(other)).toEqual(await stored(id));

  await officer.ask(DETACH, { id: shown[0].id });
  await night();
  expect(await stored(id)).toHaveLength(2);
  expect((await officer.get(shown[1].url)).status).toBe(200);
  await officer.ask(DETACH, { id: shown[1].id });
  expect(await stored(id)).toHaveLength(2);
  await night();
  expect(await stored(id)).toEqual([]);
  expect(await stored(other)).toHaveLength(2);
  const { rows } = await post.fixture.admin.query(
    'select state, withdrawn_at is not null as gone, stored_sha256 from attachment where subject_id = $1',
    [id],
  );
  expect(rows).toEqual(Array(2).fill({ state: 'ARRIVED', gone: true, stored_sha256: null }));
});

test('half an upload goes after a day, what was promised stays awaited, and what no row knows goes', async () => {
  const part = partOf(await picture());
  const { id, attachments } = await officer.reports([part]);
  const [{ id: awaited }] = attachments;
  await officer.begin(awaited, part.bytes.length);
  await officer.patch(awaited, 0, part.bytes.subarray(0, 200));
  const told = at('uploads', `${awaited}.json`);
  const kept = JSON.parse(await readFile(told, 'utf8'));
  await writeFile(
    told,
    JSON.stringify({ ...kept, creation_date: new Date(Date.now() - 25 * 3_600_000).toISOString() }),
  );
  expect((await officer.head(awaited)).status).toBe(410);
  await openStore({ DATA_DIR: post.folder } as never).put(`990101/${id}/${'a'.repeat(64)}`, Buffer.from('x'));
  await night();
  expect(await stored(id)).toEqual([]);
  expect(await readdir(at('uploads'))).toEqual([]);
  expect((await officer.head(awaited)).status).toBe(404);
  expect(await officer.upload(awaited, part.bytes)).toBe(204);
  expect((await officer.shows(id)).attachments[0].state).toBe('ARRIVED');
});

test('what nobody knows yet may be about to get its row', async () => {
  const { report } = await officer.sends(partOf(await picture()));
  const store = openStore({ DATA_DIR: post.folder } as never);
  await night();
  await store.put(`990101/${report.id}/${'b'.repeat(64)}`, Buffer.from('x'));
  const before = await stored(report.id);
  const { admin } = post.fixture;
  await admin.query('set role lxq_jobs');
  const { sweepAttachments } = await import('./bytes/attachment-sweep.ts');
  await sweepAttachments(admin, { store, uploads: () => uploadsIn(post.folder) });
  await admin.query('reset role');
  expect(await stored(report.id)).toEqual(before);
});
