import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, issued, look, refusal } from '../digests/digest.testing.ts';
import { COUNTY, type Fixture, idOf, startFixture } from '../testing/fixture.ts';
import { FIELDS, instructed } from './instruction.testing.ts';

let fixture: Fixture;
let item: string;
beforeAll(async () => {
  fixture = await startFixture();
  const { id } = await issued(fixture, 1);
  item = (await look(fixture, id)).items[0]?.id as string;
});
afterAll(() => fixture.close());

const LIST = `query ($mine: Boolean, $first: Int! = 200, $after: String) { instructions(filter: { mine: $mine }, first: $first, after: $after) { edges { node { ${FIELDS} } } pageInfo { hasNextPage endCursor } } }`;

test('leaders list their own, the office all, newest first by keyset', async () => {
  const a = await instructed(fixture, { item });
  const b = await instructed(fixture, { item }, 'leader2');
  const c = await instructed(fixture, { item });
  const ids = async (account: 'leader' | 'county', variables = {}) =>
    (await ask(fixture, account, LIST, variables)).instructions.edges.map(
      (edge: { node: { id: string } }) => edge.node.id,
    );
  expect(await ids('leader')).toEqual([c, a]);
  expect(await ids('county')).toEqual([c, b, a]);
  const { pageInfo } = (await ask(fixture, 'county', LIST, { first: 2 })).instructions;
  expect(pageInfo.hasNextPage).toBe(true);
  expect(await ids('county', { first: 2, after: pageInfo.endCursor })).toEqual([a]);
  expect(await refusal(fixture, 'analyst', LIST)).toMatchObject({ code: 'FORBIDDEN' });
});

test('a list of instructions costs the same number of statements for ten as for a hundred', async () => {
  const id = await instructed(fixture, { item });
  const add = (count: number) =>
    fixture.admin.query(
      `insert into instruction (county_code, id, client_id, level, leader_id, leader_name, text, responsible_unit_code, given_unit_code, due_on, given_due_on, instructed_at, digest_id, item_id)
       select county_code, gen_random_uuid(), gen_random_uuid(), level, leader_id, leader_name, text, responsible_unit_code, given_unit_code, due_on - n, given_due_on, instructed_at, digest_id, item_id
       from instruction, generate_series(1, $2) n where id = $1`,
      [id, count],
    );
  const cost = async () => {
    const before = fixture.database.statements;
    await ask(fixture, 'county', LIST);
    return fixture.database.statements - before;
  };
  await add(9);
  const few = await cost();
  await add(90);
  expect(await cost()).toBe(few);
  const { edges } = (await ask(fixture, 'county', LIST)).instructions;
  expect(edges.filter((edge: { node: { isOverdue: boolean } }) => edge.node.isOverdue).length).toBeGreaterThan(70);
});

test('a leader asks for what is overdue, by the page, and how much of it there is', async () => {
  await fixture.admin.query(`delete from instruction`);
  await fixture.admin.query(
    `insert into instruction (county_code, id, client_id, state, level, leader_id, leader_name, text, responsible_unit_code, given_unit_code, due_on, given_due_on, instructed_at, read_at, version)
     select $1::int, gen_random_uuid(), gen_random_uuid(), case when n % 4 = 0 then 'WITHDRAWN' else 'INSTRUCTED' end, 'COUNTY', $2, '测试', '请尽快办理。', $1::int * 1000000000::bigint, $1::int * 1000000000::bigint,
       current_date + case when n % 3 = 0 then 5 else -5 end, current_date + 5, now() - n * interval '1 hour', case when n % 5 = 0 then now() end, 1
     from generate_series(1, 60) n`,
    [COUNTY, idOf('leader')],
  );
  const OVERDUE =
    'query ($overdue: Boolean, $after: String) { instructions(filter: { mine: true, overdue: $overdue }, first: 5, after: $after) { totalCount edges { node { id isOverdue } } pageInfo { hasNextPage endCursor } } }';
  const owed = Array.from({ length: 60 }, (_, i) => i + 1).filter((n) => n % 4 && n % 3).length;
  const seen = new Set<string>();
  let after: string | null = null;
  do {
    const { instructions }: any = await ask(fixture, 'leader', OVERDUE, { overdue: true, after });
    expect(instructions.totalCount).toBe(owed);
    for (const { node } of instructions.edges) {
      expect(node.isOverdue).toBe(true);
      seen.add(node.id);
    }
    after = instructions.pageInfo.hasNextPage ? instructions.pageInfo.endCursor : null;
  } while (after);
  expect(seen.size).toBe(owed);
  expect((await ask(fixture, 'leader', OVERDUE)).instructions.totalCount).toBe(60);
  expect((await ask(fixture, 'leader2', OVERDUE, { overdue: true })).instructions.totalCount).toBe(0);
});
