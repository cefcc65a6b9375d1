import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fastify, { type FastifyInstance } from 'fastify';
import { registerWeb } from './web.ts';

const SCRIPT = `console.log('${'连心桥'.repeat(400)}')`;
const PAGE = `<!doctype html><title>${'连心桥'.repeat(400)}</title>`;

let folder: string;
let app: FastifyInstance;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'lxq-web-'));
  await mkdir(path.join(folder, 'assets'));
  for (const [file, text] of [
    ['assets/app-1a2b.js', SCRIPT],
    ['index.html', PAGE],
  ] as const) {
    await writeFile(path.join(folder, file), text);
    await writeFile(path.join(folder, `${file}.br`), brotliCompressSync(text));
    await writeFile(path.join(folder, `${file}.gz`), gzipSync(text));
  }
  app = fastify();
  await registerWeb(app, folder);
});
afterAll(async () => {
  await app.close();
  await rm(folder, { recursive: true, force: true });
});

const get = (url: string, headers: Record<string, string> = {}) => app.inject({ url, headers });

test.each([
  ['br, gzip', 'br'],
  ['gzip, deflate', 'gzip'],
  ['', undefined],
])('to whoever takes "%s" a script goes out as %s', async (accepted, encoding) => {
  const { statusCode, headers, rawPayload } = await get('/assets/app-1a2b.js', { 'accept-encoding': accepted });
  expect(statusCode).toBe(200);
  expect(headers['content-encoding']).toBe(encoding);
  expect(headers['content-type']).toContain('javascript');
  expect(headers.vary).toContain('accept-encoding');
  if (encoding) expect(rawPayload.length).toBeLessThan(SCRIPT.length / 4);
  else expect(rawPayload.toString()).toBe(SCRIPT);
});

test('a hashed asset is kept for a year, the page never', async () => {
  const asset = await get('/assets/app-1a2b.js', { 'accept-encoding': 'br' });
  expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
  const page = await get('/', { 'accept-encoding': 'br' });
  expect(page.headers['cache-control']).toBe('no-cache');
  expect(page.headers['content-encoding']).toBe('br');
});

test('every other path is the app’s own route, and gets the same page', async () => {
  const { statusCode, headers, payload } = await get('/desk/reports/1', { accept: 'text/html' });
  expect(statusCode).toBe(200);
  expect(headers['content-type']).toContain('text/html');
  expect(payload).toBe(PAGE);
});

test('an asset that is not there is not answered with the page', async () => {
  expect((await get('/assets/gone-9z.js', { accept: '*/*', 'accept-encoding': 'br' })).statusCode).toBe(404);
});
