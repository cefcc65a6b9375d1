import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import pg from 'pg';
import { readEnv } from '../env.ts';
import { type RunningApi, startApi } from '../main.ts';
import { type Account, type Fixture, PASSWORD, startFixture } from '../testing/fixture.ts';

let fixture: Fixture;
let api: RunningApi;
beforeAll(async () => {
  fixture = await startFixture();
  // Each request says where it comes from, as a proxy would.
  api = await startApi(
    readEnv({ PORT: '0', LOG_LEVEL: 'silent', DATABASE_POOL: '24', TRUST_PROXY: '1', WORK_PER_SECOND: '1000000' }),
    fixture.appUrl,
  );
});
afterAll(async () => {
  await api.stop();
  await fixture.close();
});
beforeEach(() => fixture.admin.query('delete from sign_in_failure'));

interface Try {
  account: Account | string;
  password?: string;
  address?: string;
  cookie?: string;
  device?: string;
}
const SIGN_IN =
  'mutation ($account: String!, $password: String!, $device: String) { signIn(account: $account, password: $password, device: $device) { token device } }';

async function signIn({ account, password = PASSWORD, address = '192.0.2.1', cookie, device }: Try) {
  const response = await fetch(`${api.address}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-forwarded-for': address, ...(cookie && { cookie }) },
    body: JSON.stringify({ query: SIGN_IN, variables: { account, password, device } }),
  });
  const { data, errors } = (await response.json()) as any;
  const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0]);
  return { code: errors ? errors[0].extensions.code : 'IN', said: data?.signIn, cookie: cookies.join('; '), response };
}
const guess = (change: Try) => signIn({ password: 'guess guess', ...change });
/** No more at once than one address may have running: who waits longer than five seconds is told to come back. */
async function guesses(count: number, of: (i: number) => Try, atOnce = 5): Promise<Record<string, number>> {
  const codes: Record<string, number> = {};
  for (let from = 0; from < count; from += atOnce) {
    const batch = Array.from({ length: Math.min(atOnce, count - from) }, (_, i) => guess(of(from + i)));
    for (const { code } of await Promise.all(batch)) codes[code] = (codes[code] ?? 0) + 1;
  }
  return codes;
}

test('of 300 guesses at one account from 60 addresses a hundred are judged, at once or one after the other', async () => {
  const codes = await guesses(300, (i) => ({ account: 'director', address: `198.51.100.${i % 60}` }), 20);
  expect(codes).toEqual({ UNAUTHENTICATED: 100, BUSY: 200 });
  expect(await signIn({ account: 'director', address: '203.0.113.9' })).toMatchObject({ code: 'BUSY' });
}, 60_000);

test('a device that has signed in to the account is delayed by nobody else’s guesses, by its cookie or by what a program sends', async () => {
  const known = await signIn({ account: 'leader' });
  expect(known.code).toBe('IN');
  await guesses(120, (i) => ({ account: 'leader', address: `198.51.100.${i % 60}` }));
  await guesses(10, () => ({ account: 'leader', address: '192.0.2.1' })); // from its own address too
  expect(await signIn({ account: 'leader' })).toMatchObject({ code: 'BUSY' });
  expect(await signIn({ account: 'leader', cookie: known.cookie })).toMatchObject({ code: 'IN' });
  expect(await signIn({ account: 'leader', device: known.said.device })).toMatchObject({ code: 'IN' });
}, 60_000);

test('a mark is good for its own account alone, unforged, and slows its own device down', async () => {
  const { said } = await signIn({ account: 'county' });
  const mark = said.device as string;
  await guesses(120, (i) => ({ account: 'county', address: `198.51.100.${i % 60}` }));
  await guesses(120, (i) => ({ account: 'county2', address: `198.51.100.${i % 60}` }));
  const forged = [
    mark.replace(/^\d+/, (day) => `${Number(day) + 1}`),
    mark.slice(0, -1) + (mark.endsWith('0') ? '1' : '0'),
  ];
  for (const device of [...forged, 'x', '1.2.3', `99999999999.${'0'.repeat(16)}.${'0'.repeat(32)}`])
    expect([device, (await signIn({ account: 'county', device })).code]).toEqual([device, 'BUSY']);
  expect((await signIn({ account: 'county2', device: mark })).code).toBe('BUSY');
  const own = await guesses(20, () => ({ account: 'county', device: mark, address: '203.0.113.7' }));
  expect(own).toEqual({ UNAUTHENTICATED: 5, BUSY: 15 });
}, 60_000);

test('whoever takes turns at one computer is known there under each account, and the newest five are kept', async () => {
  let cookie = '';
  for (const account of ['officer', 'officer2', 'head', 'clerk', 'clerk2', 'bureau'] as const) {
    const { code, ...answer } = await signIn({ account, cookie });
    expect(code).toBe('IN');
    cookie = answer.cookie;
  }
  expect(/lxq_devices=([^;]*)/.exec(cookie)?.[1]?.split('~')).toHaveLength(5);
  await guesses(120, (i) => ({ account: 'officer2', address: `198.51.100.${i % 60}` }));
  expect((await signIn({ account: 'officer2' })).code).toBe('BUSY');
  expect((await signIn({ account: 'officer2', cookie })).code).toBe('IN');
}, 60_000);

test('guesses at made-up accounts keep nobody of that address out', async () => {
  const codes = await guesses(80, (i) => ({ account: `nobody${i}`, address: '192.0.2.44' }));
  expect(codes).toEqual({ UNAUTHENTICATED: 80 });
  expect((await signIn({ account: 'analyst', address: '192.0.2.44' })).code).toBe('IN');
  // To whoever has guessed so much the second wrong try at an account is one too many.
  expect((await guess({ account: 'discipline', address: '192.0.2.44' })).code).toBe('UNAUTHENTICATED');
  expect((await guess({ account: 'discipline', address: '192.0.2.44' })).code).toBe('BUSY');
}, 60_000);

test('one address has five tries at an account, and an IPv6 address is its /64, an IPv4 address the same in IPv6', async () => {
  const blocks: ((i: number) => string)[] = [
    () => '192.0.2.50',
    (i) => `2001:db8:7:9::${i + 1}`,
    (i) => (i % 2 ? '::ffff:192.0.2.51' : '192.0.2.51'),
  ];
  for (const [n, address] of blocks.entries()) {
    const account = ['townLeader', 'otherClerk', 'poplarOfficer'][n]?.toLowerCase() as string;
    expect(await guesses(12, (i) => ({ account, address: address(i) }))).toEqual({ UNAUTHENTICATED: 5, BUSY: 7 });
    expect((await signIn({ account, address: '203.0.113.20' })).code).toBe('IN');
  }
}, 60_000);

test('an account that is not there answers like one that is: it waits after as many tries', async () => {
  const [there, gone] = [
    await guesses(9, () => ({ account: 'admin', address: '192.0.2.60' })),
    await guesses(9, () => ({ account: 'admin-of-nowhere', address: '192.0.2.60' })),
  ];
  expect(gone).toEqual(there);
});

test('signing in anew ends the session that the browser had', async () => {
  const first = await signIn({ account: 'otherofficer' });
  const who = async (token: string) => {
    const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` };
    const body = JSON.stringify({ query: '{ viewer { level } }' });
    const answer = await fetch(`${api.address}/graphql`, { method: 'POST', headers, body });
    return ((await answer.json()) as any).data.viewer;
  };
  const elsewhere = await signIn({ account: 'otherofficer' });
  const second = await signIn({ account: 'head', cookie: first.cookie });
  expect(await Promise.all([first, elsewhere, second].map(({ said }) => who(said.token)))).toEqual([
    null,
    { level: 'OFFICER' },
    { level: 'VILLAGE' },
  ]);
});

test('the door hands out no hash, opens no session without one, and counts whoever asks it past the server', async () => {
  const door = new pg.Client({ connectionString: fixture.appUrl, options: '-c role=at_door' });
  await door.connect();
  try {
    await expect(door.query('select * from login')).rejects.toMatchObject({ code: '42501' });
    await expect(door.query('select * from app.door_key')).rejects.toMatchObject({ code: '42501' });
    const salt = async (account: string) =>
      (await door.query(`select salt from app.sign_in_salt($1, '192.0.2.70', '{}')`, [account])).rows[0].salt as string;
    expect(await salt('foreignclerk')).toMatch(/^\$argon2id\$v=19\$m=1024,t=1,p=1\$[\w+/]{22}$/);
    expect(await salt('nobody')).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}$/);
    expect(await salt('nobody')).toBe(await salt('nobody'));
    expect(await salt('nobody')).not.toBe(await salt('nobody2'));
    const outcomes = [];
    for (let i = 0; i < 7; i++) {
      const { rows } = await door.query(
        `select wait > 0 as waits, mark from app.sign_in('foreignclerk', $1, '192.0.2.70', '{}', 'token', '1 hour', null, null)`,
        [`guess${i}`],
      );
      outcomes.push(rows[0]);
    }
    expect(outcomes).toEqual([
      ...Array(5).fill({ waits: false, mark: null }),
      ...Array(2).fill({ waits: true, mark: null }),
    ]);
    expect((await fixture.admin.query(`select from session where token_hash = 'token'`)).rowCount).toBe(0);
  } finally {
    await door.end();
  }
});
