import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Account, type Fixture, startFixture } from '../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const SAVE = `mutation ($day: Date!, $isWorkday: Boolean!, $name: String!, $source: String!, $version: Int!) {
  saveCalendarDay(day: $day, isWorkday: $isWorkday, name: $name, source: $source, version: $version) { day isWorkday name source version } }`;
const DAYS =
  'query ($year: Int!) { calendarDays(year: $year) { day isWorkday name source version } calendarConfirmedThrough }';
const A_DAY = { day: '2031-03-10', isWorkday: false, name: '县庆日', source: '县政府通知', version: 0 };
async function as(account: Account, document: string, variables: Record<string, unknown>): Promise<any> {
  const { data, errors } = await fixture.run<any>(account, document, variables);
  return errors ? { ...errors[0]?.extensions, message: errors[0]?.message } : data;
}
const save = async (changes: object = {}, account: Account = 'admin') => {
  const answer = await as(account, SAVE, { ...A_DAY, ...changes });
  return answer.saveCalendarDay ?? answer;
};

test('an administrator sets a day for everybody, and says what it is called and where it is published', async () => {
  expect(await save()).toEqual({ ...A_DAY, version: 1 });
  for (const account of ['officer', 'head', 'clerk', 'foreignClerk'] as const)
    expect((await as(account, DAYS, { year: 2031 })).calendarDays).toEqual([{ ...A_DAY, version: 1 }]);
  expect((await as('officer', DAYS, { year: 2030 })).calendarDays).toEqual([]);
  const { rows } = await fixture.admin.query(`select note, detail from audit where subject = 'CALENDAR_DAY'`);
  expect(rows).toMatchObject([{ note: '2031-03-10', detail: { before: null, after: { name: '县庆日' } } }]);
  const queued = await fixture.admin.query(
    `select task_identifier, queue_name from graphile_worker.jobs where key = 'move_deadlines'`,
  );
  // In a queue of its own, out of which it is freed soon should a process be killed over it.
  expect(queued.rows).toEqual([{ task_identifier: 'move_deadlines', queue_name: 'move_deadlines' }]);
});

test('of two who set a day the later is refused', async () => {
  const both = await Promise.all([1, 2].map(() => save({ day: '2031-04-01' })));
  expect(both.map(({ version, code }) => code ?? version).sort()).toEqual([1, 'CONFLICT']);
  expect(await save({ day: '2031-04-01', isWorkday: true, version: 1 })).toMatchObject({ version: 2, isWorkday: true });
  expect(await save({ day: '2031-04-01', version: 1 })).toMatchObject({ code: 'CONFLICT' });
});

test('nobody else sets one, and what is no day, no year, no name or no source is refused by its field', async () => {
  for (const account of ['county', 'director', 'leader', 'clerk', 'officer'] as const)
    expect([account, await save({ day: '2031-05-05' }, account)]).toMatchObject([account, { code: 'FORBIDDEN' }]);
  const scope = fixture.scope('county');
  const forged = `insert into calendar_day (day, is_workday, name) values ('2031-05-05', false, '')`;
  await expect(scope.rows(forged)).rejects.toMatchObject({ code: '42501' });
  await scope.end('rollback');
  for (const [change, field] of [
    [{ name: '' }, 'name'],
    [{ name: '长'.repeat(21) }, 'name'],
    [{ source: ' ' }, 'source'],
    [{ day: '2031-02-30' }, undefined], // no such day: the document itself is refused
  ] as const)
    expect([field, await save({ day: '2031-05-05', ...change })]).toMatchObject([
      field,
      { code: 'BAD_INPUT', ...(field && { field }) },
    ]);
  expect(await as('admin', DAYS, { year: 9_999_999 })).toMatchObject({ code: 'BAD_INPUT', field: 'year' });
});
