import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import pg from 'pg';
import { type Fixture, startFixture, submitted } from '../testing/fixture.ts';
import { startServer, type TestServer } from '../testing/server.ts';

let fixture: Fixture;
let server: TestServer;
beforeAll(async () => {
  fixture = await startFixture();
  server = await startServer(fixture);
  await submitted(fixture, 'officer');
});
afterAll(async () => {
  await server.stop();
  await fixture.close();
});

const TABLE = '{ table(table: { measures: ["households"], rows: [TOWNSHIP], columns: [] }) { cells { values } } }';
const running = async (): Promise<number> =>
  (
    await fixture.admin.query(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and state = 'active' and query like 'select grouping%'`,
    )
  ).rows[0].n;
async function until(count: number, ms: number): Promise<boolean> {
  for (let left = ms; left > 0; left -= 50) {
    if ((await running()) === count) return true;
    await sleep(50);
  }
  return false;
}

test('a statement whose asker has gone is ended, and the next is answered', async () => {
  const headers = { 'content-type': 'application/json', authorization: `Bearer ${await server.signIn('analyst')}` };
  const holder = new pg.Client(fixture.adminUrl);
  await holder.connect();
  await holder.query('begin; lock table report in access exclusive mode');
  const leaving = new AbortController();
  const asked = fetch(`${server.address}/graphql`, {
    ...{ method: 'POST', headers, body: JSON.stringify({ query: TABLE }), signal: leaving.signal },
  });
  expect(await until(1, 2_000)).toBe(true);
  leaving.abort();
  await expect(asked).rejects.toThrow();
  expect(await until(0, 1_500)).toBe(true); // its lock would be waited for three seconds
  await holder.end();
  const { body } = await server.post({ query: TABLE }, headers);
  expect(body.data.table.cells).toHaveLength(2);
});
