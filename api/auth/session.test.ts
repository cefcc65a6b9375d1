import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays } from '@lxq/schema/calendar.ts';
import { type Account, type Fixture, PASSWORD, startFixture, submitted, UNITS } from '../testing/fixture.ts';
import { RawClient, startServer, type TestServer } from '../testing/server.ts';

let fixture: Fixture;
let server: TestServer;
beforeAll(async () => {
  fixture = await startFixture();
  server = await startServer(fixture);
});
afterAll(async () => {
  await server.stop();
  await fixture.close();
});

async function levelOf(account: Account): Promise<string | null> {
  const authorization = `Bearer ${await server.signIn(account)}`;
  const { body } = await server.post({ query: '{ viewer { post { leaderLevel } } }' }, { authorization });
  return body.data.viewer.post.leaderLevel;
}

test('a leader’s post says whether it is of the city or the county, any other post says nothing', async () => {
  const { postId } = fixture.rights('leader2');
  await fixture.admin.query(`update post set leader_level = 'CITY' where id = $1`, [postId]);
  expect(await levelOf('leader2')).toBe('CITY');
  await fixture.admin.query('update post set leader_level = null where id = $1', [postId]);
  expect(await levelOf('leader2')).toBe('COUNTY');
  expect(await levelOf('officer')).toBeNull();
});

test('a post is in force by the county’s day, wherever the database’s clock stands', async () => {
  const { postId } = fixture.rights('head');
  const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
  const isInForce = async (zone: string, from: string, to: string) => {
    await fixture.admin.query(`set timezone = '${zone}'`);
    await fixture.admin.query('update post set valid_from = $2, valid_to = $3 where id = $1', [postId, from, to]);
    return (await fixture.admin.query(`select 1 from app.session_find('{head}')`)).rowCount === 1;
  };
  const first = '2020-01-01';
  for (const zone of ['Etc/GMT+12', 'Pacific/Kiritimati', 'UTC']) {
    expect([zone, await isInForce(zone, first, today)]).toEqual([zone, true]);
    expect([zone, await isInForce(zone, first, addDays(today, -1))]).toEqual([zone, false]);
    expect([zone, await isInForce(zone, today, today)]).toEqual([zone, true]);
    expect([zone, await isInForce(zone, addDays(today, 1), '2190-01-01')]).toEqual([zone, false]);
  }
  await fixture.admin.query('reset timezone');
});

test('the cookie of a session is HttpOnly and SameSite, and the token is not in the database', async () => {
  const query =
    'mutation ($p: String!) { signIn(account: "clerk", password: $p) { token viewer { person { name } post { role unit { name } } } } }';
  const { headers, body } = await server.post({ query, variables: { p: PASSWORD } });
  const [device, session] = headers.getSetCookie();
  expect(session).toMatch(/^lxq_session=[\w-]+;.*HttpOnly; SameSite=Lax$/);
  expect(device).toMatch(/^lxq_devices=[\w.]+;.*HttpOnly; SameSite=Lax$/);
  expect(body.data.signIn.viewer).toEqual({
    person: { name: '测试·clerk' },
    post: { role: 'TOWNSHIP_CLERK', unit: { name: '东关镇' } },
  });
  const { rows } = await fixture.admin.query('select * from session');
  expect(JSON.stringify(rows)).not.toContain(body.data.signIn.token);
});

test('signing out everywhere ends every session, and rights are read anew at each request', async () => {
  const [one, two] = [await server.signIn('clerk2'), await server.signIn('clerk2')];
  const who = async (given: string) =>
    (await server.post({ query: '{ viewer { post { role } } }' }, { authorization: `Bearer ${given}` })).body.data
      .viewer;
  expect((await who(one)).post.role).toBe('TOWNSHIP_CLERK');
  await fixture.admin.query(`update post set role = 'TOWNSHIP_LEADER' where person_id = $1`, [
    fixture.rights('clerk2').personId,
  ]);
  expect((await who(one)).post.role).toBe('TOWNSHIP_LEADER');
  await server.post({ query: 'mutation { signOutEverywhere }' }, { authorization: `Bearer ${one}` });
  expect([await who(one), await who(two)]).toEqual([null, null]);
});

test('what is remembered of a session is never answered from: post, name and person count as they are now', async () => {
  await submitted(fixture, 'officer');
  const token = await server.signIn('townLeader');
  const headers = { authorization: `Bearer ${token}` };
  const ask = async () =>
    (
      await server.post(
        { query: '{ viewer { level person { name } } reports(first: 1) { edges { cursor } } }' },
        headers,
      )
    ).body;
  const alone = async () =>
    (await server.post({ query: '{ viewer { level person { name } } }' }, headers)).body.data?.viewer;
  const { personId } = fixture.rights('townLeader');
  expect((await ask()).data.viewer).toMatchObject({ level: 'TOWNSHIP' });
  await fixture.admin.query(
    `update post set role = 'VILLAGE_HEAD', unit_code = $2, area_code = $2 where person_id = $1`,
    [personId, UNITS.willow],
  );
  expect((await ask()).data).toMatchObject({ viewer: { level: 'VILLAGE' }, reports: { edges: [expect.anything()] } });
  await fixture.admin.query('update person set name = $2 where id = $1', [personId, '测试·改名']);
  expect(await alone()).toMatchObject({ person: { name: '测试·改名' } });
  await fixture.admin.query('update person set is_active = false where id = $1', [personId]);
  expect(await alone()).toBeNull();
  expect((await ask()).errors[0].extensions.code).toBe('UNAUTHENTICATED');
});

const ANDROID =
  'Mozilla/5.0 (Linux; Android 12; M2006C3LC) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Mobile Safari/537.36';
/** Signed in on a device that says this of itself. */
async function onDevice(account: Account, agent: string): Promise<string> {
  const query = 'mutation ($a: String!, $p: String!) { signIn(account: $a, password: $p) { token } }';
  const variables = { a: account.toLowerCase(), p: PASSWORD };
  return (await server.post({ query, variables }, { 'user-agent': agent })).body.data.signIn.token;
}
const asking = (token: string) => (query: string, variables?: object) =>
  server.post({ query, variables }, { authorization: `Bearer ${token}`, 'accept-language': 'zh-CN' });
const SESSIONS = '{ sessions { id device since seenAt isThis } }';
const END = 'mutation ($id: ID!) { endSession(id: $id) { id isThis } }';

test('after a lost phone its session is found by its device in words, ended from another, and its sockets close within 5 s', async () => {
  await fixture.admin.query('delete from session where person_id = $1', [fixture.rights('leader').personId]);
  const lost = await onDevice('leader', ANDROID);
  const desk = await onDevice(
    'leader',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/120.0 Safari/537.36 Edg/120.0',
  );
  const ask = asking(desk);
  const { sessions } = (await ask(SESSIONS)).body.data;
  expect(sessions).toMatchObject([
    { device: 'Windows 电脑 · Edge', isThis: true },
    { device: 'Android 手机 · Chrome', isThis: false },
  ]);
  const raw = await new RawClient().open(server, { token: lost });
  await raw.next('connection_ack');
  const begun = Date.now();
  expect((await ask(END, { id: sessions[1].id })).body.data.endSession).toEqual([{ id: sessions[0].id, isThis: true }]);
  expect((await raw.closed)[0]).toBe(4401);
  expect(Date.now() - begun).toBeLessThan(5_000);
  expect((await asking(lost)('{ viewer { level } }')).body.data.viewer).toBeNull();
  expect((await ask('{ viewer { level } }')).body.data.viewer).not.toBeNull();
  const { rows } = await fixture.admin.query('select * from session');
  expect(JSON.stringify(rows)).not.toMatch(/M2006C3LC|Chrome\/|127\.0\.0\.1/);
});

test('nobody sees or ends another’s session, and one that is not there is the same as another’s', async () => {
  const [own, others] = [asking(await onDevice('clerk', ANDROID)), asking(await onDevice('officer', ANDROID))];
  const [theirs] = (await others(SESSIONS)).body.data.sessions.filter(({ isThis }: { isThis: boolean }) => isThis);
  expect(JSON.stringify((await own(SESSIONS)).body.data.sessions)).not.toContain(theirs.id);
  const refused = async (id: string) => (await own(END, { id })).body.errors[0];
  expect((await refused(theirs.id)).extensions.code).toBe('NOT_FOUND');
  for (const id of ['01990000-0000-7000-8000-000000000009', 'nonsense'])
    expect(await refused(id)).toEqual(await refused(theirs.id));
  expect((await others('{ viewer { level } }')).body.data.viewer).not.toBeNull();
  expect((await server.post({ query: SESSIONS })).body.errors[0].extensions.code).toBe('UNAUTHENTICATED');
});

test('when a device was last seen is known to ten minutes', async () => {
  const ask = asking(await onDevice('clerk2', ANDROID));
  await fixture.admin.query(
    `update session set seen_at = now() - interval '3 days', created_at = now() - interval '9 days'`,
  );
  await ask('{ viewer { level } }');
  const look = async () => (await ask(SESSIONS)).body.data.sessions[0];
  // It is noted beside the answer.
  let seen = await look();
  for (let n = 0; n < 50 && Date.now() - Date.parse(seen.seenAt) > 60_000; n++) seen = await look();
  expect(Date.now() - Date.parse(seen.seenAt)).toBeLessThan(60_000);
  expect(Date.now() - Date.parse(seen.since)).toBeGreaterThan(8 * 86_400_000);
});
