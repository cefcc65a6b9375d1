import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays } from '@lxq/schema/calendar.ts';
import { v7 } from 'uuid';
import { caseOf } from '../cases/case-deeds.testing.ts';
import { CENSURE_TEXT } from '../censures/censure.testing.ts';
import { ask, refusal } from '../digests/digest.testing.ts';
import { type Account, COUNTY, type Fixture, idOf, startFixture, UNITS } from '../testing/fixture.ts';
import { DECISION, RECORD, recorded, TODAY } from './accountability.testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const PERIOD = { from: addDays(TODAY, -10), to: TODAY };
const LIST =
  'query ($from: Date!, $to: Date!) { accountabilities(from: $from, to: $to) { id state kind basis unit { code } case { no } censure { no } withdrawnReason viewerCanWithdraw } }';
const FIGURES = `query ($from: Date!, $to: Date!) {
  supervisionByUnit(from: $from, to: $to) { unit { code } guidance supervision inspected censures accountabilities }
  accountabilityByKind(from: $from, to: $to) { kind basis count } }`;
const listed = async (account: Account) => (await ask(fixture, account, LIST, PERIOD)).accountabilities;
const figures = (account: Account, period: typeof PERIOD = PERIOD) => ask(fixture, account, FIGURES, period);
const clear = () => fixture.admin.query('truncate accountability, censure, guidance_order cascade');

test('the office writes down what was decided elsewhere, once, with the case or the censure that it comes from', async () => {
  const { id: caseId } = await caseOf(fixture, 'county', {});
  const { no } = (await ask(fixture, 'county', 'query ($id: ID!) { case(id: $id) { no } }', { id: caseId })).case;
  const DRAFT =
    'mutation ($clientId: ID!, $censure: CensureText!) { draftCensure(clientId: $clientId, censure: $censure) { no } }';
  const { draftCensure } = await ask(fixture, 'county', DRAFT, { clientId: v7(), censure: CENSURE_TEXT });
  const sent = { clientId: v7(), record: { ...DECISION, matterNo: no } };
  const { recordAccountability: first } = await ask(fixture, 'county', RECORD, sent);
  expect((await ask(fixture, 'county', RECORD, sent)).recordAccountability.id).toBe(first.id);
  await recorded(fixture, { matterNo: draftCensure.no });
  expect((await listed('county')).map((row: any) => [row.case?.no ?? null, row.censure?.no ?? null]).sort()).toEqual(
    [
      [no, null],
      [null, draftCensure.no],
    ].sort(),
  );
  const other = { ...sent, record: { ...sent.record, kind: 'PARTY' } };
  expect(await refusal(fixture, 'county', RECORD, other)).toMatchObject({ code: 'CONFLICT' });
});

test('nobody is named: there is no column for a person but whoever wrote it down', async () => {
  const { rows } = await fixture.admin.query(
    `select column_name as name from information_schema.columns where table_name = 'accountability' and column_name ~ 'person|name|official'`,
  );
  expect(rows).toEqual([{ name: 'by_name' }]);
});

test('what does not fit is refused by name', async () => {
  for (const [field, wrong] of [
    ['unit', { unit: String(COUNTY * 1_000_000_000) }],
    ['decidedOn', { decidedOn: addDays(TODAY, 1) }],
    ['organ', { organ: ' ' }],
    ['matterNo', { matterNo: '案2026-99999' }],
    ['matterNo', { matterNo: '第三号案件' }],
    ['matterNo', { matterNo: '案9999-1' }],
    ['matterNo', { matterNo: '通0026-1' }],
  ] as const)
    expect([
      field,
      await refusal(fixture, 'county', RECORD, { clientId: v7(), record: { ...DECISION, ...wrong } }),
    ]).toMatchObject([field, { code: 'BAD_INPUT', field }]);
  const withNumber = { ...DECISION, organ: '县纪委 13812345678' };
  expect(await refusal(fixture, 'county', RECORD, { clientId: v7(), record: withNumber })).toMatchObject({
    ...{ code: 'REFUSED', unmet: ['personalData'] },
  });
  for (const account of ['director', 'clerk', 'leader', 'discipline'] as const)
    expect(await refusal(fixture, account, RECORD, { clientId: v7(), record: DECISION })).toMatchObject({
      code: 'FORBIDDEN',
    });
});

test('the county sees all, a township its own and its villages’, a department its own, and nobody else any', async () => {
  await clear();
  await recorded(fixture);
  await recorded(fixture, { unit: String(UNITS.willow) });
  await recorded(fixture, { unit: String(UNITS.west) });
  const unitsOf = async (account: Account) => (await listed(account)).map(({ unit }: any) => Number(unit.code)).sort();
  for (const account of ['county', 'director', 'leader'] as const)
    expect(await unitsOf(account)).toEqual([UNITS.willow, UNITS.west, UNITS.water]);
  expect(await unitsOf('clerk')).toEqual([UNITS.willow]);
  expect(await unitsOf('bureau')).toEqual([UNITS.water]);
  for (const account of ['officer', 'head', 'analyst', 'discipline', 'admin'] as const)
    expect(await refusal(fixture, account, LIST, PERIOD)).toMatchObject({ code: 'FORBIDDEN' });
});

test('what is taken back stays with its reason and is counted no more', async () => {
  await clear();
  const id = await recorded(fixture);
  await recorded(fixture, { basis: 'NEGLECT' });
  const WITHDRAW =
    'mutation ($id: ID!) { withdrawAccountability(id: $id, version: 1, reason: "复核后撤销原处理决定") { state withdrawnReason } }';
  await ask(fixture, 'county', WITHDRAW, { id });
  expect((await listed('county')).find((row: any) => row.id === id)).toMatchObject({
    ...{ state: 'WITHDRAWN', withdrawnReason: '复核后撤销原处理决定', viewerCanWithdraw: false },
  });
  const { accountabilityByKind, supervisionByUnit } = await figures('county');
  expect(accountabilityByKind).toEqual([{ kind: 'ADMONITION', basis: 'NEGLECT', count: 1 }]);
  expect(supervisionByUnit).toMatchObject([{ accountabilities: 1 }]);
});

/** Orders and censures as issued on a day. */
async function issued(unit: number, day: string) {
  const at = `${day}T12:00:00+08:00`;
  const by = [COUNTY, unit, idOf('county'), at];
  await fixture.admin.query(
    `insert into guidance_order (county_code, id, unit_code, client_id, kind, state, state_since, issuer_unit_code, title, basis, requirement, due_on, drafted_by_id, drafted_by_name, drafted_at, issued_at, found)
     select $1::int, gen_random_uuid(), $2::bigint, gen_random_uuid(), k.kind, k.state, $4::timestamptz, $1::bigint * 1000000000, '督促整改供水', '走访', '限期整改', $4::timestamptz::date, $3::uuid, '某', $4::timestamptz, k.at, k.found
     from (values ('GUIDANCE', 'CLOSED', $4::timestamptz, '已到现场'), ('SUPERVISION', 'ISSUED', $4::timestamptz, null), ('GUIDANCE', 'DRAFT', null, null)) k (kind, state, at, found)`,
    by,
  );
  await fixture.admin.query(
    `insert into censure (county_code, id, unit_code, client_id, state, state_since, title, cause, evidence, rule, drafted_by_id, drafted_by_name, drafted_at, issued_at)
     select $1::int, gen_random_uuid(), $2::bigint, gen_random_uuid(), k.state, $4::timestamptz, '关于推诿的通报', '推诿', '台账', '条例', $3::uuid, '某', $4::timestamptz, k.at
     from (values ('LIFTED', $4::timestamptz), ('REVOKED', $4::timestamptz), ('DRAFT', null)) k (state, at)`,
    by,
  );
}

test('by unit: orders of both kinds, inspected ones, censures that stand, decisions; of the days asked for alone', async () => {
  await clear();
  await issued(UNITS.willow, TODAY);
  await issued(UNITS.water, TODAY);
  await issued(UNITS.water, addDays(TODAY, -40));
  await recorded(fixture);
  await recorded(fixture, { decidedOn: addDays(TODAY, -40) });
  const [east, water] = (await figures('county')).supervisionByUnit;
  const each = { guidance: 1, supervision: 1, inspected: 1, censures: 1 };
  expect(east).toEqual({ unit: { code: String(UNITS.east) }, ...each, accountabilities: 0 }); // a village's is its township's
  expect(water).toEqual({ unit: { code: String(UNITS.water) }, ...each, accountabilities: 1 });
  const all = await figures('county', { from: addDays(TODAY, -50), to: TODAY });
  expect(all.supervisionByUnit[1]).toMatchObject({ guidance: 2, censures: 2, accountabilities: 2 });
  // A township by its units; a village's censure is the village's and the county's to read.
  expect((await figures('clerk')).supervisionByUnit).toEqual([
    { unit: { code: String(UNITS.willow) }, ...each, censures: 0, accountabilities: 0 },
  ]);
  expect((await figures('bureau')).supervisionByUnit).toMatchObject([{ unit: { code: String(UNITS.water) }, ...each }]);
});

test('who has SQL at the office rewrites nothing that was written down, and takes it back with a reason alone', async () => {
  const id = await recorded(fixture);
  const attempt = async (change: string) => {
    const scope = fixture.scope('county');
    try {
      return (await scope.rows(`update accountability set ${change} where id = $1 returning 1`, [id])).length;
    } finally {
      await scope.end('rollback').catch(() => {});
    }
  };
  for (const change of [
    ...[`organ = '某'`, `reference = '某'`, `unit_code = ${UNITS.west}`, `kind = 'PARTY'`, `by_name = '某'`],
    ...[
      'decided_on = decided_on - 1',
      `state = 'WITHDRAWN'`,
      `withdrawn_reason = '某'`,
      'client_id = gen_random_uuid()',
    ],
  ])
    await expect(attempt(change)).rejects.toEqual(expect.objectContaining({ code: '42501' }));
  expect(await attempt(`state = 'WITHDRAWN', withdrawn_reason = '误录'`)).toBe(1);
});
