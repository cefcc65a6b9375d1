import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays } from '@lxq/schema/calendar.ts';
import { type Account, type Fixture, PASSWORD, startFixture, submitted, UNITS } from '../testing/fixture.ts';
import { startServer, type TestServer } from '../testing/server.ts';

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
