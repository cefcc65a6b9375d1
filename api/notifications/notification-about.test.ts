import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { caseOf } from '../cases/case-deeds.testing.ts';
import { walk as censures } from '../censures/censure.testing.ts';
import { ask } from '../digests/digest.testing.ts';
import { instructed, REGISTRATION } from '../instructions/instruction.testing.ts';
import { walk as orders } from '../orders/order.testing.ts';
import { useVaultKeys } from '../platform/vault/vault.ts';
import { type Account, type Fixture, idOf, manyReports, startFixture, submitted } from '../testing/fixture.ts';
import { addChannel, CLEAN, errcode, KEYS, saidIn, startAllowed, turn } from './delivering/outside.testing.ts';
import { spread } from './delivering/spreading.ts';

/** Which thing somebody is told of, as they see it today. */
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterEach(() => fixture.admin.query(CLEAN));
afterAll(() => fixture.close());

const PAGE =
  'query ($first: Int! = 50) { notifications(first: $first) { edges { node { kind link about { no title place } } } } }';
const listOf = async (account: Account): Promise<any[]> =>
  (await ask(fixture, account, PAGE)).notifications.edges.map(({ node }: any) => node);

/** As triggers write it: somebody is told of things that they handle. */
const told = (account: Account, subject: string, ids: readonly string[]) =>
  fixture.admin.query(
    `insert into notification (county_code, id, unit_code, person_id, kind, why, subject, subject_id, key, created_at)
     select $1, gen_random_uuid(), $2, $3, 'DUTY_BEGUN', 'HANDLER', $4, s, 'k' || s, now() + (select count(*) from notification) * interval '1 second' from unnest($5::uuid[]) s`,
    [fixture.rights(account).countyCode, fixture.rights(account).unitCode, idOf(account), subject, ids],
  );
const RETURN = 'mutation ($id: ID!) { returnReport(id: $id, version: 1, reason: "请写清楚户数") { id } }';

test('whoever reported reads which report it is: its number, how it begins, where it is', async () => {
  const content = `双龙桥桥面塌陷，拖拉机过不去。${'请尽快修好。'.repeat(20)}`;
  const id = await submitted(fixture, 'officer', { content });
  await ask(fixture, 'clerk', RETURN, { id });
  const { no } = (await ask(fixture, 'officer', 'query ($id: ID!) { report(id: $id) { no } }', { id })).report;
  const [{ about, link }] = await listOf('officer');
  expect(about).toEqual({ no, title: expect.stringMatching(/^双龙桥桥面塌陷.*…$/), place: '东关镇 柳林村' });
  expect([...about.title].length).toBeLessThan(80);
  expect(link).toBe(`/officer/mine/${id}`);
});

test('what a clerk has sent direct they read of as its author, though their desk does not see it', async () => {
  const id = await submitted(fixture, 'clerk', { line: 'DIRECT' });
  await ask(fixture, 'county', RETURN, { id });
  expect(await listOf('clerk')).toMatchObject([
    { kind: 'REPORT_RETURNED', about: { no: expect.any(String) }, link: `/officer/mine/${id}` },
  ]);
});

test('a unit reads of a case as long as it takes part, and then that it is none of theirs any more', async () => {
  const { assigned, deed, id, look } = await caseOf(fixture, 'clerk', { title: '双龙桥桥面塌陷' });
  await assigned();
  const { no } = await look('county');
  const about = { no, title: '双龙桥桥面塌陷', place: '东关镇 柳林村' };
  expect(await listOf('bureau')).toContainEqual({ kind: 'DUTY_BEGUN', link: `/matters/cases/${id}`, about });
  await deed('county', 'recallCase');
  expect(new Set((await listOf('bureau')).map(({ link, about: of }) => [link, of].join()))).toEqual(new Set([',']));
  const here = await fixture.admin.query('select distinct subject_id from notification where person_id = $1', [
    idOf('bureau'),
  ]);
  expect(here.rows).toEqual([{ subject_id: id }]);
});

test('instructions, orders, censures and what is revisited are called by their numbers too', async () => {
  const report = await submitted(fixture, 'officer');
  const instruction = await instructed(fixture, { report });
  const REGISTER =
    'mutation ($id: ID!, $registration: InstructionRegistration!) { registerInstruction(id: $id, version: 1, registration: $registration) { no } }';
  const { no } = (await ask(fixture, 'county', REGISTER, { id: instruction, registration: REGISTRATION }))
    .registerInstruction;
  const [order, censure] = [await orders.make(fixture), await censures.make(fixture)];
  const { id: matter, visited, revisit } = await caseOf(fixture);
  await visited();
  await fixture.admin.query('delete from notification');
  for (const [subject, id] of [
    ['INSTRUCTION', instruction],
    ['ORDER', order],
    ['CENSURE', censure],
    ['CASE', matter],
    ['REVISIT', await revisit('PRE_CLOSE')],
    ['CHANNEL', v7()],
  ] as const)
    await told('county', subject, [id]);
  const list = await listOf('county');
  expect(list.map(({ about }) => about?.no.slice(0, 1) ?? null)).toEqual([null, '案', '案', '通', '单', no[0]]);
  expect(list[1]).toMatchObject({ about: list[2].about, link: expect.stringMatching(/^\/matters\/revisits\//) });
  expect(list[5].about).toMatchObject({ no, title: '请水利局尽快查清原因并解决' });
  for (const { about } of list.slice(1)) expect(about.place).toEqual(expect.any(String));
});

test('what a row is of costs the same statements for five as for fifty, of whatever kinds they are', async () => {
  await manyReports(fixture, 'officer', 50);
  const idsOf = async (text: string) => (await fixture.admin.query(text)).rows.map(({ id }) => id as string);
  const { id } = await caseOf(fixture);
  await fixture.admin.query('delete from notification');
  await told('county', 'REPORT', await idsOf('select id from report limit 60'));
  const costOf = async (first: number) => {
    const before = fixture.database.statements;
    const { edges } = (await ask(fixture, 'county', PAGE, { first })).notifications;
    expect(edges).toHaveLength(first);
    expect(edges.every(({ node }: any) => node.about)).toBe(true);
    return fixture.database.statements - before;
  };
  const few = await costOf(5);
  expect(await costOf(50)).toBe(few);
  await told('county', 'CASE', [id]);
  expect(await costOf(5)).toBeLessThanOrEqual(few + 1); // another kind is another table, and not another row
});

test('nothing of it leaves the house', async () => {
  useVaultKeys(KEYS);
  const robot = await startAllowed(errcode(0));
  const channel = await addChannel(fixture, 'officer', { kind: 'WECOM', address: `${robot.origin}/send?key=k` });
  const id = await submitted(fixture, 'officer', { content: '双龙桥桥面塌陷，拖拉机过不去，请尽快修好。' });
  await ask(fixture, 'clerk', RETURN, { id });
  await spread(fixture.database);
  await turn(fixture, channel);
  await robot.stop();
  const [{ about }] = await listOf('officer');
  expect(about.title).toMatch('双龙桥');
  expect(robot.calls.map(saidIn)).toEqual([
    '【连心桥】1 条通知：报送被退回 1 条\n请登录查看：https://report.example.cn/notifications',
  ]);
});
