import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addDays, dayOf, tenDays } from '@lxq/schema/calendar.ts';
import { type Fixture, startFixture } from '../testing/fixture.ts';
import {
  APPROVE,
  approved,
  ask,
  edited,
  HEAD,
  issued,
  monthsLater,
  open,
  RECIPIENTS,
  refusal,
  SAVE,
  SUBMIT,
  VOID,
} from './digest.testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  await fixture.admin.query(
    'truncate digest, digest_item, digest_item_report, digest_version, digest_receipt, digest_file, instruction cascade',
  );
  await fixture.admin.query(`update report set state = 'ARCHIVED', set_aside_at = now()`);
});

const today = () => dayOf(new Date());

test('the first issue covers the present ten days, the next begins on the day after', async () => {
  const first = await open(fixture);
  expect(first).toMatchObject({
    state: 'COLLECTING',
    periodFrom: tenDays(today()).from,
    periodTo: tenDays(today()).to,
  });
  await monthsLater(fixture);
  const next = await open(fixture);
  expect(next.periodFrom).toBe(addDays(first.periodTo, -59));
  expect(next.periodTo).toBe(tenDays(next.periodFrom).to);
});

test('a county that reports weekly gets weeks from Monday on', async () => {
  await fixture.admin.query(`update county set digest_cycle = 'WEEK'`);
  try {
    const { periodFrom, periodTo } = await open(fixture);
    expect(new Date(`${periodFrom}T00:00:00Z`).getUTCDay()).toBe(1);
    expect(periodTo).toBe(addDays(periodFrom, 6));
  } finally {
    await fixture.admin.query(`update county set digest_cycle = 'TEN_DAYS'`);
  }
});

test('clerks who open the next period at once open one issue', async () => {
  const OPEN = `mutation { openDigest { ${HEAD} } }`;
  const clerks = ['county', 'county2', 'county', 'county2', 'county', 'county2'] as const;
  for (let i = 0; i < 4; i++) {
    const all = await Promise.all(clerks.map((clerk) => fixture.run(clerk, OPEN)));
    expect(all.filter(({ errors }) => !errors)).toHaveLength(1);
    const refused = all.find(({ errors }) => errors)?.errors?.[0];
    expect(refused?.extensions).toMatchObject({ code: 'REFUSED', unmet: ['periodNotBegun'] });
    await fixture.admin.query('delete from digest');
  }
});

test('a voided issue takes no number and its period is opened again', async () => {
  const voided = await approved(fixture);
  await ask(fixture, 'county', VOID, { id: voided.id, version: voided.version });
  const again = await issued(fixture);
  expect(again).toMatchObject({ no: 1, cumNo: 1, periodFrom: voided.periodFrom, periodTo: voided.periodTo });
});

test('a period voided after later ones were opened comes before anything new', async () => {
  const early = await open(fixture);
  await monthsLater(fixture);
  const late = await open(fixture);
  await ask(fixture, 'county', VOID, { id: early.id, version: early.version });
  expect(
    (await ask(fixture, 'county', `query ($id: ID!) { digest(id: $id) { checks { code } } }`, { id: late.id })).digest
      .checks,
  ).not.toContainEqual({ code: 'periodGap' });
  const again = await open(fixture);
  expect(again).toMatchObject({ periodTo: addDays(late.periodFrom, -1) });
});

test('an issue takes over recipients, mark and copies from the last one', async () => {
  await issued(fixture);
  await monthsLater(fixture);
  const { id } = await open(fixture);
  const { digest } = await ask(
    fixture,
    'county',
    'query ($id: ID!) { digest(id: $id) { mark copies issuer recipients { report send issue } } }',
    { id },
  );
  expect(digest).toEqual({
    mark: '内部资料 注意保存',
    copies: 60,
    issuer: '中共清禾县委群众工作办公室',
    recipients: RECIPIENTS,
  });
});

test('who edited an issue does not sign it, whichever post they act under', async () => {
  const digest = await edited(fixture);
  const { version } = (await ask(fixture, 'county2', SUBMIT, { id: digest.id, version: digest.version }))
    .submitDigestForReview;
  // The director stood in for a clerk and wrote part of it; somebody else sent it in.
  const { countyCode, personId } = fixture.rights('director');
  await fixture.admin.query(
    `insert into audit (county_code, id, unit_code, at, subject, subject_id, deed, actor_id, actor_name, actor_role) values ($1, gen_random_uuid(), $4, now(), 'DIGEST', $2, 'edit', $3, 'x', 'COUNTY_CLERK')`,
    [countyCode, digest.id, personId, countyCode * 1_000_000_000],
  );
  const variables = { id: digest.id, version };
  expect(
    (await ask(fixture, 'director', 'query ($id: ID!) { digest(id: $id) { viewerCanApprove } }', { id: digest.id }))
      .digest.viewerCanApprove,
  ).toBe(false);
  expect(await refusal(fixture, 'director', APPROVE, variables)).toMatchObject({
    code: 'REFUSED',
    unmet: ['fourEyes'],
  });
});

test('a clerk does not sign and a director does not edit', async () => {
  const { id, version } = await edited(fixture);
  expect(await refusal(fixture, 'county', APPROVE, { id, version })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusal(fixture, 'director', SAVE, { id, version, copies: 1, recipients: RECIPIENTS })).toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('the date of an issue is the date of signing, and sending back takes the signature away', async () => {
  const signed = await approved(fixture);
  expect(signed.signedOn).toBe(today());
  const BACK = `mutation ($id: ID!, $version: Int!) { sendBackDigest(id: $id, version: $version, comment: "第二条再核实") { ${HEAD} signer { id } timeline { deed note } } }`;
  const { sendBackDigest } = await ask(fixture, 'director', BACK, { id: signed.id, version: signed.version });
  expect(sendBackDigest).toMatchObject({ state: 'EDITING', signedOn: null, signer: null });
  expect(sendBackDigest.timeline.at(-1)).toEqual({ deed: 'sendBack', note: '第二条再核实' });
});

test('the county hears each morning that its next issue is late, from the second day after its period', async () => {
  await fixture.admin.query(`delete from event where kind = 'DIGEST_OVERDUE'`);
  const late = async (today: string) =>
    (await fixture.database.jobs.query('select app.tell_late_digests($1) as n', [today])).rows[0].n;
  const { rows: first } = await fixture.admin.query('select min(submitted_at)::date::text as day from report');
  expect([await late(first[0].day), await late('2030-01-01')]).toEqual([0, 1]); // reports have come, and no issue ever did
  await fixture.admin.query(`delete from event where kind = 'DIGEST_OVERDUE'`);
  await fixture.admin.query(
    `insert into digest (county_code, id, state, period_from, period_to, title, mark, issuer, recipients, year, no, cum_no)
     values ($1, gen_random_uuid(), 'ISSUED', '2026-11-01', '2026-11-10', '摘报', '内部资料', '群工办', '{}', 2026, 1, 1)`,
    [fixture.rights('county').countyCode],
  );
  expect([await late('2026-11-21'), await late('2026-11-22')]).toEqual([0, 1]);
  const { rows } = await fixture.admin.query(
    `select unit_code, line, author_id from event where kind = 'DIGEST_OVERDUE'`,
  );
  expect(rows).toEqual([{ unit_code: '990101000000000', line: 'LINE', author_id: null }]);
  await fixture.admin.query(`update county set digest_cycle = 'WEEK'`);
  expect([await late('2026-11-18'), await late('2026-11-19')]).toEqual([0, 1]);
  await fixture.admin.query(`update county set digest_cycle = 'TEN_DAYS'`);
});
