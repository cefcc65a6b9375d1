import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays } from '@lxq/schema/calendar.ts';
import { type Account, type Fixture, startFixture } from '../testing/fixture.ts';
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
