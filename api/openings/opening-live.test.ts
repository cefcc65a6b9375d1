import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Account, type Fixture, startFixture, submitted, UNITS } from '../testing/fixture.ts';
import { startServer, type TestServer } from '../testing/server.ts';
import * as desk from './opening.testing.ts';
import { APPROVE, as, asking, OPEN, REQUEST } from './opening.testing.ts';

let fixture: Fixture;
let server: TestServer;
beforeAll(async () => {
  fixture = await startFixture();
  await desk.staffDesk(fixture);
  server = await startServer(fixture);
});
afterAll(async () => {
  await server.stop();
  await fixture.close();
});

const CHANGES =
  'subscription ($after: Cursor) { changes(after: $after) { kind reportId report { no reporter { name code } } } }';
async function listen(account: Account, after: string) {
  const client = server.socket(await server.signIn(account));
  const heard: any[] = [];
  client.subscribe<any>(
    { query: CHANGES, variables: { after } },
    { next: ({ data }) => data && heard.push(data.changes), error: () => {}, complete: () => {} },
  );
  return { heard, stop: () => client.dispose() };
}
async function until(met: () => boolean): Promise<void> {
  for (const end = Date.now() + 10_000; !met(); ) {
    if (Date.now() > end) throw new Error('it did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test('the desk hears live that a request waits and what comes of it, nobody else does, and no news holds the name', async () => {
  const report = await desk.accusation(fixture);
  const after = (await fixture.run<any>('discipline', '{ cursor }')).data.cursor;
  const accounts = ['discipline', 'county', 'leader', 'clerk', 'head', 'officer'] as const;
  const listeners = await Promise.all(accounts.map((account) => listen(account, after)));
  const { requestIdentity } = await as(fixture, 'second', REQUEST, asking(report, UNITS.willow));
  const { id } = requestIdentity;
  for (const clerk of ['discipline', 'third'] as const) await as(fixture, clerk, APPROVE, { id });
  expect((await as(fixture, 'second', OPEN, { id })).openIdentity.name).toBe('测试·officer');
  // Told to all of them, and after the others: whoever has heard it has heard all that is theirs.
  const last = await submitted(fixture, 'officer');
  await until(() => listeners.every(({ heard }) => heard.at(-1)?.reportId === last));
  const [desks, ...others] = listeners.map(({ heard }) => heard.slice(0, -1));
  expect(desks?.map(({ kind, reportId }) => [kind, reportId])).toEqual(
    ['IDENTITY_REQUESTED', 'IDENTITY_APPROVED', 'IDENTITY_APPROVED', 'IDENTITY_OPENED'].map((kind) => [kind, report]),
  );
  expect(JSON.stringify(desks)).not.toContain('测试·officer');
  for (const heard of others) expect(heard).toEqual([]);
  await Promise.all(listeners.map(({ stop }) => stop()));
});
