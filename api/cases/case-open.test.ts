import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { v7 } from 'uuid';
import { ask, refusal } from '../digests/digest.testing.ts';
import { instructed } from '../instructions/instruction.testing.ts';
import { type Account, type Fixture, startFixture, submitted, UNITS } from '../testing/fixture.ts';
import { caseOf, draftOf } from './case-deeds.testing.ts';

/* What nobody should open a case with: refused by the field that it is about, and nothing is written. */
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  await fixture.admin.query('update unit set is_active = false where code = $1', [UNITS.poplar]);
  await fixture.admin.query(`update place set valid_to = '2021-01-01' where code = $1`, [UNITS.poplar]);
});
afterAll(() => fixture.close());

const OPEN = 'mutation ($draft: CaseDraft!) { openCase(draft: $draft) { id } }';
const opened = (account: Account, changes: object) =>
  refusal(fixture, account, OPEN, { draft: draftOf({ ...changes }) });
const cases = async () => (await fixture.admin.query('select count(*)::int as n from cases')).rows[0].n;
const LONG = '字'.repeat(200_000);
const MANY = Array.from({ length: 10_000 }, (_, n) => String(UNITS.east + n));
const _names = (count: number) => Array.from({ length: count }, (_, n) => `某某${n}`);
const TODAY = dayOf(new Date());
/** A character that no text holds is told with the whole path to it. */
const bad = (field: string) => ({ code: 'BAD_INPUT', field: expect.stringMatching(`(^|[.])${field}$`) });

test.each<[field: string, changes: object]>([
  ...(['title', 'brief'] as const).flatMap((field) =>
    ['', ' \u3000 ', LONG, '井\u0000坏了抽不上水来'].map((text): [string, object] => [field, { [field]: text }]),
  ),
  ...['', 'x', `'; drop table cases; --`, LONG].map((clientId): [string, object] => ['clientId', { clientId }]),
  ...['', 'NOWHERE', 'CONDUCT', '\u0000', LONG].map((topic): [string, object] => ['topic', { topic }]),
  ...['', '0', '-1', 'x', '1e99', String(UNITS.otherVillage), String(UNITS.poplar), LONG].map(
    (place): [string, object] => ['place', { place }],
  ),
  ...[addDays(TODAY, 1), addDays(TODAY, -91), '9999-12-31', '2026-02-30', ''].map((receivedOn): [string, object] => [
    'receivedOn',
    { receivedOn },
  ]),
  ...[['x'], [String(UNITS.otherCounty)], [String(UNITS.poplar)], [String(UNITS.county)]].map(
    (concerns): [string, object] => ['concerns', { concerns }],
  ),
  ['channel', { channel: 'REPORT' }],
  ['channel', { channel: 'INSTRUCTION' }],
  ['channel', { channel: 'CALL', report: v7() }],
])('a case is not opened with such a %s: %#', async (field, changes) => {
  const before = await cases();
  expect(await opened('county', changes)).toMatchObject(bad(field));
  expect(await cases()).toBe(before);
});

test('… nor with ten thousand units that it is about, one’s own, or somebody’s name and number in its words', async () => {
  expect(await opened('county', { concerns: MANY })).toMatchObject({ code: 'BAD_INPUT' });
  expect(await opened('clerk', { concerns: [String(UNITS.east)] })).toMatchObject({
    code: 'REFUSED',
    unmet: ['recusal'],
  });
  expect(await opened('county', { brief: '来访人身份证号11010519491231002X，请尽快处理。' })).toMatchObject({
    code: 'REFUSED',
  });
  const twice = { concerns: [UNITS.west, UNITS.west].map(String) };
  const { id } = await caseOf(fixture, 'county', twice);
  expect(
    (await ask(fixture, 'county', 'query ($id: ID!) { case(id: $id) { concerns { code } } }', { id })).case.concerns,
  ).toHaveLength(1);
});

test('a case rests on what its opener sees, what was judged and is not sealed, and on an instruction that is out', async () => {
  const [report, foreign] = [await submitted(fixture, 'otherOfficer'), await submitted(fixture, 'foreignOfficer')];
  const sealed = await submitted(fixture, 'officer', { topic: 'CONDUCT' });
  const raw = await submitted(fixture, 'officer');
  const onReport = (by: Account, id: string) => opened(by, { channel: 'REPORT', report: id });
  for (const [by, id] of [
    ['clerk', report],
    ['county', foreign],
    ['county', sealed],
    ['clerk', sealed],
    ['county', v7()],
    ['county', 'x'],
  ] as const)
    expect([by, await onReport(by, id)]).toMatchObject([by, { code: 'NOT_FOUND' }]);
  expect(await onReport('county', raw)).toMatchObject({ code: 'REFUSED', unmet: ['state'] });
  await ask(fixture, 'county', 'mutation ($id: ID!) { triageReport(id: $id, version: 1) { id } }', { id: raw });
  const instruction = await instructed(fixture, { report: raw });
  const onInstruction = (by: Account, id: string) => opened(by, { channel: 'INSTRUCTION', instruction: id });
  expect(await onInstruction('county', instruction)).toMatchObject({ code: 'REFUSED', unmet: ['state'] });
  expect(await onInstruction('clerk', instruction)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await onInstruction('county', v7())).toMatchObject({ code: 'NOT_FOUND' });
  for (const account of [
    'officer',
    'head',
    'townLeader',
    'director',
    'leader',
    'analyst',
    'discipline',
    'admin',
  ] as const)
    expect(await opened(account, {})).toMatchObject({ code: 'FORBIDDEN' });
});
