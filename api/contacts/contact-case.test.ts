import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { letClockMove } from '@lxq/db/test-clock.ts';
import type pg from 'pg';
import { ACCEPTED, caseOf, HEARD } from '../cases/case-deeds.testing.ts';
import { moveClock } from '../platform/scope/clock.ts';
import { answerOf } from '../testing/answers.ts';
import { type Account, type Fixture, startFixture, UNITS } from '../testing/fixture.ts';
import { forgetContacts } from './contact.forgetting.ts';
import { KEYS, openContact, VILLAGER } from './contact.testing.ts';
import { useContactKeys } from './contact.vault.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  await letClockMove(fixture.admin);
  await fixture.admin.query(`update session set expires_at = now() + interval '10 years'`);
  useContactKeys(KEYS);
});
afterAll(() => fixture.close());

const KEEP = `mutation ($id: ID!, $name: String!, $phone: String, $address: String, $version: Int) {
  keepContact(subject: "CASE", id: $id, name: $name, phone: $phone, address: $address, version: $version) { id name version } }`;
const SHOW = 'query ($id: ID!) { contact(subject: "CASE", id: $id) { id state name viewerCanKeep viewerCanOpen } }';
const keep = async (account: Account, id: string, version: number | null = null) =>
  answerOf(await fixture.run(account, KEEP, { id, ...VILLAGER, version }));
const show = async (account: Account, id: string) => answerOf(await fixture.run(account, SHOW, { id }));

test('how the petitioner is reached is kept and opened by whoever received them and by the office, and by nobody who acts', async () => {
  const { id, assigned } = await caseOf(fixture, 'clerk');
  const kept = await keep('clerk', id);
  expect(kept).toMatchObject({ version: 1 });
  const contact = kept.id;
  expect(await openContact(fixture, 'clerk', contact)).toMatchObject({ name: '郑铁柱' });
  expect(await keep('county', id, 1)).toMatchObject({ id: contact, version: 2 });
  expect(await openContact(fixture, 'county', contact)).toMatchObject({ name: '郑铁柱' });
  await assigned();
  expect(await show('clerk2', id)).toMatchObject({ state: 'KEPT', viewerCanKeep: true, viewerCanOpen: true });
  for (const [account, code] of [
    ['bureau', 'NOT_FOUND'],
    ['bureauHead', 'FORBIDDEN'],
  ] as const) {
    expect(await show(account, id)).toMatchObject({ state: 'NONE', viewerCanKeep: false, viewerCanOpen: false });
    expect(await openContact(fixture, account, contact)).toMatchObject({ code });
  }
  expect(await keep('bureau', id)).toMatchObject({ code: 'REFUSED', unmet: ['unit'] });
  for (const account of ['otherClerk', 'head'] as const) {
    expect(await show(account, id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await keep(account, id)).toMatchObject({ code: 'NOT_FOUND' });
    expect(await openContact(fixture, account, contact)).toMatchObject({ code: 'NOT_FOUND' });
  }
  expect(await openContact(fixture, 'foreignClerk', contact)).toMatchObject({ code: 'NOT_FOUND' });
});

test('whoever is asked to revisit rings the petitioner as long as they are asked, with a reason that is kept, and writes nothing down', async () => {
  const { id, deed, revisit, reported } = await caseOf(fixture, 'clerk');
  const { id: contact } = await keep('clerk', id);
  await reported();
  const asked = await revisit('PRE_CLOSE');
  for (const [unit, account] of [
    [UNITS.west, 'otherClerk'],
    [UNITS.willow, 'head'],
  ] as const) {
    expect(await openContact(fixture, account, contact)).toMatchObject({ code: 'NOT_FOUND' });
    await deed('county', 'assignRevisit', { id: asked, unit: String(unit) });
    expect(await show(account, id)).toMatchObject({ state: 'KEPT', viewerCanKeep: false, viewerCanOpen: true });
    expect(await openContact(fixture, account, contact)).toMatchObject({ name: '郑铁柱' });
    expect(await keep(account, id, 1)).toMatchObject({ code: 'REFUSED', unmet: ['unit'] });
    const { rows } = await fixture.admin.query(
      'select unit_code, person_role from contact_opening where contact_id = $1 order by at desc, id desc limit 1',
      [contact],
    );
    expect(rows).toEqual([
      { unit_code: String(UNITS.east), person_role: account === 'otherClerk' ? 'TOWNSHIP_CLERK' : 'VILLAGE_HEAD' },
    ]);
  }
  await deed('head', 'attemptRevisit', { id: asked, attempt: { method: 'PHONE', note: '无人接听' } });
  expect(await openContact(fixture, 'head', contact)).toMatchObject({ name: '郑铁柱' });
  expect(await openContact(fixture, 'otherClerk', contact)).toMatchObject({ code: 'NOT_FOUND' });
  // Given up on, the villager may ring back until somebody else confirms it.
  const days = [3, 2, 1].map((n) => new Date(Date.now() - n * 86_400_000).toISOString());
  await fixture.admin.query('update revisit set attempts = $2 where id = $1', [
    asked,
    JSON.stringify(days.map((at) => ({ at, method: 'PHONE', note: '无人接听', byName: '某' }))),
  ]);
  await deed('head', 'giveUpRevisit', { id: asked });
  expect(await openContact(fixture, 'head', contact)).toMatchObject({ name: '郑铁柱' });
  await deed('head', 'completeRevisit', { id: asked, outcome: HEARD });
  expect(await openContact(fixture, 'head', contact)).toMatchObject({ code: 'REFUSED', unmet: ['unit'] });
});

test('… nor by the office where it is about the office, and by no unit that it is about', async () => {
  const { id } = await caseOf(fixture, 'clerk');
  const { id: contact } = await keep('clerk', id);
  for (const unit of [UNITS.county, UNITS.east]) {
    await fixture.admin.query('alter table cases disable trigger user');
    await fixture.admin.query('update cases set concerns_unit_codes = $2 where id = $1', [id, JSON.stringify([unit])]);
    await fixture.admin.query('alter table cases enable trigger user');
    const [account, other] = unit === UNITS.county ? (['county', 'clerk2'] as const) : (['clerk2', 'county'] as const);
    expect(await openContact(fixture, account, contact)).toMatchObject({ code: 'REFUSED', unmet: ['recusal'] });
    expect(await openContact(fixture, other, contact)).toMatchObject({ name: '郑铁柱' });
  }
});

test('it is forgotten when nothing more is done about the case, and not while it is open or may be reviewed', async () => {
  const [open, closed, elsewhere] = [await caseOf(fixture), await caseOf(fixture), await caseOf(fixture)];
  for (const { id } of [open, closed, elsewhere]) await keep('county', id);
  await closed.closed();
  const decision = { ...ACCEPTED, outcome: 'NOT_ACCEPTED', reason: '不属于受理范围，已说明' };
  await elsewhere.deed('county', 'decideCase', { decision });
  const forgotten = async () => {
    const client = await fixture.database.jobs.connect();
    try {
      await forgetContacts(client as pg.PoolClient);
    } finally {
      client.release();
    }
    return Promise.all([open, closed, elsewhere].map(async ({ id }) => (await show('county', id)).state));
  };
  expect(await forgotten()).toEqual(['KEPT', 'KEPT', 'KEPT']);
  await moveClock(fixture.admin, 181 * 86_400_000);
  expect(await forgotten()).toEqual(['KEPT', 'KEPT', 'FORGOTTEN']);
  await fixture.admin.query(`update cases set state = 'ARCHIVED' where id = $1`, [closed.id]);
  expect(await forgotten()).toEqual(['KEPT', 'FORGOTTEN', 'FORGOTTEN']);
  expect(await keep('county', elsewhere.id, 2)).toMatchObject({ code: 'REFUSED', unmet: ['closed'] });
  await moveClock(fixture.admin, 0);
});
