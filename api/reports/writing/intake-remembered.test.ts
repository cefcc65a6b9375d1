import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { pino } from 'pino';
import { runOperation } from '../../platform/operation/operation.ts';
import { Scope } from '../../platform/scope/scope.ts';
import { RightsChanged } from '../../platform/scope/transaction.ts';
import { contract } from '../../schema.ts';
import { type Account, draft, type Fixture, startFixture, submitted, UNITS } from '../../testing/fixture.ts';
import { intakeOf } from './intake.ts';

let fixture: Fixture;
/** It has met this place and the calendar. */
beforeAll(async () => {
  fixture = await startFixture();
  await submitted(fixture, 'officer');
});
afterAll(() => fixture.close());

const SUBMIT = 'mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { isNew report { id no } } }';
const send = (account: Account, one: Record<string, unknown>) => fixture.run<any>(account, SUBMIT, { draft: one });
const code = (result: any) => result.errors?.[0]?.extensions.code;
const rows = async (text: string, values: unknown[] = []) => (await fixture.admin.query(text, values)).rows;

test('what a process remembers of places, terms and the calendar is confirmed each time', async () => {
  await fixture.admin.query(
    `update place set full_name = '东关镇 新柳林', pinyin = 'xinliulin' where code = 990101101201000`,
  );
  const renamed = await send('officer', draft('officer'));
  const haystack = await rows('select haystack from report_search where report_id = $1', [
    renamed.data.submitReport.report.id,
  ]);
  expect(haystack[0].haystack).toContain('xinliulin');
  await fixture.admin.query(
    `update place set full_name = '东关镇 柳林村', pinyin = 'liulincun' where code = 990101101201000`,
  );

  await fixture.admin.query(`update term set is_active = false where code = 'LOOSE'`);
  expect(code(await send('officer', draft('officer', { topic: 'LOOSE' })))).toBe('BAD_INPUT');
  await fixture.admin.query(`update term set is_active = true where code = 'LOOSE'`);

  await fixture.admin.query(`update place set valid_to = '2026-01-01' where code = 990101101201000`);
  expect((await send('officer', draft('officer'))).errors?.[0]?.extensions).toMatchObject({
    code: 'BAD_INPUT',
    field: 'place',
  });
  await fixture.admin.query(`update place set valid_to = null where code = 990101101201000`);

  const dueAt = async () => {
    const { data } = await fixture.run<any>(
      'officer',
      'mutation ($draft: ReportDraft!) { submitReport(draft: $draft) { report { id dueAt } } }',
      { draft: draft('officer') },
    );
    const [kept] = await rows('select due_at from report where id = $1', [data.submitReport.report.id]);
    expect(kept.due_at.toISOString()).toBe(new Date(data.submitReport.report.dueAt).toISOString());
    return +kept.due_at;
  };
  const before = await dueAt();
  const day = new Date(before - 1 + 8 * 3_600_000).toISOString().slice(0, 10); // the day it was due
  await fixture.admin.query(
    `insert into calendar_day (day, is_workday, name) values ($1, false, '临时放假') on conflict (day) do update set is_workday = false`,
    [day],
  );
  expect(await dueAt()).toBeGreaterThan(before);
  expect(await dueAt()).toBeGreaterThan(before);
});

test('a place of another county is not known by its code', () => {
  const { countyCode, unitCode } = fixture.rights('officer');
  expect(intakeOf(fixture.database).placeOf(countyCode, unitCode)).toBeDefined();
  expect(intakeOf(fixture.database).placeOf(990102, unitCode)).toBeUndefined();
});

test('the common statement is the only one that asks who a report is from', async () => {
  const rights = fixture.rights('officer');
  const submit = (given = rights) => {
    const scope = new Scope(fixture.database, given, fixture.scope('officer').caller, { isGuess: true });
    const operation = { schema: contract(), document: parse(SUBMIT), variables: { draft: draft('officer') } };
    return runOperation(operation, scope, pino({ level: 'silent' })) as Promise<any>;
  };
  const before = fixture.database.statements;
  expect((await submit()).data.submitReport.isNew).toBe(true);
  expect(fixture.database.statements - before).toBe(1);
  await expect(submit({ ...rights, unitCode: UNITS.elm })).rejects.toThrow(RightsChanged);
  await expect(submit({ ...rights, personName: '别人' })).rejects.toThrow(RightsChanged);
});
