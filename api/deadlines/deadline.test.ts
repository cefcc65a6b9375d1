import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addDays, dayOf, endOf } from '@lxq/schema/calendar.ts';
import { DEADLINE_RULE_CODES } from '@lxq/schema/deadlines/deadline-rules.ts';
import { v7 } from 'uuid';
import { type Account, type Fixture, idOf, startFixture, UNITS } from '../testing/fixture.ts';
import { deadlinesOf } from './deadline.loaders.ts';
import * as deadlines from './deadline.service.ts';
import { deed, owed } from './deadline.testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());
beforeEach(() => fixture.admin.query('delete from reminder; delete from deadline'));

const FIELDS = `id version state dueAt startedAt metAt isOverdue isPaused isProvisional workDaysLeft extensionMost unit { name }
  proof { from counted dueOn rolledFrom skipped { from to why name } worked { day } } extension { days reason askedByName isApproved refusal } viewerCanRequestExtension viewerCanApproveExtension`;
const READ = `query ($id: ID!) { deadline(id: $id) { ${FIELDS} } }`;
const REQUEST = `mutation ($id: ID!, $version: Int!, $days: Int!, $reason: String!) { requestExtension(id: $id, version: $version, days: $days, reason: $reason) { ${FIELDS} } }`;
const APPROVE = `mutation ($id: ID!, $version: Int!) { approveExtension(id: $id, version: $version) { ${FIELDS} } }`;
const REFUSE = `mutation ($id: ID!, $version: Int!, $reason: String!) { refuseExtension(id: $id, version: $version, reason: $reason) { ${FIELDS} } }`;
const REASON = '案情复杂，需要向多个单位调查核实';

async function as(account: Account, document: string, variables: Record<string, unknown>): Promise<any> {
  const { data, errors } = await fixture.run<any>(account, document, variables);
  return errors ? { ...errors[0]?.extensions, message: errors[0]?.message } : Object.values(data ?? {})[0];
}
const read = (account: Account, id: string) => as(account, READ, { id });
const rowsOf = async (subjectId: string) =>
  (await fixture.admin.query('select * from deadline where subject_id = $1 order by due_at, id', [subjectId])).rows;
const TODAY = dayOf(new Date());

test('it begins by the rule, is due at the end of a day, and says how that was counted', async () => {
  const { id } = await owed(fixture, 'county', { rule: 'CASE_STATUTORY' });
  const shown = await read('county', id);
  expect(shown).toMatchObject({ state: 'RUNNING', isOverdue: false, isPaused: false, extensionMost: 30, metAt: null });
  expect(shown.proof).toMatchObject({ from: TODAY, counted: 60 });
  expect(shown.dueAt).toEqual(endOf(shown.proof.dueOn));
  expect(shown.proof.rolledFrom ?? shown.proof.dueOn).toBe(addDays(TODAY, 60));
  expect(shown.workDaysLeft).toBeGreaterThan(30);
});

test('begun again for the same unit it stays as it is; for another unit it is another', async () => {
  const { subjectId } = await owed(fixture, 'county', { unitCode: UNITS.east });
  await owed(fixture, 'county', { subjectId, unitCode: UNITS.east, from: new Date(Date.now() - 86_400_000) });
  await owed(fixture, 'county', { subjectId, unitCode: UNITS.west });
  expect((await rowsOf(subjectId)).map((row) => Number(row.unit_code)).sort()).toEqual([UNITS.east, UNITS.west]);
});

test('two deeds at once begin one', async () => {
  const subjectId = v7();
  await Promise.all([1, 2, 3].map(() => owed(fixture, 'county', { subjectId })));
  expect(await rowsOf(subjectId)).toHaveLength(1);
});

test('a station signs: what it owed is met, and what the county office owes begins, which the station does not see', async () => {
  const { subjectId, id } = await owed(fixture, 'county', { rule: 'INSTRUCTION_SIGN', unitCode: UNITS.east });
  await deed(fixture, 'clerk', async (scope) => {
    await deadlines.meet(scope, subjectId, 'INSTRUCTION_SIGN');
    await deadlines.start(scope, { subject: 'CASE', subjectId, rule: 'CASE_DECIDE', unitCode: UNITS.county });
    await deadlines.start(scope, { subject: 'CASE', subjectId, rule: 'CASE_DECIDE', unitCode: UNITS.county }); // repeated
    expect((await deadlinesOf(scope).load(subjectId))?.map(({ rule }) => rule)).toEqual(['INSTRUCTION_SIGN']);
  });
  const rows = await rowsOf(subjectId);
  expect(rows.map(({ rule, state }) => [rule, state]).sort()).toEqual([
    ['CASE_DECIDE', 'RUNNING'],
    ['INSTRUCTION_SIGN', 'MET'],
  ]);
  expect(await read('clerk', id)).toMatchObject({ state: 'MET', workDaysLeft: null, isOverdue: false });
  expect(await read('clerk', rows.find(({ rule }) => rule === 'CASE_DECIDE')?.id)).toMatchObject({ code: 'NOT_FOUND' });
});

test('a station begins nothing for another station, and meets, drops and pauses nothing of another', async () => {
  const { subjectId, id } = await owed(fixture, 'county', { unitCode: UNITS.west });
  await deed(fixture, 'clerk', async (scope) => {
    expect(await deadlines.meet(scope, subjectId)).toEqual([]);
    expect(await deadlines.drop(scope, subjectId)).toEqual([]);
    await deadlines.pause(scope, subjectId, { rule: 'CASE_STATUTORY', reason: REASON });
  });
  expect((await rowsOf(subjectId))[0]).toMatchObject({ state: 'RUNNING', paused_at: null, version: 1 });
  await expect(owed(fixture, 'clerk', { unitCode: UNITS.west })).rejects.toMatchObject({ code: '42501' });
  for (const unitCode of [UNITS.east, UNITS.poplar])
    await expect(owed(fixture, 'head', { unitCode })).rejects.toMatchObject({ code: '42501' });
  // Nor by what only somebody who has asked the villager hands on.
  for (const account of ['clerk', 'head'] as const)
    await expect(owed(fixture, account, { unitCode: UNITS.west, rule: 'CASE_REWORK' })).rejects.toMatchObject({
      code: '42501',
    });
  await expect(owed(fixture, 'officer', { unitCode: UNITS.willow })).rejects.toMatchObject({ code: '42501' });
  for (const account of ['clerk', 'head', 'foreignClerk'] as const)
    expect([account, await read(account, id)]).toMatchObject([account, { code: 'NOT_FOUND' }]);
  for (const account of ['officer', 'discipline', 'admin'] as const) {
    expect([account, await read(account, id)]).toMatchObject([account, { code: 'FORBIDDEN' }]);
    expect(await deed(fixture, account, (scope) => deadlinesOf(scope).load(subjectId))).toEqual([]);
  }
  for (const account of ['otherClerk', 'county', 'director', 'leader', 'analyst'] as const)
    expect([account, await read(account, id)]).toMatchObject([account, { id }]);
});

test('what is met or dropped is so once, and everything of a thing at once when no rule is named', async () => {
  const { subjectId } = await owed(fixture, 'county', { rule: 'CASE_DECIDE' });
  await owed(fixture, 'county', { subjectId, rule: 'CASE_STATUTORY' });
  await deed(fixture, 'county', async (scope) => {
    expect(await deadlines.meet(scope, subjectId, 'CASE_DECIDE')).toHaveLength(1);
    expect(await deadlines.drop(scope, subjectId)).toHaveLength(1);
    expect(await deadlines.meet(scope, subjectId)).toEqual([]);
  });
  expect((await rowsOf(subjectId)).map(({ state, remind_at }) => [state, remind_at])).toEqual([
    ['MET', null],
    ['DROPPED', null],
  ]);
  await owed(fixture, 'county', { subjectId, rule: 'CASE_DECIDE' }); // reopened: it begins anew
  expect(await rowsOf(subjectId)).toHaveLength(3);
});

test('paused it does not pass, and the days in between do not count', async () => {
  const from = new Date(Date.now() - 20 * 86_400_000);
  const { subjectId, id } = await owed(fixture, 'county', { rule: 'CASE_POLICY_GENERAL', from });
  expect(await read('county', id)).toMatchObject({ isOverdue: true });
  await fixture.admin.query(`update deadline set paused_at = started_at + interval '2 days' where id = $1`, [id]);
  expect(await read('county', id)).toMatchObject({ isOverdue: false, isPaused: true, workDaysLeft: null });
  await deed(fixture, 'county', (scope) =>
    deadlines.pause(scope, subjectId, { rule: 'CASE_POLICY_GENERAL', reason: REASON }),
  ); // it is already
  await deed(fixture, 'county', (scope) => deadlines.resume(scope, subjectId, 'CASE_POLICY_GENERAL'));
  const resumed = await read('county', id);
  expect(resumed).toMatchObject({ isOverdue: false, isPaused: false });
  expect(resumed.proof.skipped[0]).toMatchObject({ why: 'PAUSED', from: addDays(dayOf(from), 3), to: TODAY });
  const due = resumed.proof.rolledFrom ?? resumed.proof.dueOn;
  expect(due).toBe(addDays(TODAY, 5)); // two of seven had passed
});

test('another unit owes it now: its time runs on, and the first sees it no more', async () => {
  const { subjectId, id } = await owed(fixture, 'county', { unitCode: UNITS.east });
  const before = await read('clerk', id);
  await deed(fixture, 'county', (scope) =>
    deadlines.handOver(scope, subjectId, { rule: 'CASE_STATUTORY', to: UNITS.west }),
  );
  expect(await read('clerk', id)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await read('otherClerk', id)).toMatchObject({ dueAt: before.dueAt, unit: { name: '西河镇' }, version: 2 });
  const { rows } = await fixture.admin.query('select deed from audit where subject_id = $1', [id]);
  expect(rows).toEqual([{ deed: 'handOver' }]);
});

test('handed to a unit that owes the same already it is owed once, and the other is dropped', async () => {
  const { subjectId } = await owed(fixture, 'county', { unitCode: UNITS.east });
  await owed(fixture, 'county', { subjectId, unitCode: UNITS.west });
  await deed(fixture, 'county', (scope) =>
    deadlines.handOver(scope, subjectId, { rule: 'CASE_STATUTORY', to: UNITS.west }),
  );
  expect((await rowsOf(subjectId)).map(({ unit_code, state }) => [Number(unit_code), state]).sort()).toEqual([
    [UNITS.east, 'DROPPED'],
    [UNITS.west, 'RUNNING'],
  ]);
});

test('the owing unit asks for more time before it passes, another person of it approves, and it counts as one period', async () => {
  const { id } = await owed(fixture, 'county', { unitCode: UNITS.east });
  const asking = { id, version: 1, days: 30, reason: REASON };
  expect(await as('county', REQUEST, asking)).toMatchObject({ code: 'REFUSED', unmet: ['unit'] });
  expect(await as('clerk', REQUEST, { ...asking, days: 31 })).toMatchObject({
    code: 'BAD_INPUT',
    field: 'days',
    message: '可延长 1 到 30 天',
  });
  expect(await as('clerk', REQUEST, { ...asking, reason: '忙' })).toMatchObject({ code: 'BAD_INPUT', field: 'reason' });
  expect(await as('clerk', REQUEST, asking)).toMatchObject({
    state: 'EXTENSION_REQUESTED',
    extension: { days: 30, isApproved: null, askedByName: '测试·clerk' },
  });
  expect(await read('townLeader', id)).toMatchObject({ extension: { askedByName: '测试·clerk', reason: REASON } });
  expect(await as('clerk2', REQUEST, { ...asking, version: 2 })).toMatchObject({ code: 'REFUSED', unmet: ['state'] });
  expect(await as('director', APPROVE, { id, version: 2 })).toMatchObject({ code: 'REFUSED', unmet: ['unit'] });
  expect(await as('bureauHead', APPROVE, { id, version: 2 })).toMatchObject({ code: 'NOT_FOUND' });
  const [approved, twice] = await Promise.all([1, 2].map(() => as('townLeader', APPROVE, { id, version: 2 })));
  expect([approved.state ?? approved.code, twice.state ?? twice.code].sort()).toEqual(['CONFLICT', 'EXTENDED']);
  const extended = await read('clerk', id);
  expect(extended.proof.counted).toBe(90);
  expect(extended.proof.rolledFrom ?? extended.proof.dueOn).toBe(addDays(TODAY, 90));
  expect(extended).toMatchObject({ extension: { isApproved: true }, viewerCanRequestExtension: false });
});

test('nobody decides on their own request, none is asked for what the law does not extend or what has passed, and a refusal is final', async () => {
  const { id } = await owed(fixture, 'county', { unitCode: UNITS.east });
  await as('clerk', REQUEST, { id, version: 1, days: 5, reason: REASON });
  await fixture.admin.query('update deadline set asked_by = $2 where id = $1', [id, idOf('townLeader')]);
  expect(await as('townLeader', APPROVE, { id, version: 2 })).toMatchObject({ unmet: ['fourEyes'] });
  await fixture.admin.query('update deadline set asked_by = $2 where id = $1', [id, idOf('clerk')]);
  const { dueAt } = await read('clerk', id);
  expect(await as('townLeader', REFUSE, { id, version: 2, reason: REASON })).toMatchObject({
    ...{ state: 'EXTENSION_REFUSED', dueAt, extension: { isApproved: false, refusal: REASON } },
  });
  expect(await as('clerk', REQUEST, { id, version: 3, days: 5, reason: REASON })).toMatchObject({ unmet: ['state'] });
  const late = await owed(fixture, 'county', { unitCode: UNITS.east, from: new Date(Date.now() - 200 * 86_400_000) });
  expect(await as('clerk', REQUEST, { id: late.id, version: 1, days: 5, reason: REASON })).toMatchObject({
    unmet: ['expiry'],
  });
  const other = await owed(fixture, 'county', { unitCode: UNITS.east, rule: 'CASE_DECIDE' });
  expect(await as('clerk', REQUEST, { id: other.id, version: 1, days: 5, reason: REASON })).toMatchObject({
    unmet: ['rule'],
  });
});

test('every rule can begin, a day that a leader set stands, and a window that closes is not overdue', async () => {
  const { subjectId } = await owed(fixture, 'leader', { rule: 'INSTRUCTION_RESULT', dueOn: addDays(TODAY, 9) });
  for (const rule of DEADLINE_RULE_CODES) await owed(fixture, 'leader', { subjectId, rule });
  const rows = await rowsOf(subjectId);
  expect(rows).toHaveLength(DEADLINE_RULE_CODES.length);
  expect(rows.find(({ rule }) => rule === 'INSTRUCTION_RESULT').due_at).toEqual(endOf(addDays(TODAY, 9)));
  const past = { rule: 'INSTRUCTION_OBJECT', from: new Date(Date.now() - 30 * 86_400_000) } as const;
  expect(await read('county', (await owed(fixture, 'county', past)).id)).toMatchObject({ isOverdue: false });
});

test('what is owed of 50 things costs no more statements than of 5', async () => {
  const things = await Promise.all(Array.from({ length: 50 }, () => owed(fixture, 'county')));
  const counted = (ids: string[]) =>
    deed(fixture, 'county', async (scope) => {
      let statements = 0;
      const rows = scope.rows.bind(scope);
      scope.rows = ((...given: Parameters<typeof rows>) => {
        statements++;
        return rows(...given);
      }) as typeof scope.rows;
      expect(
        (await Promise.all(ids.map((id) => deadlinesOf(scope).load(id)))).every((list) => list?.length === 1),
      ).toBe(true);
      return statements;
    });
  const ids = things.map(({ subjectId }) => subjectId);
  expect(await counted(ids)).toBe(await counted(ids.slice(0, 5)));
});
