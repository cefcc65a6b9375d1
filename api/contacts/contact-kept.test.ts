import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Fixture, startFixture, submitted } from '../testing/fixture.ts';
import { KEYS, keep, keptContact, openContact, show, VILLAGER } from './contact.testing.ts';
import { useContactKeys } from './contact.vault.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
beforeEach(() => useContactKeys(KEYS));
afterAll(() => fixture.close());

const count = async (from: string, values: unknown[] = []) =>
  (await fixture.admin.query(`select count(*)::int as n ${from}`, values)).rows[0].n;
const IN_CLEAR = { name: '郑铁柱', phone: '13812345678', address: VILLAGER.address };

test('replacing it keeps that it was replaced and nothing of what stood there', async () => {
  const { report, contact } = await keptContact(fixture);
  const replaced = await keep(fixture, 'clerk', report, { name: '孙大江', phone: null, version: 1 });
  expect(replaced).toMatchObject({ id: contact, name: '孙**', phone: null, version: 2 });
  expect((await openContact(fixture, 'clerk', contact)).name).toBe('孙大江');
  // What another has written down since is not the officer's own any more.
  expect(await openContact(fixture, 'officer', contact)).toMatchObject({ code: 'REFUSED' });
  const { rows } = await fixture.admin.query(
    `select deed, from_state, to_state, note, detail from audit where subject_id = $1 order by at, id`,
    [contact],
  );
  expect(rows.slice(0, 2)).toEqual([
    { deed: 'keepContact', from_state: 'NONE', to_state: 'KEPT', note: null, detail: null },
    { deed: 'keepContact', from_state: 'KEPT', to_state: 'KEPT', note: null, detail: null },
  ]);
});

test('of two who write it down at once, or from an older screen, the second is told', async () => {
  const report = await submitted(fixture, 'officer');
  const both = await Promise.all([
    keep(fixture, 'officer', report),
    keep(fixture, 'clerk', report, { name: '孙大江' }),
  ]);
  expect(both.map(({ code, version }) => code ?? version).sort()).toEqual([1, 'CONFLICT']);
  expect(await keep(fixture, 'clerk', report)).toMatchObject({ code: 'CONFLICT', version: 1 });
  expect(await keep(fixture, 'clerk', report, { version: 1 })).toMatchObject({ version: 2 });
});

test.each([
  ['name', { name: ' ' }],
  ['name', { name: '张'.repeat(100_000) }],
  ['phone', { phone: '12345' }],
  ['phone', { phone: null, address: null }],
  ['address', { address: '身份证11010519491231002X' }],
  ['name', { name: '张\u0000三' }],
])('bad input names its field: %s', async (field, given) => {
  const report = await submitted(fixture, 'officer');
  expect(await keep(fixture, 'officer', report, given)).toMatchObject({ code: 'BAD_INPUT', field });
  expect(await count('from contact where subject_id = $1', [report])).toBe(0);
});

test('another kind of matter, an unknown one and one out of sight are refused alike', async () => {
  const { errors } = await fixture.run('clerk', '{ contact(subject: "MATTER", id: "x") { id } }');
  expect(errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'subject' });
  const report = await submitted(fixture, 'officer');
  for (const [account, id] of [
    ['clerk', 'x'],
    ['otherClerk', report],
    ['officer2', report],
  ] as const)
    expect([await keep(fixture, account, id), await show(fixture, account, id)]).toMatchObject([
      { code: 'NOT_FOUND' },
      { code: 'NOT_FOUND' },
    ]);
});

test('what was sent past the station is kept and opened past it', async () => {
  const { report, contact } = await keptContact(fixture, { line: 'DIRECT' });
  expect(await openContact(fixture, 'clerk', contact)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await openContact(fixture, 'county', contact)).toMatchObject(IN_CLEAR);
  expect(await keep(fixture, 'clerk', report, { version: 1 })).toMatchObject({ code: 'NOT_FOUND' });
  // A clerk who sends something direct is its author.
  const own = await submitted(fixture, 'clerk', { line: 'DIRECT' });
  const kept = await keep(fixture, 'clerk', own);
  expect(await openContact(fixture, 'clerk', kept.id)).toMatchObject(IN_CLEAR);
  expect(await openContact(fixture, 'clerk2', kept.id)).toMatchObject({ code: 'NOT_FOUND' });
});

test('a report that is merged keeps its own contact, and a closed one takes no other', async () => {
  const { report, contact } = await keptContact(fixture);
  const master = await submitted(fixture, 'officer');
  await fixture.run('clerk', `mutation { mergeReports(master: "${master}", members: ["${report}"]) { ok } }`);
  expect(await openContact(fixture, 'clerk', contact)).toMatchObject(IN_CLEAR);
  expect(await show(fixture, 'clerk', master)).toMatchObject({ state: 'NONE' });
  await fixture.admin.query(`update report set state = 'ARCHIVED' where id = $1`, [master]);
  expect(await keep(fixture, 'clerk', master)).toMatchObject({ code: 'REFUSED', unmet: ['closed'] });
});

test('somebody looks thirty times an hour and no more, however many they ask for at once', async () => {
  const { contact } = await keptContact(fixture);
  const me = `person_id = (select id from person where name = '测试·county2')`;
  await fixture.admin.query(
    `insert into contact_opening (county_code, unit_code, id, contact_id, subject_id, line, at, person_id, person_name, person_role, reason)
     select 990101, 990101101201000, gen_random_uuid(), $1, gen_random_uuid(), 'LINE', now() - case when n > 28 then interval '2 hours' else interval '1 minute' end, p.id, p.name, 'COUNTY_CLERK', '回访群众意见'
     from generate_series(1, 40) n, person p where p.name = '测试·county2'`,
    [contact],
  );
  const before = await count(`from contact_opening where ${me} and at > now() - interval '1 hour'`);
  const answers = await Promise.all([1, 2, 3, 4].map(() => openContact(fixture, 'county2', contact)));
  const refused = answers.filter(({ unmet }) => unmet?.[0] === 'often');
  expect([before + 4 - refused.length, refused.length]).toEqual([30, before - 26]);
  expect(refused[0]?.message).toMatch(/一小时内最多查看 30 次/);
  expect((await openContact(fixture, 'county', contact)).name).toBe('郑铁柱');
});

test('without its key a server keeps and opens nothing and says why; everything else goes on', async () => {
  const { report, contact } = await keptContact(fixture);
  useContactKeys([]);
  expect(await show(fixture, 'clerk', report)).toMatchObject({
    ...{ state: 'KEPT', name: null, isUnreadable: true },
    ...{ viewerCanKeep: false, viewerCanOpen: false },
  });
  for (const answer of [
    await openContact(fixture, 'clerk', contact),
    await keep(fixture, 'clerk', report, { version: 1 }),
  ])
    expect(answer).toMatchObject({ code: 'REFUSED', unmet: ['key'], message: expect.stringContaining('密钥') });
  useContactKeys([{ id: 'k1', key: Buffer.alloc(32, 8) }]);
  expect(await openContact(fixture, 'clerk', contact)).toMatchObject({ code: 'REFUSED', unmet: ['key'] });
  expect(await submitted(fixture, 'officer')).toBeTruthy();
});

test('what was written down is found nowhere in the database, in no column of no table', async () => {
  const { contact } = await keptContact(fixture);
  await openContact(fixture, 'clerk', contact);
  const { rows } = await fixture.admin.query(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables where table_schema in ('public', 'app', 'graphile_worker') and table_type = 'BASE TABLE'`,
  );
  expect(rows.length).toBeGreaterThan(30);
  const bytes = (text: string) => Buffer.from(text).toString('hex');
  const known = ['郑铁柱', '13812345678', '138****5678', '郑**', VILLAGER.address, VILLAGER.phone];
  const found: string[] = [];
  for (const { name } of rows)
    for (const value of known)
      if (await count(`from ${name} t where t::text like $1 or t::text like $2`, [`%${value}%`, `%${bytes(value)}%`]))
        found.push(`${name} ${value}`);
  expect(found).toEqual([]);
  // The scan would find them.
  await fixture.admin.query(`update contact set key_id = '郑铁柱', nonce = '13812345678' where id = $1`, [contact]);
  expect(await count(`from contact t where t::text like $1`, ['%郑铁柱%'])).toBe(1);
  expect(await count(`from contact t where t::text like $1`, [`%${bytes('13812345678')}%`])).toBe(1);
});
