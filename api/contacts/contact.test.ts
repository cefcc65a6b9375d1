import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { CONTACT_KEEPERS } from '@lxq/schema/contacts/contact-rights.ts';
import { type Account, type Fixture, POSTS, startFixture, submitted } from '../testing/fixture.ts';
import { KEYS, keep, keptContact, openContact, openings, show, VILLAGER, WHY } from './contact.testing.ts';
import { useContactKeys } from './contact.vault.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
beforeEach(() => useContactKeys(KEYS));
afterAll(() => fixture.close());

const ACCOUNTS = Object.keys(POSTS) as Account[];
const keeps = (account: Account) => (CONTACT_KEEPERS as readonly string[]).includes(POSTS[account][0]);
const count = async (from: string, values: unknown[] = []) =>
  (await fixture.admin.query(`select count(*)::int as n ${from}`, values)).rows[0].n;
const IN_CLEAR = { name: '郑铁柱', phone: '13812345678', address: VILLAGER.address };

test('an officer writes down how the villager of a report is reached, and whoever sees the report sees it masked', async () => {
  const report = await submitted(fixture, 'officer');
  expect(await show(fixture, 'clerk', report)).toMatchObject({ id: null, state: 'NONE', viewerCanKeep: true });
  const kept = await keep(fixture, 'officer', report);
  expect(kept).toMatchObject({ state: 'KEPT', name: '郑**', phone: '138****5678', hasAddress: true, version: 1 });
  const seen: Record<string, unknown> = {};
  for (const account of ACCOUNTS) {
    const { code, name, phone } = await show(fixture, account, report);
    seen[account] = code ?? [name, phone].join(' ');
  }
  const masked = '郑** 138****5678';
  const sees = [
    'officer',
    'head',
    'clerk',
    'clerk2',
    'townLeader',
    'county',
    'county2',
    'director',
    'leader',
    'leader2',
  ];
  expect(seen).toEqual(
    Object.fromEntries(
      ACCOUNTS.map((account) => [
        account,
        account === 'admin' ? 'FORBIDDEN' : [...sees, 'analyst', 'discipline'].includes(account) ? masked : 'NOT_FOUND',
      ]),
    ),
  );
});

test('it is opened by the desk that handles the report and by whoever wrote it down, and by nobody else', async () => {
  const { contact } = await keptContact(fixture);
  const opened: Record<string, unknown> = {};
  for (const account of ACCOUNTS) {
    const { code, unmet, name, phone, address } = await openContact(fixture, account, contact);
    opened[account] = code ? [code, ...(unmet ?? [])].join(' ') : { name, phone, address };
  }
  expect(opened).toEqual({
    ...Object.fromEntries(ACCOUNTS.map((account) => [account, keeps(account) ? 'NOT_FOUND' : 'FORBIDDEN'])),
    ...Object.fromEntries(['officer', 'clerk', 'clerk2', 'county', 'county2'].map((account) => [account, IN_CLEAR])),
    head: 'REFUSED role',
    discipline: 'REFUSED line',
  });
});

test('each look is written down with who, when and why, before the answer leaves, and nowhere with what', async () => {
  const { contact } = await keptContact(fixture);
  await openContact(fixture, 'clerk', contact);
  await openContact(fixture, 'county', contact, '回访群众是否满意');
  const { edges } = await openings(fixture, 'director', contact);
  expect(edges.map(({ node }: any) => [node.personName, node.personRole, node.reason])).toEqual([
    ['测试·county', 'COUNTY_CLERK', '回访群众是否满意'],
    ['测试·clerk', 'TOWNSHIP_CLERK', WHY],
  ]);
  const audit = `from audit where subject = 'CONTACT' and subject_id = $1 and deed = 'openContact'`;
  expect(await count(`${audit} and note = $2 and actor_name = '测试·clerk'`, [contact, WHY])).toBe(1);
  expect(await count(audit, [contact])).toBe(2);
  // A refused one leaves none.
  expect(await openContact(fixture, 'clerk', contact, '看看')).toMatchObject({ code: 'BAD_INPUT', field: 'reason' });
  expect(await openContact(fixture, 'clerk', contact, '字'.repeat(201))).toMatchObject({ field: 'reason' });
  expect(await count(audit, [contact])).toBe(2);
});

test('who has looked is asked by the desk that holds it, the director and the discipline desk', async () => {
  const { contact } = await keptContact(fixture);
  await openContact(fixture, 'clerk', contact);
  const read: Record<string, unknown> = {};
  for (const account of ACCOUNTS) {
    const { code, edges } = await openings(fixture, account, contact);
    read[account] = code ?? edges.length;
  }
  expect(read).toEqual({
    ...Object.fromEntries(ACCOUNTS.map((account) => [account, 'FORBIDDEN'])),
    ...Object.fromEntries(['otherClerk', 'bureau', 'foreignClerk'].map((account) => [account, 'NOT_FOUND'])),
    ...{ clerk: 1, clerk2: 1, county: 1, county2: 1, director: 1, discipline: 1 },
  });
  for (const bad of ['', 'x', '018f0000-0000-7000-8000-000000000000'])
    expect(await openings(fixture, 'director', bad)).toMatchObject({ code: 'NOT_FOUND' });
});

test('looks come since an instant and page by page, at the same number of statements', async () => {
  const { contact } = await keptContact(fixture);
  await fixture.admin.query(
    `insert into contact_opening (county_code, unit_code, id, contact_id, subject_id, line, at, person_id, person_name, person_role, reason)
     select 990101, 990101101201000, gen_random_uuid(), $1, gen_random_uuid(), 'LINE', now() - n * interval '1 day', gen_random_uuid(), '某', 'COUNTY_CLERK', '回访群众意见' from generate_series(1, 60) n`,
    [contact],
  );
  const statements = async (more: object) => {
    const before = fixture.database.statements;
    const page = await openings(fixture, 'director', contact, more);
    return [page.edges.length, fixture.database.statements - before];
  };
  expect((await statements({ first: 5 }))[1]).toBe((await statements({ first: 50 }))[1]);
  const since = new Date(Date.now() - 7.5 * 86_400_000).toISOString();
  const one = await openings(fixture, 'director', contact, { since, first: 5 });
  const rest = await openings(fixture, 'director', contact, { since, first: 5, after: one.pageInfo.endCursor });
  expect([one.edges.length, rest.edges.length, rest.pageInfo.hasNextPage]).toEqual([5, 2, false]);
});
