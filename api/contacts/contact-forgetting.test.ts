import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { letClockMove } from '@lxq/db/test-clock.ts';
import pg from 'pg';
import { moveClock } from '../platform/scope/clock.ts';
import { type Fixture, startFixture, submitted } from '../testing/fixture.ts';
import { forgetContacts } from './contact.forgetting.ts';
import { KEYS, keep, keptContact, openContact, show } from './contact.testing.ts';
import { useContactKeys } from './contact.vault.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  await letClockMove(fixture.admin);
  await fixture.admin.query(`update session set expires_at = now() + interval '10 years'`);
  useContactKeys(KEYS);
});
afterEach(() => moveClock(fixture.admin, 0));
afterAll(() => fixture.close());

const DAY = 86_400_000;
/** As the queue does it, with the rights that the queue has. */
async function night(): Promise<number> {
  const client = await fixture.database.jobs.connect();
  try {
    return await forgetContacts(client as pg.PoolClient);
  } finally {
    client.release();
  }
}
const moved = (days: number) => moveClock(fixture.admin, days * DAY);
const deed = async (account: 'clerk' | 'officer', text: string) => {
  const { errors } = await fixture.run(account, `mutation { ${text} { id } }`);
  if (errors) throw errors[0];
};
async function archived(id: string): Promise<void> {
  await deed('clerk', `triageReport(id: "${id}", version: 1)`);
  await deed('clerk', `archiveReport(id: "${id}", version: 2, reason: "已经办结")`);
}

test('a contact is forgotten when its report has been filed for longer than the county keeps it, and not before', async () => {
  const { report, contact } = await keptContact(fixture);
  const open = await keptContact(fixture);
  await archived(report);
  await moved(179);
  expect(await night()).toBe(0);
  await moved(181);
  expect([await night(), await night()]).toEqual([1, 0]);
  const { rows } = await fixture.admin.query('select sealed, nonce, key_id from contact where id = $1', [contact]);
  expect(rows).toEqual([{ sealed: null, nonce: null, key_id: null }]);
  expect(await show(fixture, 'clerk', report)).toMatchObject({
    ...{ state: 'FORGOTTEN', name: null, phone: null, hasAddress: false, isUnreadable: false },
    ...{ viewerCanOpen: false, viewerCanKeep: false, viewerCanReadOpenings: true },
  });
  expect(await openContact(fixture, 'clerk', contact)).toMatchObject({ code: 'REFUSED', unmet: ['forgotten'] });
  // What is still handled is kept, however old it is.
  expect((await show(fixture, 'clerk', open.report)).state).toBe('KEPT');
  const noted = await fixture.admin.query(
    `select deed, from_state, to_state, actor_name, note from audit where subject_id = $1 and deed = 'forgetContact'`,
    [contact],
  );
  expect(noted.rows).toEqual([
    { deed: 'forgetContact', from_state: 'KEPT', to_state: 'FORGOTTEN', actor_name: '系统', note: null },
  ]);
});

test('one that was reopened in time is kept, and its days run anew from when it is closed again', async () => {
  const { report } = await keptContact(fixture);
  await archived(report);
  await moved(170);
  await fixture.admin.query(`update report set state = 'TRIAGED', version = version + 1 where id = $1`, [report]);
  await moved(200);
  expect(await night()).toBe(0);
  await deed('clerk', `archiveReport(id: "${report}", version: 4, reason: "再次办结")`);
  await moved(300);
  expect(await night()).toBe(0);
  expect((await show(fixture, 'clerk', report)).name).toBe('郑**');
  await moved(381);
  expect(await night()).toBe(1);
});

test('a merged report’s goes with the one it was merged into; what was answered or withdrawn counts as closed', async () => {
  const [member, master, answered, withdrawn] = await Promise.all([1, 2, 3, 4].map(() => keptContact(fixture)));
  const ids = [member, master, answered, withdrawn].map((one) => one?.report) as [string, string, string, string];
  await fixture.run('clerk', `mutation { mergeReports(master: "${ids[1]}", members: ["${ids[0]}"]) { ok } }`);
  await deed('clerk', `triageReport(id: "${ids[2]}", version: 1)`);
  await deed('clerk', `replyReport(id: "${ids[2]}", version: 2, answer: "已经修好")`);
  await deed('officer', `withdrawReport(id: "${ids[3]}", version: 1)`);
  await moved(181);
  expect(await night()).toBe(2);
  const states = async () => Promise.all(ids.map(async (id) => (await show(fixture, 'officer', id)).state));
  expect(await states()).toEqual(['KEPT', 'KEPT', 'FORGOTTEN', 'FORGOTTEN']);
  await archived(ids[1]);
  await moved(363);
  expect(await night()).toBe(2);
});

test('a county keeps them as long as it has set, and says so within bounds', async () => {
  const save = (days: number) =>
    fixture.run(
      'admin',
      `mutation { saveCounty(digestCycle: TEN_DAYS, officeName: "清禾县群工办", contactDays: ${days}) { contactDays } }`,
    );
  expect((await save(29)).errors?.[0]?.extensions).toMatchObject({ code: 'BAD_INPUT', field: 'contactDays' });
  expect((await save(1_096)).errors?.[0]?.extensions).toMatchObject({ field: 'contactDays' });
  expect((await save(30)).data).toEqual({ saveCounty: { contactDays: 30 } });
  const { report } = await keptContact(fixture);
  await archived(report);
  await moved(31);
  expect(await night()).toBe(1);
  await save(180);
});

test('what was forgotten can be written down anew where the report is taken up again', async () => {
  const report = await submitted(fixture, 'officer');
  await keep(fixture, 'officer', report);
  await archived(report);
  await moved(181);
  await night();
  await fixture.admin.query(`update report set state = 'TRIAGED' where id = $1`, [report]);
  const { version } = await show(fixture, 'clerk', report);
  expect(await keep(fixture, 'clerk', report, { version })).toMatchObject({ state: 'KEPT', forgottenAt: null });
});

test('only the queue forgets', async () => {
  const office = fixture.scope('county');
  await expect(office.rows('select app.forget_contacts(1)')).rejects.toMatchObject({ code: '42501' });
  await office.end('rollback');
  const stranger = new pg.Client(fixture.appUrl);
  await stranger.connect();
  await expect(stranger.query('select app.forget_contacts(1)')).rejects.toMatchObject({ code: '42501' });
  await stranger.end();
});
