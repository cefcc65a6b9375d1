import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Account, COUNTY, type Fixture, idOf, startFixture, UNITS } from '../../testing/fixture.ts';
import { startServer, type TestServer } from '../../testing/server.ts';
import { NAME_STAND_IN, standIn, standingIn } from '../../testing/standing-in.ts';
import { ACKNOWLEDGE, END, HELD, NAME, postOf, RANG, secretariesIn, WAITING } from './secretary.testing.ts';

let fixture: Fixture;
let server: TestServer;
let of: ReturnType<typeof secretariesIn>;
beforeAll(async () => {
  fixture = await startFixture();
  server = await startServer(fixture);
  of = secretariesIn(fixture);
});
afterAll(async () => {
  await server.stop();
  await fixture.close();
});
beforeEach(() => of.anew());

test('an alert of a report that is sealed is neither shown nor counted, and not acknowledged', async () => {
  await of.named();
  const report = await of.urgent();
  const id = await of.alertOf(report);
  await fixture.admin.query(`update alert set line = 'SEALED' where id = $1`, [id]);
  await fixture.admin.query(`update notification set line = 'SEALED' where subject_id = $1`, [report]);
  expect(await of.waitingFor('county')).toEqual({ waitingCount: 0, alerts: [] });
  expect(await of.run('county', ACKNOWLEDGE, { id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await of.run('county', RANG)).toMatchObject({ unreadCount: 0, edges: [] });
});

test('sealing takes what a secretary acknowledged out of the office’s sight, with its line in the audit', async () => {
  await of.named();
  const report = await of.urgent();
  const id = await of.alertOf(report);
  await of.run('county', ACKNOWLEDGE, { id });
  const ACCUSES = `select code from term where county_code = ${COUNTY} and kind = 'TOPIC' and is_accusation limit 1`;
  const scope = fixture.scope('county');
  await scope.rows(`select app.seal_report('${report}', (${ACCUSES}))`);
  await scope.end('commit');
  const { rows } = await fixture.admin.query(
    'select a.line, u.line as said from alert a join audit u on u.subject_id = a.id where a.id = $1',
    [id],
  );
  expect(rows).toEqual([{ line: 'SEALED', said: 'SEALED' }]);
});

test('ended, the secretary sees and acknowledges nothing more, and is rung no more; ended again it stays as it was', async () => {
  const { id: secretary } = await of.named();
  const id = await of.alertOf(await of.urgent());
  const { endedAt } = await of.run('leader', END, { id: secretary });
  expect(endedAt).toBeTruthy();
  expect((await of.run('leader', END, { id: secretary })).endedAt).toEqual(endedAt);
  expect(await of.run('county', ACKNOWLEDGE, { id })).toMatchObject({ code: 'NOT_FOUND' });
  expect((await of.waitingFor('county')).waitingCount).toBe(0);
  expect((await of.run('county', RANG)).unreadCount).toBe(0);
  await of.urgent();
  expect(await of.rang('county')).toHaveLength(1);
  expect(await of.run('leader', HELD)).toEqual({});
  expect(await of.named('leader', 'director')).toMatchObject({ endedAt: null });
});

const postIs = (account: Account, change: string) =>
  `update post set ${change} where id = '${idOf(`post/${account}`)}'`;
test.each<[string, string]>([
  ['the leader’s post', postIs('leader', 'valid_to = current_date - 2')],
  ['the secretary’s post', postIs('county', 'valid_to = current_date - 2')],
  ['the secretary’s time at the office', postIs('county', `unit_code = ${UNITS.east}`)],
  ['the post’s being a clerk’s', postIs('county', `role = 'ANALYST'`)],
  [
    'the secretary’s being somebody who works here',
    `update person set is_active = false where id = '${idOf('county')}'`,
  ],
])('it ends by itself with %s: nobody acknowledges, and nothing rings any more', async (_what, over) => {
  const { id } = await of.named();
  const alert = await of.alertOf(await of.urgent());
  await fixture.admin.query(over);
  const held = await fixture.admin.query('select app.secretary_holds($1, $2) as holds', [COUNTY, id]);
  expect(held.rows).toEqual([{ holds: false }]);
  await of.urgent();
  const told = await fixture.admin.query(`select id from notification where why = 'SECRETARY'`);
  expect(told.rows).toHaveLength(1); // of the first
  // At whatever post of theirs at the office they are signed in.
  const acknowledge = `update alert set acknowledged_at = now(), acted_by_id = app.person(), acted_by_name = '测试·county' where id = $1`;
  await fixture.admin.query('begin');
  await fixture.admin.query('select app.enter($1, $2, $3, $4)', ['COUNTY', COUNTY, UNITS.county, idOf('county')]);
  const { rowCount } = await fixture.admin.query(acknowledge, [alert]);
  await fixture.admin.query('rollback');
  expect(rowCount).toBe(0);
});

test('once it has ended by itself the leader names the next without ending it', async () => {
  await of.named();
  await fixture.admin.query(`update person set is_active = false where id = $1`, [idOf('county')]);
  expect(await of.run('leader', HELD)).toEqual({});
  expect(await of.named('leader', 'director')).toMatchObject({ person: { name: '测试·director' } });
});

test('who stands in for the leader names and ends nobody, and what they acknowledge says who acted', async () => {
  const { id: secretary } = await of.named();
  await of.run('admin', NAME_STAND_IN, standIn('leader', 'analyst'));
  const { ask } = await standingIn(server, 'analyst', 'leader');
  expect(await ask(END, { id: secretary })).toMatchObject({ unmet: ['inPerson'] });
  expect(await ask(NAME, postOf('director'))).toMatchObject({ unmet: ['inPerson'] });
  const id = await of.alertOf(await of.urgent());
  expect(await ask(ACKNOWLEDGE, { id })).toMatchObject({ actedBy: { name: '测试·analyst' } });
});

test('who stands in for the secretary acknowledges nothing: the leader has named the one, in person', async () => {
  await of.named();
  await of.run('admin', NAME_STAND_IN, standIn('county', 'analyst'));
  const { ask } = await standingIn(server, 'analyst', 'county');
  const id = await of.alertOf(await of.urgent());
  expect(await ask(WAITING)).toMatchObject({ waitingCount: 0, edges: [] });
  expect(await ask(ACKNOWLEDGE, { id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await ask(HELD)).toEqual({});
  // Nor do they know it instead of them, so that it would ring for the secretary no more.
  const [told] = await of.rang('county');
  expect(await ask(RANG)).toMatchObject({ unreadCount: 0, edges: [] });
  const KNOW = 'mutation ($id: ID!) { acknowledgeNotification(id: $id) { id } }';
  expect(await ask(KNOW, { id: told.id })).toMatchObject({ code: 'NOT_FOUND' });
});
