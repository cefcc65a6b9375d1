import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { letClockMove } from '@lxq/db/test-clock.ts';
import { ask } from '../../digests/digest.testing.ts';
import { moveClock } from '../../platform/scope/clock.ts';
import { asking } from '../../testing/answers.ts';
import type { Account, Fixture } from '../../testing/fixture.ts';
import { sendCode } from '../delivering/code.job.ts';
import {
  addChannel,
  CLEAN,
  laterOn,
  ledger,
  ringMany,
  SAVE,
  startKeeping,
  turn,
} from '../delivering/outside.testing.ts';
import { type Relay, startRelay } from '../delivering/relay.testing.ts';
import { spread } from '../delivering/spreading.ts';

/** Whose mailbox it is. */
let fixture: Fixture;
let said: ReturnType<typeof asking>;
let relay: Relay;
beforeAll(async () => {
  fixture = await startKeeping();
  said = asking(fixture);
  await letClockMove(fixture.admin);
});
beforeEach(async () => {
  relay = await startRelay();
});
afterEach(async () => {
  await relay.stop();
  await moveClock(fixture.admin, 0);
  await fixture.admin.query(CLEAN);
  await fixture.admin.query('delete from graphile_worker._private_jobs');
});
afterAll(() => fixture.close());

const MAIL = { kind: 'EMAIL', address: 'leader@example.cn' };
const VERIFY =
  'mutation ($id: ID!, $code: String!) { verifyChannel(id: $id, code: $code) { became channel { isVerified codeAt } } }';
const AGAIN = 'mutation ($id: ID!) { sendChannelCode(id: $id) { isVerified codeAt } }';
const becameOf = async (id: string, code: string) => (await said('leader', VERIFY, { id, code })).became;
/** What the queue does, and the code in the letter. */
async function codeIn(channel: string): Promise<string> {
  await sendCode(fixture.database, { county: fixture.rights('leader').countyCode, channel });
  return /验证码：(\d{4} \d{4})/.exec(relay.letters.at(-1)?.said ?? '')?.[1] ?? '';
}
const queued = async () =>
  (await fixture.admin.query(`select key from graphile_worker.jobs where task_identifier = 'send_code'`)).rows;
const wrong = (code: string) => code.replace(/\d$/, (digit) => String((Number(digit) + 1) % 10));

test('nothing rings at a mailbox before the code that was sent there is typed; what rang before does not come after', async () => {
  const id = await addChannel(fixture, 'leader', MAIL);
  expect(await queued()).toEqual([{ key: `code:${id}` }]);
  const code = await codeIn(id);
  await ringMany(fixture, 'leader', 1);
  await spread(fixture.database);
  expect(await ledger(fixture, id)).toEqual([]);
  expect(await said('leader', 'mutation ($id: ID!) { tryChannel(id: $id) }', { id })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await becameOf(id, wrong(code))).toBe('WRONG');
  expect(await said('leader', VERIFY, { id, code })).toMatchObject({
    ...{ became: 'VERIFIED', channel: { isVerified: true, codeAt: null } },
  });
  await ringMany(fixture, 'leader', 2);
  await spread(fixture.database);
  await turn(fixture, id);
  expect(await ledger(fixture, id)).toEqual(['SENT 1', 'SENT 1']);
  expect(relay.letters).toHaveLength(2);
});

test('said again, or by several at once, it is verified all the same; a robot has nothing to verify', async () => {
  const id = await addChannel(fixture, 'leader', MAIL);
  const code = await codeIn(id);
  const first = await Promise.all(Array.from({ length: 5 }, () => becameOf(id, code)));
  expect(first).toEqual(Array(5).fill('VERIFIED'));
  expect(await said('leader', VERIFY, { id, code })).toMatchObject({
    became: 'VERIFIED',
    channel: { isVerified: true },
  });
  const robot = await addChannel(fixture, 'leader', {
    kind: 'WECOM',
    address: 'https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=k',
  });
  expect(await said('leader', VERIFY, { id: robot, code })).toMatchObject({ code: 'NOT_FOUND' });
});

test('the code is kept nowhere as it is, and typed in halves or wide digits it is the same', async () => {
  const id = await addChannel(fixture, 'leader', MAIL);
  const code = (await codeIn(id)).replace(' ', '');
  expect(code).toMatch(/^\d{8}$/);
  const { rows } = await fixture.admin.query(
    `select (select c::text from notification_channel c) || (select coalesce(string_agg(j::text, ''), '') from graphile_worker._private_jobs j) as kept`,
  );
  expect(rows[0].kept).not.toContain(code);
  const wide = [...code].map((digit) => String.fromCodePoint(0xff10 + Number(digit))).join('');
  expect(await becameOf(id, `${wide.slice(0, 4)} - ${wide.slice(4)}`)).toBe('VERIFIED');
});

test('five tries and no more, however many come at once; a wrong one counts though nothing else of it is kept', async () => {
  const id = await addChannel(fixture, 'leader', MAIL);
  const code = await codeIn(id);
  for (const none of ['', '1234', '一二三四五六七八', `${code}0`]) expect(await becameOf(id, none)).toBe('WRONG');
  const became = await Promise.all(Array.from({ length: 7 }, () => becameOf(id, wrong(code))));
  expect(became.toSorted()).toEqual([...Array(2).fill('SPENT'), ...Array(5).fill('WRONG')]);
  expect(await becameOf(id, code)).toBe('SPENT');
  await laterOn(fixture);
  expect(await said('leader', AGAIN, { id })).toMatchObject({ isVerified: false });
  expect(await becameOf(id, code)).toBe('WRONG'); // that was another
  expect(await becameOf(id, await codeIn(id))).toBe('VERIFIED');
});

test('who types a code asks for nothing else: no other answer tells of it while the try is taken back', async () => {
  const id = await addChannel(fixture, 'leader', MAIL);
  const code = await codeIn(id);
  for (const beside of [
    'tryChannel(id: $id)',
    'sendChannelCode(id: $id) { id }',
    'again: verifyChannel(id: $id, code: $code) { became }',
    '... on Mutation { tryChannel(id: $id) }',
  ]) {
    const both = `mutation ($id: ID!, $code: String!) { verifyChannel(id: $id, code: $code) { became } ${beside} }`;
    const said_ = async (typed: string) => JSON.stringify(await fixture.run('leader', both, { id, code: typed }));
    expect(await said_(code)).toBe(await said_(wrong(code)));
  }
  expect(await becameOf(id, code)).toBe('VERIFIED');
});

test('a code is good for half an hour', async () => {
  const id = await addChannel(fixture, 'leader', MAIL);
  const code = await codeIn(id);
  await moveClock(fixture.admin, 29 * 60_000);
  expect(await becameOf(id, wrong(code))).toBe('WRONG');
  await moveClock(fixture.admin, 31 * 60_000);
  expect(await becameOf(id, code)).toBe('EXPIRED');
  relay.letters.length = 0;
  expect(await codeIn(id)).toBe(''); // nor is it sent then
});

test('somebody has one code a minute sent, to whichever mailbox they name, and removing one buys nothing', async () => {
  const id = await addChannel(fixture, 'leader', MAIL);
  expect(await said('leader', AGAIN, { id })).toMatchObject({ code: 'BAD_INPUT', field: 'id' });
  const other = await addChannel(fixture, 'leader', { ...MAIL, address: 'another@example.cn' });
  await fixture.run('leader', SAVE, { settings: { remove: [id] } });
  const anew = await addChannel(fixture, 'leader', MAIL);
  expect(await queued()).toHaveLength(1);
  for (const mailbox of [other, anew]) {
    expect(await said('leader', AGAIN, { id: mailbox })).toMatchObject({ code: 'BAD_INPUT' });
    expect(await becameOf(mailbox, '00000000')).toBe('EXPIRED');
  }
  expect(await addChannel(fixture, 'leader2', MAIL)).toEqual(expect.any(String));
  expect(await queued()).toHaveLength(2);
  await laterOn(fixture);
  expect((await said('leader', AGAIN, { id: anew })).codeAt).not.toBeNull();
});

test('another’s mailbox is not there: neither to verify nor to have a code sent to', async () => {
  const id = await addChannel(fixture, 'leader', MAIL);
  const code = await codeIn(id);
  await laterOn(fixture);
  for (const account of ['leader2', 'county', 'foreignClerk'] as const) {
    expect(await said(account, VERIFY, { id, code })).toMatchObject({ code: 'NOT_FOUND' });
    expect(await said(account, AGAIN, { id })).toMatchObject({ code: 'NOT_FOUND' });
  }
  for (const bad of ['no id', id.replace(/.$/, (last) => (last === '0' ? '1' : '0'))])
    expect(await said('leader', VERIFY, { id: bad, code })).toMatchObject({ code: 'NOT_FOUND' });
});

test('nobody says of their own mailbox that it is verified, in SQL neither', async () => {
  const id = await addChannel(fixture, 'leader', MAIL);
  for (const change of [
    'verified_at = now()',
    `code_hash = 'x'`,
    'code_at = now(), code_tries = 0',
    `kind = 'WECOM'`,
    `mark = 'x'`,
  ]) {
    const scope = fixture.scope('leader');
    const text = `update notification_channel set ${change} where id = '${id}'`;
    await expect(scope.rows(text)).rejects.toMatchObject({ code: '42501' });
    await scope.end('rollback');
  }
});

test('no level makes a code of its own, nor one for whom they stand in for', async () => {
  const said_ = async (account: Account, text: string) => {
    const scope = fixture.scope(account);
    await scope.rows(text).catch(() => undefined);
    await scope.end('commit').catch(() => undefined);
  };
  for (const account of ['officer', 'head', 'clerk', 'county', 'leader', 'discipline'] as const) {
    const id = await addChannel(fixture, account, { ...MAIL, address: `${account}@example.cn` });
    for (const text of [
      `select app.ask_code('${id}', '0 seconds')`,
      `select app.keep_code(app.county(), '${id}', (select code_at from notification_channel where id = '${id}'), 'x')`,
      `select app.try_code('${id}', 'x', '1 day', 1000)`,
      `select app.try_code('${id}', null, '1 day', 1000)`,
    ])
      await said_(account, text);
  }
  const { rows } = await fixture.admin.query('select from notification_channel where verified_at is null');
  expect(rows).toHaveLength(6);
});

test('who refuses the letter ends the mailbox, who only waits is asked again by the queue', async () => {
  const id = await addChannel(fixture, 'leader', MAIL);
  relay.refusal = 451;
  await expect(codeIn(id)).rejects.toThrow('waits');
  relay.refusal = 550;
  await codeIn(id);
  const { channels } = await ask(fixture, 'leader', '{ channels { channels { endedWhy isVerified } } }');
  expect(channels.channels).toEqual([{ endedWhy: '对方拒收', isVerified: false }]);
  expect(await said('leader', AGAIN, { id })).toMatchObject({ code: 'NOT_FOUND' });
});
