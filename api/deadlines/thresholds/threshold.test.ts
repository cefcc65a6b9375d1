import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { DEADLINE_RULE_CODES } from '@lxq/schema/deadlines/deadline-rules.ts';
import { type Account, type Fixture, startFixture } from '../../testing/fixture.ts';
import { owed } from '../deadline.testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());
beforeEach(() => fixture.admin.query('delete from threshold'));

const LIST = '{ thresholds { rule amount usual floor ceiling version source changedByName } }';
const SAVE = `mutation ($rule: DeadlineRule!, $amount: Int!, $version: Int!) { saveThreshold(rule: $rule, amount: $amount, version: $version) { amount version changedByName } }`;
const HISTORY = 'query ($rule: DeadlineRule!) { thresholdHistory(rule: $rule) { byName before after } }';
async function as(account: Account, document: string, variables: Record<string, unknown> = {}): Promise<any> {
  const { data, errors } = await fixture.run<any>(account, document, variables);
  return errors ? { ...errors[0]?.extensions, message: errors[0]?.message } : Object.values(data ?? {})[0];
}
const save = (amount: number, version = 0, account: Account = 'admin', rule = 'CASE_DECIDE') =>
  as(account, SAVE, { rule, amount, version });
const amountOf = async (account: Account) =>
  (await as(account, LIST)).find(({ rule }: { rule: string }) => rule === 'CASE_DECIDE').amount;

test('everybody reads every rule as it holds in their county', async () => {
  for (const account of ['officer', 'head', 'clerk', 'county', 'discipline', 'admin'] as const)
    expect((await as(account, LIST)).map(({ rule }: { rule: string }) => rule)).toEqual(DEADLINE_RULE_CODES);
  await save(10);
  expect([await amountOf('officer'), await amountOf('foreignClerk')]).toEqual([10, 15]);
});

test('what is set holds for what begins from then on, and what runs keeps what it began with', async () => {
  const counted = async (id: string) =>
    (await fixture.admin.query('select proof from deadline where id = $1', [id])).rows[0].proof;
  const before = await owed(fixture, 'county', { rule: 'CASE_DECIDE' });
  await save(3);
  const after = await owed(fixture, 'county', { rule: 'CASE_DECIDE' });
  expect([(await counted(before.id)).counted, (await counted(after.id)).counted]).toEqual([15, 3]);
  const { rolledFrom, dueOn } = await counted(after.id);
  expect(rolledFrom ?? dueOn).toBe(addDays(dayOf(new Date()), 3));
});

test('the law’s time is a ceiling, nonsense is refused by its field, and what the law gives others is not to be set', async () => {
  for (const amount of [16, 0, -1, 2_147_483_647])
    expect(await save(amount)).toMatchObject({ code: 'BAD_INPUT', field: 'amount', message: '应在 1 到 15 之间' });
  expect(await save(6, 0, 'admin', 'INSTRUCTION_OBJECT')).toMatchObject({ code: 'BAD_INPUT', field: 'rule' });
  expect(await save(6, 0, 'admin', 'NO_SUCH_RULE')).toMatchObject({ code: 'BAD_INPUT' });
});

test('nobody but an administrator sets one or reads how it came about, not even past the gate', async () => {
  for (const account of ['county', 'director', 'leader', 'clerk', 'officer'] as const) {
    expect([account, await save(10, 0, account)]).toMatchObject([account, { code: 'FORBIDDEN' }]);
    expect([account, await as(account, HISTORY, { rule: 'CASE_DECIDE' })]).toMatchObject([
      account,
      { code: 'FORBIDDEN' },
    ]);
  }
  const scope = fixture.scope('county');
  const forged = `insert into threshold (county_code, rule, amount, changed_at, changed_by_name) values ($1, 'CASE_DECIDE', 1, now(), '')`;
  await expect(scope.rows(forged, [scope.county])).rejects.toMatchObject({ code: '42501' });
  await scope.end('rollback');
});

test('of two who set one at once the later is told what it is by now and who set it; the history keeps both values', async () => {
  const both = await Promise.all([save(10), save(12)]);
  const [won, lost] = both[0].code ? [both[1], both[0]] : both;
  expect(won).toMatchObject({ version: 1, changedByName: '测试·admin' });
  expect(lost).toMatchObject({ code: 'CONFLICT', amount: won.amount, version: 1, by: '测试·admin' });
  expect(await save(9, 7)).toMatchObject({ code: 'CONFLICT', version: 1 });
  expect(await save(9, 1)).toMatchObject({ amount: 9, version: 2 });
  expect((await as('admin', HISTORY, { rule: 'CASE_DECIDE' })).slice(0, 2)).toEqual([
    { byName: '测试·admin', before: won.amount, after: 9 },
    { byName: '测试·admin', before: 15, after: won.amount },
  ]);
});
