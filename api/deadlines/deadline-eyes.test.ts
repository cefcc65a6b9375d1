import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { asking } from '../testing/answers.ts';
import { type Fixture, startFixture, UNITS } from '../testing/fixture.ts';
import { startServer, type TestServer } from '../testing/server.ts';
import { NAME_STAND_IN, standIn, standingIn } from '../testing/standing-in.ts';
import { owed } from './deadline.testing.ts';

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

const REQUEST =
  'mutation ($id: ID!, $version: Int!) { requestExtension(id: $id, version: $version, days: 5, reason: "水源地勘测尚未完成，需要再等专家意见") { id version } }';
const APPROVE = 'mutation ($id: ID!, $version: Int!) { approveExtension(id: $id, version: $version) { state } }';

test('whoever asks for more time as a stand-in does not decide on it in their own name, and another does', async () => {
  const run = asking(fixture);
  const { id } = await owed(fixture, 'county', { unitCode: UNITS.water });
  await run('admin', NAME_STAND_IN, standIn('bureau', 'bureauHead'));
  const { ask } = await standingIn(server, 'bureauHead', 'bureau');
  const asked = await ask(REQUEST, { id, version: 1 });
  expect(asked).toMatchObject({ version: 2 });
  expect(await run('bureauHead', APPROVE, asked)).toMatchObject({ unmet: ['fourEyes'] });
  await fixture.admin.query('update stand_in set ended_at = now()');
  await fixture.admin.query(
    `insert into post (county_code, id, person_id, person_name, role, unit_code, area_code, capacity, valid_from)
     select county_code, gen_random_uuid(), person_id, person_name, 'TOWNSHIP_LEADER', $1, $1, 'IN_CHARGE', '2020-01-01' from post where person_name = '测试·analyst'`,
    [UNITS.water],
  );
  const token = await server.signIn('analyst');
  const post = async (query: string, variables: object) =>
    (await server.post({ query, variables }, { authorization: `Bearer ${token}` })).body;
  const { rows } = await fixture.admin.query(
    `select id from post where person_name = '测试·analyst' and unit_code = $1`,
    [UNITS.water],
  );
  await post('mutation ($post: ID!) { choosePost(post: $post) { level } }', { post: rows[0].id });
  expect((await post(APPROVE, asked)).data).toEqual({ approveExtension: { state: 'EXTENDED' } });
});
