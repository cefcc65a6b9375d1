import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { SMTPServer } from 'smtp-server';
import { useVaultKeys } from '../../platform/vault/vault.ts';
import { type Fixture, startFixture } from '../../testing/fixture.ts';
import { addChannel, allow, CLEAN, laterOn, ledger, ringMany, turn } from './outside.testing.ts';
import { spread } from './spreading.ts';

let fixture: Fixture;
let server: SMTPServer;
/** What the server says to a letter; none, and it takes it. */
let refusal: number | undefined;
const letters: { to: string[]; text: string }[] = [];
beforeAll(async () => {
  fixture = await startFixture();
  useVaultKeys([{ id: 'k1', key: Buffer.alloc(32, 3) }]);
  server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_address, _session, then) =>
      then(refusal ? Object.assign(new Error('not now'), { responseCode: refusal }) : null),
    onData: (stream, session, then) =>
      void text(stream).then((letter) => {
        letters.push({ to: session.envelope.rcptTo.map(({ address }) => address), text: letter });
        then();
      }),
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  allow([], { smtpUrl: `smtp://127.0.0.1:${port}`, smtpFrom: '连心桥 <lxq@example.cn>' });
});
afterEach(async () => {
  refusal = undefined;
  letters.length = 0;
  await fixture.admin.query(CLEAN);
});
afterAll(async () => {
  await new Promise<void>((done) => server.close(done));
  await fixture.close();
});

async function rung(): Promise<string> {
  const channel = await addChannel(fixture, 'leader', { kind: 'EMAIL', address: 'leader@example.cn' });
  await fixture.admin.query('update notification_channel set verified_at = now() where id = $1', [channel]);
  await ringMany(fixture, 'leader', 3);
  await spread(fixture.database);
  return channel;
}

test('one letter for all that waits, with a count and a link', async () => {
  const channel = await rung();
  await turn(fixture, channel);
  expect(letters).toMatchObject([{ to: ['leader@example.cn'] }]);
  const body = (letters[0]?.text ?? '').split('\r\n\r\n')[1] ?? '';
  const said = Buffer.from(body, 'base64').toString('utf8');
  expect(said.trim()).toBe('【连心桥】3 条通知：紧急民情 3 条\n请登录查看：https://report.example.cn/notifications');
  expect(await ledger(fixture, channel)).toEqual(['SENT 1', 'SENT 1', 'SENT 1']);
  await ringMany(fixture, 'leader', 1);
  await spread(fixture.database);
  await turn(fixture, channel);
  expect(letters).toHaveLength(1); // the next letter waits for a minute
});

test('a server that says 4xx is asked again, one that says 5xx is not', async () => {
  const channel = await rung();
  refusal = 451;
  await turn(fixture, channel);
  expect(new Set(await ledger(fixture, channel))).toEqual(new Set(['QUEUED UNREACHABLE 1']));
  await laterOn(fixture);
  refusal = 550;
  await turn(fixture, channel);
  expect(new Set(await ledger(fixture, channel))).toEqual(new Set(['FAILED REFUSED 2']));
  expect(letters).toEqual([]);
});

test('a server that is away is asked again', async () => {
  const channel = await rung();
  allow([], { smtpUrl: 'smtp://127.0.0.1:9', smtpFrom: 'lxq@example.cn' });
  await turn(fixture, channel);
  expect(new Set(await ledger(fixture, channel))).toEqual(new Set(['QUEUED UNREACHABLE 1']));
});
