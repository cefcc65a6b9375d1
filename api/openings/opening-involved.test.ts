import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { COUNTY, type Fixture, startFixture, UNITS } from '../testing/fixture.ts';
import * as desk from './opening.testing.ts';
import { APPROVE, as, asking, LIST, OPEN, REFUSE, REQUEST, requested } from './opening.testing.ts';

/** Never for the unit complained of (Art. 30, state-machines 5.1): held by the database, whatever a resolver thinks. */
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  await desk.staffDesk(fixture);
});
afterAll(() => fixture.close());
afterEach(() => desk.dismissAll(fixture));

/** SQL as the runtime role, in a clerk's own scope. */
async function sql(clerk: desk.Clerk, text: string, values: unknown[]) {
  const scope = desk.scopeOf(fixture, clerk);
  try {
    return await scope.rows<any>(text, values);
  } finally {
    await scope.end('rollback');
  }
}
const refused = expect.objectContaining({ code: '42501' });
const add = (clerk: desk.Clerk, report: string, about: number) =>
  sql(
    clerk,
    `insert into identity_opening (county_code, id, report_id, requester_id, about_unit_code, reason, requested_at, expires_at)
     values ($1, gen_random_uuid(), $2, app.person(), $3, '一二三四五六七八九十', now(), now() + interval '1 day')`,
    [COUNTY, report, about],
  );

test('who holds a post at the unit complained of neither asks, sees, approves nor refuses', async () => {
  const { id, report } = await requested(fixture, 'second');
  expect((await as(fixture, 'involved', LIST)).identityOpenings).toEqual([]);
  for (const document of [APPROVE, REFUSE, OPEN])
    expect(await as(fixture, 'involved', document, { id })).toMatchObject({ code: 'NOT_FOUND' });
  const other = await desk.accusation(fixture);
  expect(await as(fixture, 'involved', REQUEST, asking(other))).toMatchObject({ unmet: ['unit'] });
  expect(report).not.toBe(other);
});

test.each<[string, number, number, boolean]>([
  ['the village named', UNITS.poplar, UNITS.poplar, true],
  ['the station above the village named', UNITS.east, UNITS.poplar, true],
  ['a village below the township named', UNITS.poplar, UNITS.east, true],
  ['the village where the matter is, whatever unit is named', UNITS.willow, UNITS.elm, true],
  ['the station above the village where it is', UNITS.east, UNITS.elm, true],
  ['a sibling village', UNITS.poplar, UNITS.willow, false],
  ['another township', UNITS.west, UNITS.willow, false],
  ['the department named', UNITS.water, UNITS.water, true],
  ['another department', UNITS.water, UNITS.willow, false],
])('of a clerk with a post at %s the database says whether it admits them', async (_what, post, about, isBarred) => {
  const report = await desk.accusation(fixture);
  await desk.appoint(fixture, 'fourth', 'TOWNSHIP_CLERK', post);
  const asked = add('fourth', report, about);
  if (isBarred) await expect(asked).rejects.toEqual(refused);
  else await asked;
  const { requestIdentity } = await as(fixture, 'discipline', REQUEST, asking(report, about));
  const [seen] = await sql('fourth', 'select count(*)::int as n from identity_opening where id = $1', [
    requestIdentity.id,
  ]);
  expect(seen.n).toBe(isBarred ? 0 : 1);
  const approval = sql('fourth', 'insert into identity_approval values ($1, $2, app.person(), now())', [
    COUNTY,
    requestIdentity.id,
  ]);
  if (isBarred) await expect(approval).rejects.toEqual(refused);
  else await approval;
});

test('a post that ended since the matter happened bars as well, one that ended before does not', async () => {
  const report = await desk.accusation(fixture);
  await desk.appoint(fixture, 'fourth', 'VILLAGE_HEAD', UNITS.willow);
  const ends = (day: string) =>
    fixture.admin.query(`update post set valid_to = ${day} where person_id = $1 and role = 'VILLAGE_HEAD'`, [
      desk.personOf('fourth'),
    ]);
  await ends(`(now() at time zone 'Asia/Shanghai')::date`); // the database's own day begins eight hours later
  await expect(add('fourth', report, UNITS.willow)).rejects.toEqual(refused);
  await ends(`current_date - 10`);
  await add('fourth', report, UNITS.willow);
});

test('what is said of the county office itself is opened by nobody', async () => {
  const report = await desk.accusation(fixture);
  expect(await as(fixture, 'discipline', REQUEST, asking(report, UNITS.county))).toMatchObject({
    unmet: ['unit', 'approvers'],
  });
});

test('who belongs to a unit named once does not get round it by naming another', async () => {
  const report = await desk.accusation(fixture);
  await desk.appoint(fixture, 'fourth', 'TOWNSHIP_CLERK', UNITS.west);
  const { requestIdentity } = await as(fixture, 'discipline', REQUEST, asking(report, UNITS.west));
  await as(fixture, 'second', REFUSE, { id: requestIdentity.id });
  expect(await as(fixture, 'fourth', REQUEST, asking(report, UNITS.willow))).toMatchObject({ unmet: ['unit'] });
});

test('who comes to belong to it after the approvals is shown nothing, and an approver who does counts no more', async () => {
  for (const clerk of ['discipline', 'third'] as const) {
    const { id } = await requested(fixture, 'second', 'third');
    await desk.appoint(fixture, clerk, 'VILLAGE_HEAD', UNITS.willow);
    expect((await as(fixture, 'discipline', OPEN, { id })).code).toMatch(/NOT_FOUND|FORBIDDEN/);
    const { rows } = await fixture.admin.query(`select 1 from audit where subject_id = $1 and deed = 'openIdentity'`, [
      id,
    ]);
    expect(rows).toEqual([]);
    await desk.dismissAll(fixture);
  }
});

test('the database hands no name to SQL that skips the approvals, nor an approval in another’s name', async () => {
  const { id } = await requested(fixture, 'second');
  const forge = `update identity_opening set state = 'OPENED', opened_at = now(), expires_at = now() + interval '29 minutes' where id = $1`;
  const scope = desk.scopeOf(fixture, 'discipline');
  await scope.rows(forge, [id]);
  await expect(scope.rows('select * from app.open_identity($1)', [id])).rejects.toEqual(refused);
  await scope.end('rollback');
  const forged = 'insert into identity_approval values ($1, $2, $3, now())';
  await expect(sql('discipline', forged, [COUNTY, id, desk.personOf('third')])).rejects.toEqual(refused);
  await expect(sql('discipline', forged, [COUNTY, id, desk.personOf('discipline')])).rejects.toEqual(refused);
  await as(fixture, 'third', APPROVE, { id });
  expect((await as(fixture, 'discipline', OPEN, { id })).openIdentity.name).toBe('测试·officer');
  expect(await sql('discipline', 'select name from app.open_identity($1)', [id])).toEqual([{ name: '测试·officer' }]);
  for (const clerk of ['second', 'third', 'involved'] as const)
    await expect(sql(clerk, 'select * from app.open_identity($1)', [id])).rejects.toEqual(refused);
  const long = `update identity_opening set state = 'OPENED', opened_at = now(), expires_at = now() + interval '2 hours' where id = $1`;
  await expect(sql('discipline', long, [id])).rejects.toMatchObject({ code: '23514' });
});
