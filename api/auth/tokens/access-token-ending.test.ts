import { hash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { TOKEN_SCOPES } from '@lxq/schema/access-tokens.ts';
import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { type Fixture, startFixture, submitted } from '../../testing/fixture.ts';
import { RawClient, startServer, type TestServer } from '../../testing/server.ts';
import { NAME_STAND_IN, standIn, standingIn } from '../../testing/standing-in.ts';
import { asking, bySocket, COUNTS, CREATE, codeOf, made, REPORTS, REVOKE, TOKENS } from './access-token.testing.ts';

let fixture: Fixture;
let server: TestServer;
beforeAll(async () => {
  fixture = await startFixture();
  server = await startServer(fixture);
  await submitted(fixture, 'officer');
  await submitted(fixture, 'otherOfficer');
});
afterAll(async () => {
  await server.stop();
  await fixture.close();
});
afterEach(async () => {
  await fixture.admin.query('delete from access_token');
  await fixture.admin.query('delete from session where token_scopes is not null');
});

test('one that is over, forged or unknown reads nothing', async () => {
  const { secret, token } = await made(fixture, 'analyst', TOKEN_SCOPES, dayOf(new Date()));
  const ask = asking(server, secret);
  expect(codeOf(await ask(REPORTS))).toBe('OK');
  for (const table of ['session', 'access_token'])
    await fixture.admin.query(`update ${table} set expires_at = now() - interval '1 second' where token_hash = $1`, [
      hash('sha256', secret),
    ]);
  expect(codeOf(await ask(REPORTS))).toBe('UNAUTHENTICATED');
  expect(codeOf(await bySocket(server, secret, { query: REPORTS }))).toBe('UNAUTHENTICATED');
  expect(codeOf(await asking(server, `${secret.slice(0, -1)}${secret.endsWith('A') ? 'B' : 'A'}`)(REPORTS))).toBe(
    'UNAUTHENTICATED',
  );
  const { data } = await fixture.run<any>('analyst', TOKENS);
  expect(data.tokens).toMatchObject([{ id: token.id, state: 'EXPIRED' }]);
});

test('its owner ends one at once, with its sockets; nobody ends or sees another’s', async () => {
  const { secret, token } = await made(fixture, 'analyst');
  const raw = await new RawClient().open(server, { token: secret });
  await raw.next('connection_ack');
  expect(codeOf(await asking(server, secret)(REPORTS))).toBe('OK');
  const refused = async (id: string) => (await fixture.run<any>('county', REVOKE, { id })).errors?.[0]?.extensions.code;
  expect([await refused(token.id), await refused('nonsense')]).toEqual(['NOT_FOUND', 'NOT_FOUND']);
  expect((await fixture.run<any>('county', TOKENS)).data.tokens).toEqual([]);
  const another = fixture.scope('county');
  expect(await another.row('select app.revoke_token($1) as ended', [token.id])).toEqual({ ended: false });
  await another.end('commit');
  const begun = Date.now();
  const { data } = await fixture.run<any>('analyst', REVOKE, { id: token.id });
  expect(data.revokeToken).toEqual({ id: token.id, state: 'ENDED' });
  expect(codeOf(await asking(server, secret)(REPORTS))).toBe('UNAUTHENTICATED');
  expect((await raw.closed)[0]).toBe(4401);
  expect(Date.now() - begun).toBeLessThan(5_000);
  expect((await fixture.run<any>('analyst', REVOKE, { id: token.id })).errors?.[0]?.extensions.code).toBe('NOT_FOUND');
});

test('a token outlives the sign-out of one device, and ends with signing out everywhere', async () => {
  const { secret } = await made(fixture, 'county2');
  const [one, two] = [await server.signIn('county2'), await server.signIn('county2')];
  await asking(server, one)('mutation { signOut }');
  expect(codeOf(await asking(server, secret)(COUNTS))).toBe('OK');
  const { sessions } = (await asking(server, two)('{ sessions { id } }')).data;
  expect(sessions).toHaveLength(2); // the fixture's and this one: a token is no device
  await asking(server, two)('mutation { signOutEverywhere }');
  expect(codeOf(await asking(server, secret)(COUNTS))).toBe('UNAUTHENTICATED');
});

test('a token has the rights that its post gives today, and none once the post or its holder has ended', async () => {
  const { secret } = await made(fixture, 'clerk2');
  const { postId, personId } = fixture.rights('clerk2');
  const level = async () =>
    (await asking(server, secret)('{ viewer { post { role } } }')).data?.viewer?.post.role ?? null;
  const become = (role: string) => fixture.admin.query('update post set role = $2 where id = $1', [postId, role]);
  expect(await level()).toBe('TOWNSHIP_CLERK');
  await become('TOWNSHIP_LEADER');
  expect(await level()).toBe('TOWNSHIP_LEADER');
  await become('DISCIPLINE_CLERK'); // whose matters leave by no program
  expect(codeOf(await asking(server, secret)('{ viewer { level } }'))).toBe('FORBIDDEN');
  await become('TOWNSHIP_CLERK');
  await fixture.admin.query('update person set is_active = false where id = $1', [personId]);
  expect(await level()).toBeNull();
  await fixture.admin.query('update person set is_active = true where id = $1', [personId]);
  expect(await level()).toBe('TOWNSHIP_CLERK');
  await fixture.admin.query('update post set valid_to = $2 where id = $1', [postId, addDays(dayOf(new Date()), -1)]);
  expect(await level()).toBeNull();
  await fixture.admin.query('update post set valid_to = null where id = $1', [postId]);
});

test('how long one lasts: 90 days where nobody says, a year at most, and not from before today', async () => {
  const today = dayOf(new Date());
  const on = async (day?: string) => {
    const { data, errors } = await fixture.run<any>('analyst', CREATE, { name: '程序', scopes: ['TABLES'], on: day });
    return errors?.[0]?.extensions.field ?? data.createToken.token.expiresOn;
  };
  expect(await on()).toBe(addDays(today, 90));
  expect(await on(addDays(today, 365))).toBe(addDays(today, 365));
  expect([await on(addDays(today, 366)), await on(addDays(today, -1))]).toEqual(['expiresOn', 'expiresOn']);
  for (const [field, wanted] of [
    ['name', { name: ' ', scopes: ['TABLES'] }],
    ['scopes', { name: '程序', scopes: [] }],
  ] as const)
    expect((await fixture.run<any>('analyst', CREATE, wanted)).errors?.[0]?.extensions.field).toBe(field);
});

test('nobody has more than ten, nor makes one as a stand-in; officers, leaders and the discipline desk make none', async () => {
  for (let i = 0; i < LIMITS.token.perPerson; i++) await made(fixture, 'director', ['TABLES']);
  await expect(made(fixture, 'director')).rejects.toMatchObject({ extensions: { field: 'tokens' } });
  for (const account of ['officer', 'leader', 'discipline', 'admin', 'head'] as const)
    await expect(made(fixture, account)).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN' } });
  await fixture.run('townLeader', NAME_STAND_IN, standIn('townLeader', 'clerk'));
  const { ask, chosen } = await standingIn(server, 'clerk', 'townLeader');
  expect(chosen).toEqual({ level: 'TOWNSHIP' });
  const { token } = await made(fixture, 'townLeader');
  expect(await ask(TOKENS)).toEqual({});
  expect(await ask(CREATE, { name: '程序', scopes: ['TABLES'] })).toMatchObject({ field: 'tokens' });
  expect((await ask(REVOKE, { id: token.id })).code).toBe('NOT_FOUND');
});
