import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Account, type Fixture, startFixture } from '../testing.ts';
import { startServer, type TestServer } from '../testing-server.ts';

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
