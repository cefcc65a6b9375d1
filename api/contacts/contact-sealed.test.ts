import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { accusation, appoint, as, by, dismissAll, staffDesk } from '../openings/opening.testing.ts';
import { type Fixture, rightsOf, startFixture, submitted, UNITS } from '../testing/fixture.ts';
import { KEYS, keep, keptContact, openContact, openings, show, WHY } from './contact.testing.ts';
import { useContactKeys } from './contact.vault.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  await staffDesk(fixture);
  useContactKeys(KEYS);
});
afterAll(() => fixture.close());

const OPEN = 'mutation ($id: ID!, $reason: String!) { openContact(id: $id, reason: $reason) { name } }';
const SHOW = 'query ($id: ID!) { contact(subject: "REPORT", id: $id) { state viewerCanOpen viewerCanKeep } }';
const LOOKS = 'query ($id: ID!) { contactOpenings(contact: $id) { edges { node { reason } } } }';
const looking = (id: string) => ({ id, reason: WHY });

test('of an accusation the contact is the discipline desk’s and its author’s alone', async () => {
  const report = await accusation(fixture);
  const { id } = await keep(fixture, 'officer', report);
  for (const account of ['clerk', 'head', 'county', 'director', 'leader', 'analyst'] as const)
    expect(await show(fixture, account, report)).toMatchObject({ code: 'NOT_FOUND' });
  for (const account of ['clerk', 'county'] as const)
    expect([await openContact(fixture, account, id), await openings(fixture, account, id)]).toMatchObject([
      { code: 'NOT_FOUND' },
      { code: 'NOT_FOUND' },
    ]);
  expect(await openContact(fixture, 'discipline', id)).toMatchObject({ name: '郑铁柱' });
  expect(await openContact(fixture, 'officer', id)).toMatchObject({ name: '郑铁柱' });
  expect((await openings(fixture, 'discipline', id)).edges).toHaveLength(2);
  expect(await openings(fixture, 'director', id)).toMatchObject({ code: 'NOT_FOUND' });
});

test('nobody of the unit complained of sees, keeps or opens it, nor who has looked', async () => {
  const report = await accusation(fixture);
  const { id } = await keep(fixture, 'officer', report);
  expect(await as(fixture, 'second', OPEN, looking(id))).toMatchObject({ openContact: { name: '郑铁柱' } });
  // Heads the village that the report is about.
  expect(await as(fixture, 'involved', OPEN, looking(id))).toMatchObject({ code: 'NOT_FOUND' });
  expect(await as(fixture, 'involved', LOOKS, { id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await as(fixture, 'involved', SHOW, { id: report })).toEqual({
    contact: { state: 'NONE', viewerCanOpen: false, viewerCanKeep: false },
  });
  await appoint(fixture, 'second', 'TOWNSHIP_LEADER', UNITS.east);
  expect(await as(fixture, 'second', OPEN, looking(id))).toMatchObject({ code: 'NOT_FOUND' });
  await dismissAll(fixture);
});

test('a report that turns out to accuse somebody takes its contact, and who has looked at it, with it', async () => {
  const { report, contact } = await keptContact(fixture);
  await openContact(fixture, 'clerk', contact);
  const sealing = 'mutation ($id: ID!) { triageReport(id: $id, version: 1, topic: "CONDUCT") { id } }';
  await by(fixture, rightsOf('county'), sealing, { id: report });
  const { rows } = await fixture.admin.query(
    `select line from report where id = $1 union all select line from contact where id = $2 union all select line from contact_opening where contact_id = $2
     union all select line from audit where subject_id = $2`,
    [report, contact],
  );
  expect([rows.length, ...new Set(rows.map(({ line }) => line))]).toEqual([5, 'SEALED']);
  expect(await openContact(fixture, 'clerk', contact)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await openContact(fixture, 'discipline', contact)).toMatchObject({ name: '郑铁柱' });
  expect((await openings(fixture, 'discipline', contact)).edges).toHaveLength(2);
});

test('what is written down while the report is being sealed is as sealed as the report', async () => {
  const report = await submitted(fixture, 'officer');
  await fixture.admin.query('begin');
  await fixture.admin.query(`update report set line = 'SEALED', topic_code = 'CONDUCT' where id = $1`, [report]);
  const [byAuthor, byDesk] = [keep(fixture, 'officer', report), keep(fixture, 'clerk', report)];
  await new Promise((resolve) => setTimeout(resolve, 300));
  await fixture.admin.query('commit');
  expect([(await byAuthor).state, (await byDesk).code]).toEqual(['KEPT', 'NOT_FOUND']);
  const { rows } = await fixture.admin.query('select line from contact where subject_id = $1', [report]);
  expect(rows).toEqual([{ line: 'SEALED' }]);
});

test('whoever looks while the report is being sealed finds it gone, and an author’s look is as sealed as the report', async () => {
  const { report, contact } = await keptContact(fixture);
  await fixture.admin.query('begin');
  await fixture.admin.query(`update report set line = 'SEALED' where id = $1`, [report]);
  const looks = Promise.all([openContact(fixture, 'clerk', contact), openContact(fixture, 'officer', contact)]);
  await new Promise((done) => setTimeout(done, 300)); // both have come, and wait
  await fixture.admin.query('commit');
  const [late, own] = await looks;
  expect([late.code, own.name]).toEqual(['NOT_FOUND', '郑铁柱']);
  for (const from of ['contact_opening where contact_id', `audit where deed = 'openContact' and subject_id`])
    expect((await fixture.admin.query(`select line from ${from} = $1`, [contact])).rows).toEqual([{ line: 'SEALED' }]);
});

test('the register of looks is changed and emptied by nobody', async () => {
  const contact = (await keep(fixture, 'officer', await submitted(fixture, 'officer'))).id;
  await openContact(fixture, 'clerk', contact);
  for (const text of [`update contact_opening set reason = '另有原因'`, 'delete from contact_opening'])
    await expect(fixture.admin.query(`${text} where contact_id = $1`, [contact])).rejects.toMatchObject({
      code: '42501',
    });
});
