import { mkdtemp, readdir, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readEnv } from '../env.ts';
import { picture } from './attachment-files.testing.ts';
import { type Post, partOf, startPost } from './attachment-server.testing.ts';
import { openStore } from './bytes/attachment-store.ts';
import { BUCKET, bucketIn } from './s3-bucket.testing.ts';

/* The store on a disk and in a bucket: the same, by the same calls. */
let folder: string;
let bucket: Awaited<ReturnType<typeof bucketIn>>;
let settings: Record<'disk' | 'bucket', Record<string, string>>;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lxq-store-'));
  bucket = await bucketIn(folder);
  settings = {
    disk: { DATA_DIR: path.join(folder, 'disk') },
    bucket: { ...BUCKET, S3_ENDPOINT: bucket.endpoint, DATA_DIR: path.join(folder, 'nothing') },
  };
});
afterAll(async () => {
  await bucket.close();
  await rm(folder, { recursive: true, force: true });
});

describe.each(['disk', 'bucket'] as const)('%s', (kind) => {
  test('keeps what is put, once a key, and lets go of it', async () => {
    const store = openStore(readEnv(settings[kind]));
    const keys = async () => {
      const found: string[] = [];
      for await (const some of store.keys()) found.push(...some);
      return found.sort();
    };
    expect(await keys()).toEqual([]);
    const large = Buffer.alloc(6 * 1024 * 1024, 'a');
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
});
