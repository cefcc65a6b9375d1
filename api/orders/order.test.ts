import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { ask, refusal } from '../digests/digest.testing.ts';
import { type Account, type Fixture, startFixture, UNITS } from '../testing/fixture.ts';
import { orderText } from './order.testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const SHOWN =
  'id no version state kind returns plan result team found issuedByName unit { name } issuer { name } deadlines { rule metAt droppedAt } timeline { deed }';
const DRAFT = `mutation ($clientId: ID!, $order: OrderText!) { draftOrder(clientId: $clientId, order: $order) { ${SHOWN} } }`;
const drafted = async (by: Account = 'county', changes = {}, clientId = v7()) =>
  (await ask(fixture, by, DRAFT, { clientId, order: orderText(changes) })).draftOrder;
const deedOf = (id: string) => {
  const asked = async (mutation: string, given: Record<string, unknown>, types: Record<string, string> = {}) => {
    const { rows } = await fixture.admin.query('select version from guidance_order where id = $1', [id]);
    const names = Object.keys(given);
    const declared = names.map((name) => `, $${name}: ${types[name] ?? 'String!'}`).join('');
    const passed = names.map((name) => `, ${name}: $${name}`).join('');
    const document = `mutation ($id: ID!, $version: Int!${declared}) { ${mutation}(id: $id, version: $version${passed}) { ${SHOWN} } }`;
    return [document, { id, version: rows[0].version, ...given }] as const;
  };
  return {
    deed: async (by: Account, mutation: string, given = {}, types = {}) => {
      const [document, variables] = await asked(mutation, given, types);
      return (await ask(fixture, by, document, variables))[mutation];
    },
    refused: async (by: Account, mutation: string, given = {}, types = {}) =>
      refusal(fixture, by, ...(await asked(mutation, given, types))),
  };
};
const look = async (by: Account, id: string) =>
  (await ask(fixture, by, `query ($id: ID!) { order(id: $id) { ${SHOWN} } }`, { id })).order;

test('from the draft to its closing: issued by another, signed for, put right, reported, returned, inspected, closed', async () => {
  const { id } = await drafted();
  const { deed, refused } = deedOf(id);
  expect(await look('bureau', id)).toBeNull();
  expect(await refused('county', 'issueOrder')).toMatchObject({ code: 'FORBIDDEN' });
  const issued = await deed('director', 'issueOrder');
  expect(issued).toMatchObject({ state: 'ISSUED', issuedByName: '测试·director' });
  expect(issued.deadlines.map(({ rule }: any) => rule).sort()).toEqual(['ORDER_RESULT', 'ORDER_SIGN']);
  expect(await refused('clerk', 'signForOrder')).toMatchObject({ code: 'NOT_FOUND' });
  await deed('bureau', 'signForOrder');
  await deed('bureau', 'rectifyOrder', { plan: '三日内建立值班表' });
  await deed('bureau', 'reportOrder', { result: '已建立值班表，逐井登记六十二眼。' });
  expect(await deed('county', 'returnOrder', { reason: '登记册未附' })).toMatchObject({
    state: 'RETURNED',
    returns: 1,
  });
  await deed('bureau', 'rectifyOrder', { plan: '补齐登记册' });
  await deed('bureau', 'reportOrder', { result: '登记册已补齐，随报告附送。' });
  const inspection = { team: ['县群工办甲', '县农业农村局乙'], found: '现场抽查六眼机井，登记与实际一致。' };
  expect(await deed('county', 'inspectOrder', { inspection }, { inspection: 'OrderInspection!' })).toMatchObject({
    state: 'INSPECTED',
    team: inspection.team,
  });
  const closed = await deed('county', 'closeOrder');
  expect(closed.state).toBe('CLOSED');
  expect(closed.deadlines.every(({ metAt }: any) => metAt)).toBe(true);
});

test('orders are given along the lines of guidance: the county to townships and departments, a station to its villages', async () => {
  const refusedFor = (by: Account, unit: number) =>
    refusal(fixture, by, DRAFT, { clientId: v7(), order: orderText({ unit: String(unit) }) });
  expect(await refusedFor('county', UNITS.willow)).toMatchObject({ field: 'unit' });
  expect(await refusedFor('county', UNITS.county)).toMatchObject({ field: 'unit' });
  expect(await refusedFor('clerk', UNITS.elm)).toMatchObject({ field: 'unit' });
  expect(await refusedFor('clerk', UNITS.east)).toMatchObject({ field: 'unit' });
  const { id } = await drafted('clerk', { unit: String(UNITS.willow) });
  expect(await look('county', id)).toBeNull();
  await deedOf(id).deed('townLeader', 'issueOrder');
  expect(await look('county', id)).toMatchObject({ state: 'ISSUED', issuer: { name: '东关镇' } });
  expect(await look('otherClerk', id)).toBeNull();
  await deedOf(id).deed('head', 'signForOrder');
  await deedOf(id).deed('head', 'rectifyOrder', { plan: '三日内建立值班表' });
  await deedOf(id).deed('head', 'reportOrder', { result: '已建立值班表，逐井登记。' });
  expect((await look('clerk', id)).deadlines.map(({ rule }: any) => rule)).toContain('ORDER_INSPECT');
});

test('sent twice it is one; otherwise it is a conflict', async () => {
  const clientId = v7();
  const [one, two] = await Promise.all([drafted('county', {}, clientId), drafted('county', {}, clientId)]);
  expect(two.id).toBe(one.id);
  const order = orderText({ title: '另一个题目一二三' });
  expect(await refusal(fixture, 'county', DRAFT, { clientId, order })).toMatchObject({ code: 'CONFLICT' });
});

test('in SQL each of the two moves it as far as their own deeds lead', async () => {
  const { id } = await drafted();
  const tryAs = async (account: Account, text: string) => {
    const scope = fixture.scope(account);
    try {
      return (await scope.rows(`${text} returning 1`, [id])).length;
    } finally {
      await scope.end('rollback');
    }
  };
  const denied = expect.objectContaining({ code: '42501' });
  await deedOf(id).deed('director', 'issueOrder');
  for (const change of [
    `state = 'CLOSED'`,
    `requirement = '改写'`,
    `state = 'SIGNED_FOR'`,
    'drafted_by_id = gen_random_uuid()',
  ])
    await expect(tryAs('county', `update guidance_order set ${change} where id = $1`)).rejects.toEqual(denied);
  for (const change of [`state = 'REPORTED'`, `requirement = '改写'`, 'returns = 1', `found = '好'`])
    await expect(tryAs('bureau', `update guidance_order set ${change} where id = $1`)).rejects.toEqual(denied);
  expect(await tryAs('clerk', `update guidance_order set state = 'SIGNED_FOR' where id = $1`)).toBe(0);
});
