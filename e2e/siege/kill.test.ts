import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { ask, clusterOfTests, type Platform, signIn, startPlatform } from '../platform.ts';
import { type Draft, makeDraft, sendAll } from './sending.ts';

const COUNT = 1_000;
let platform: Platform;
let token: string;
let place: string;
let topic: string;
beforeAll(async () => {
  platform = await startPlatform();
  token = await signIn(platform.url, 'officer');
  const { data } = await ask<any>(
    platform.url,
    token,
    '{ viewer { post { area { code } } } terms(kind: TOPIC) { code parentCode isProblem isActive } }',
  );
  place = data.viewer.post.area.code;
  topic = data.terms.find((term: any) => term.isActive && term.parentCode && term.isProblem).code;
}, 120_000);
afterAll(() => platform.stop());

/** Every acknowledged report is there, every draft once. */
async function expectEachOnce(drafts: Draft[], receipts: Map<string, string>): Promise<void> {
  const client = new pg.Client(platform.adminUrl);
  await client.connect();
  const { rows } = await client.query('select id, client_id from report where client_id = any($1)', [
    drafts.map((draft) => draft.clientId),
  ]);
  const audit = await client.query(
    `select count(*)::int as n from audit where deed = 'submit' and subject_id = any($1)`,
    [rows.map((row) => row.id)],
  );
  const events = await client.query(
    `select count(*)::int as n, count(distinct n)::int as numbers, max(n) - min(n) + 1 as span from event where subject_id = any($1)`,
    [rows.map((row) => row.id)],
  );
  const tallies = await client.query('select coalesce(sum(rows_wrong), 0)::int as wrong from app.rebuild_tallies()');
  await client.end();
  expect(tallies.rows).toEqual([{ wrong: 0 }]); // whatever fold was cut off
  expect(receipts.size).toBe(drafts.length);
  expect(rows).toHaveLength(drafts.length);
  expect(new Map(rows.map((row) => [row.client_id, row.id]))).toEqual(receipts);
  expect([audit.rows[0].n, events.rows[0].n, events.rows[0].numbers]).toEqual([
    drafts.length,
    drafts.length,
    drafts.length,
  ]);
}

async function siege(atReceipt: number, strike: () => Promise<void>): Promise<void> {
  const drafts = Array.from({ length: COUNT }, (_, n) => makeDraft(place, topic, n));
  let struck: Promise<void> | undefined;
  const receipts = await sendAll(platform.url, token, drafts, (count) => {
    if (count >= atReceipt) struck ??= strike();
  });
  await struck;
  expect(struck).toBeDefined();
  await expectEachOnce(drafts, receipts);
}

test('killing the api in the middle of 1,000 submissions loses no acknowledged report and makes none twice', async () => {
  const [api] = platform.apis;
  await siege(300, async () => {
    await api?.kill();
    await api?.restart();
  });
}, 180_000);

test('killing postgres in the middle of 1,000 submissions loses no acknowledged report and makes none twice', async () => {
  await siege(300, async () => {
    const pid = Number(
      (await readFile(path.join(clusterOfTests().folder, 'pg', 'postmaster.pid'), 'utf8')).split('\n')[0],
    );
    process.kill(pid, 'SIGKILL'); // the cluster's keeper starts it again on the same port
  });
}, 180_000);
