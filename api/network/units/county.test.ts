import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Account, type Fixture, startFixture, submitted } from '../../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

test('the figures of the home page are counted, not typed, and agree with the counts of the lists', async () => {
  const FIGURES =
    '{ reportCounts { total } viewer { county { figures { from to reports problems digestsIssued instructions townships villages departments enterprises officers } } } }';
  type Answer = { reportCounts: { total: number }; viewer: { county: { figures: Record<string, unknown> } } };
  const read = async () => (await fixture.run<Answer>('county', FIGURES)).data;
  const empty = { from: null, reports: 0, problems: 0, townships: 2, departments: 1, enterprises: 0, officers: 4 };
  expect((await read())?.viewer.county.figures).toMatchObject(empty);
  await submitted(fixture, 'officer');
  await submitted(fixture, 'officer', { topic: 'PRAISE' });
  await submitted(fixture, 'officer', { line: 'SEALED' });
  const answer = await read();
  expect(answer?.viewer.county.figures).toMatchObject({
    reports: 2,
    problems: 1,
    from: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
  });
  expect(answer?.reportCounts.total).toBe(2);
});

test('everybody of the county reads the same numbers of issues and instructions, whoever may read these themselves', async () => {
  const FIGURES =
    '{ viewer { county { figures { digestsIssued instructions instructionsByCity instructionsByCounty } } } }';
  type Answer = { viewer: { county: { figures: Record<string, unknown> } } };
  await fixture.admin.query('begin; set local session_replication_role = replica');
  await fixture.admin.query(
    `insert into digest (county_code, id, state, period_from, period_to, title, mark, issuer, recipients)
     select 990101, gen_random_uuid(), state, '2020-01-01', '2020-01-10', '', '', '', '{}' from unnest(array['ISSUED', 'FOLLOWED', 'VOIDED', 'EDITING']) state`,
  );
  await fixture.admin.query(
    `insert into instruction (county_code, id, client_id, level, state, leader_id, leader_name, text, responsible_unit_code, given_unit_code, due_on, given_due_on, instructed_at)
     select 990101, gen_random_uuid(), gen_random_uuid(), level, state, gen_random_uuid(), '', '尽快办理', 1, 1, '2020-01-10', '2020-01-10', now()
     from (values ('CITY', 'INSTRUCTED'), ('COUNTY', 'INSTRUCTED'), ('COUNTY', 'WITHDRAWN')) given (level, state)`,
  );
  await fixture.admin.query('commit');
  const figures = { digestsIssued: 2, instructions: 2, instructionsByCity: 1, instructionsByCounty: 1 };
  for (const account of ['county', 'leader', 'analyst', 'discipline', 'admin'] as const)
    expect([account, (await fixture.run<Answer>(account, FIGURES)).data?.viewer.county.figures]).toEqual([
      account,
      figures,
    ]);
  await fixture.admin.query('delete from instruction; delete from digest');
});

test('below the county the figures are of its own reports, and issues and instructions are not given instead of none', async () => {
  const FIGURES = '{ viewer { county { figures { reports digestsIssued instructions instructionsByCity } } } }';
  type Answer = { viewer: { county: { figures: Record<string, unknown> } } };
  const read = async (account: Account) => (await fixture.run<Answer>(account, FIGURES)).data?.viewer.county.figures;
  const inCounty = (await read('analyst'))?.reports as number;
  const inTownship = (await read('otherClerk'))?.reports as number;
  await submitted(fixture, 'officer');
  const none = { digestsIssued: null, instructions: null, instructionsByCity: null };
  expect(await read('otherClerk')).toEqual({ reports: inTownship, ...none });
  expect(await read('analyst')).toEqual({
    reports: inCounty + 1,
    digestsIssued: 0,
    instructions: 0,
    instructionsByCity: 0,
  });
});
