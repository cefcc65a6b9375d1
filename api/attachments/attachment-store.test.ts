import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readEnv } from '../env.ts';
import { picture } from './attachment-files.testing.ts';
import { type Post, partOf, startPost } from './attachment-server.testing.ts';
import { type AttachmentStore, openStore } from './bytes/attachment-store.ts';
import { BUCKET, type Bucket, startBucket } from './s3-bucket.testing.ts';

/* The store on a disk and in a bucket: the same, by the same calls. */
let folder: string;
let bucket: Bucket;
let settings: Record<'disk' | 'bucket', Record<string, string>>;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lxq-store-'));
  bucket = await startBucket();
  settings = {
    disk: { DATA_DIR: path.join(folder, 'disk') },
    bucket: { ...BUCKET, S3_ENDPOINT: bucket.endpoint, DATA_DIR: path.join(folder, 'nothing') },
  };
});
afterAll(async () => {
  await bucket.close();
  await rm(folder, { recursive: true, force: true });
});

async function keysOf(store: AttachmentStore): Promise<string[]> {
  const found: string[] = [];
  for await (const some of store.keys()) found.push(...some);
  return found.sort();
}

describe.each(['disk', 'bucket'] as const)('%s', (kind) => {
  test('keeps what is put, once a key, and lets go of it', async () => {
    const store = openStore(readEnv(settings[kind]));
    const keys = () => keysOf(store);
    expect(await keys()).toEqual([]);
    const large = randomBytes(20 * 1024 * 1024);
    await store.put('1/a/b', Buffer.from('one'));
    await store.put('1/a/b', Buffer.from('two'));
    await store.put('1/a/c.small', large);
    expect(await keys()).toEqual(['1/a/b', '1/a/c.small']);
    expect(await text((await store.open('1/a/b')) as never)).toBe('two');
    expect(large.equals((await store.read('1/a/c.small')) as Uint8Array)).toBe(true);
    expect(Math.abs(+(await store.writtenAt('1/a/b')) - Date.now())).toBeLessThan(60_000);
    expect([await store.open('1/a/d'), await store.read('1/a/d')]).toEqual([null, null]);
    for (const key of await keys()) await store.remove(key);
    expect(await keys()).toEqual([]);
  });
});

test('what is larger than a part comes in parts, whole and in its order; what is not comes at once', async () => {
  const store = openStore(readEnv(settings.bucket));
  bucket.asked.length = 0;
  await store.put('1/a/small', Buffer.alloc(8 * 1024 * 1024, 'a'));
  expect(bucket.asked).toEqual(['PUT']);
  bucket.asked.length = 0;
  const large = randomBytes(17 * 1024 * 1024);
  await store.put('1/a/large', large);
  const parts = [1, 2, 3].map((no) => `PUT ?partNumber=${no}`);
  expect(bucket.asked.toSorted()).toEqual(['POST ?uploadId', 'POST ?uploads', ...parts]);
  expect(bucket.asked.at(-1)).toBe('POST ?uploadId');
  expect(large.equals((await store.read('1/a/large')) as Uint8Array)).toBe(true);
  for (const key of await keysOf(store)) await store.remove(key);
});

test('an upload that is cut in its second part again and again leaves nothing: no half object, and no part before it', async () => {
  const store = openStore(readEnv(settings.bucket));
  bucket.asked.length = 0;
  bucket.cut = (asked) => asked === 'PUT ?partNumber=2';
  await expect(store.put('1/a/large', randomBytes(17 * 1024 * 1024))).rejects.toThrow();
  bucket.cut = undefined;
  expect(bucket.asked.filter((asked) => asked === 'PUT ?partNumber=2').length).toBeGreaterThan(1);
  expect(bucket.asked).toContain('PUT ?partNumber=1');
  expect(bucket.asked.at(-1)).toBe('DELETE ?uploadId');
  expect(await store.read('1/a/large')).toBeNull();
  expect(await keysOf(store)).toEqual([]);
}, 60_000);

test('a bucket whose key is another takes nothing', async () => {
  const store = openStore(readEnv({ ...settings.bucket, S3_SECRET: 'another' }));
  await expect(store.put('1/a/b', Buffer.from('x'))).rejects.toThrow();
});

describe('a server with a bucket', () => {
  let post: Post;
  beforeAll(async () => {
    post = await startPost(settings.bucket);
  });
  afterAll(() => post.close());
  test('keeps nothing on its own disk but what is on its way', async () => {
    const officer = await post.as('officer');
    const { attachment } = await officer.sends(partOf(await picture()));
    const answer = await officer.get(attachment.url);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(100);
    expect(await readdir(settings.bucket.DATA_DIR as string)).toEqual(['uploads']);
  });
  test('looks for no bytes that a browser has', async () => {
    const officer = await post.as('officer');
    const { attachment } = await officer.sends(partOf(await picture()));
    const etag = (await officer.get(attachment.url)).headers.get('etag') as string;
    bucket.asked.length = 0;
    expect((await officer.get(attachment.url, { 'if-none-match': etag })).status).toBe(304);
    expect(bucket.asked).toEqual([]);
    expect((await officer.get(attachment.url, { 'if-none-match': '"another"' })).status).toBe(200);
    expect(bucket.asked.length).toBeGreaterThan(0);
  });
});
