import { readFileSync } from 'node:fs';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from '@jest/globals';

const SCRIPT = readFileSync(path.join(import.meta.dirname, '../../public/push.js'), 'utf8');
const CONFIG = readFileSync(path.join(import.meta.dirname, '../../vite.config.ts'), 'utf8');

/** The service worker's half, with what a browser gives it. */
function worker(pages: object[] = []) {
  const heard = new Map<string, (event: object) => void>();
  const shown: unknown[][] = [];
  const opened: string[] = [];
  const self = {
    addEventListener: (kind: string, hear: (event: object) => void) => heard.set(kind, hear),
    registration: { showNotification: async (...args: unknown[]) => void shown.push(args) },
    clients: { matchAll: async () => pages, openWindow: async (to: string) => void opened.push(to) },
  };
  runInNewContext(SCRIPT, { self });
  const happen = async (kind: string, event: object) => {
    let done: Promise<unknown> = Promise.resolve();
    heard.get(kind)?.({ ...event, waitUntil: (until: Promise<unknown>) => (done = until) });
    await done;
  };
  return { happen, shown, opened };
}

test('what was pushed is shown as it was said, and something even where nothing was', async () => {
  const { happen, shown } = worker();
  await happen('push', { data: { json: () => ({ title: '【连心桥】2 条通知：紧急民情 2 条', count: 2 }) } });
  await happen('push', { data: null });
  expect(shown.map(([title]) => title)).toEqual(['【连心桥】2 条通知：紧急民情 2 条', '连心桥']);
});

test('a tap opens the list, in the page that is there or in a new one', async () => {
  const gone: string[] = [];
  const page = { navigate: async (to: string) => void gone.push(to), focus: async () => {} };
  const notification = { close: () => gone.push('closed') };
  await worker([page]).happen('notificationclick', { notification });
  expect(gone).toEqual(['closed', '/notifications']);
  const { happen, opened } = worker();
  await happen('notificationclick', { notification });
  expect(opened).toEqual(['/notifications']);
});

test('the service worker brings it along', () => {
  expect(CONFIG).toMatch(/importScripts: \[[^\]]*'\/push\.js'/);
});
