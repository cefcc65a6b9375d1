import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Account, type Fixture, idOf, startFixture, UNITS } from '../../testing/fixture.ts';
import { today } from '../../testing/standing-in.ts';
import { ACKNOWLEDGE, END, HELD, OWN, secretariesIn, WAITING } from './secretary.testing.ts';

let fixture: Fixture;
let of: ReturnType<typeof secretariesIn>;
beforeAll(async () => {
  fixture = await startFixture();
  of = secretariesIn(fixture);
});
afterAll(() => fixture.close());
beforeEach(() => of.anew());

test('a leader finds a post of the office, names its holder, and both are shown it', async () => {
  const FIND = 'query ($text: String!) { secretaryCandidates(text: $text) { id role person { name } } }';
  const { data } = await fixture.run<any>('leader', FIND, { text: 'county' });
  expect(data.secretaryCandidates.map(({ person }: any) => person.name)).toEqual(['测试·county', '测试·county2']);
  const all = (await fixture.run<any>('leader', FIND, { text: ' ' })).data.secretaryCandidates;
  expect(new Set(all.map(({ role }: any) => role))).toEqual(new Set(['COUNTY_CLERK', 'COUNTY_DIRECTOR']));
  expect(await of.run('leader', FIND, { text: '长'.repeat(200) })).toMatchObject({ code: 'BAD_INPUT', field: 'text' });
  expect(await of.named()).toMatchObject({
    ...{ endedAt: null, leader: { name: '测试·leader' }, person: { name: '测试·county' } },
  });
  const pair = { 0: { leader: { name: '测试·leader' }, person: { name: '测试·county' } } };
  for (const account of ['leader', 'county'] as const) expect(await of.run(account, HELD)).toEqual(pair);
  for (const account of ['leader2', 'county2', 'director'] as const) expect(await of.run(account, HELD)).toEqual({});
});

test.each<[string, Account]>([
  ['an analyst', 'analyst'],
  ['another leader', 'leader2'],
  ['a township’s clerk', 'clerk'],
  ['the discipline desk', 'discipline'],
  ['somebody of another county', 'foreignClerk'],
])('%s is no post to be named', async (_who, account) => {
  expect(await of.named('leader', account)).toMatchObject({ code: 'NOT_FOUND' });
});

test('nobody but a leader names one; a second is refused with the first, and of two at once one wins', async () => {
  for (const account of ['county', 'director', 'analyst', 'admin', 'clerk'] as const)
    expect([account, await of.named(account)]).toMatchObject([account, { code: 'FORBIDDEN' }]);
  const both = await Promise.all([of.named(), of.named('leader', 'director')]);
  expect(both.filter(({ id }) => id)).toHaveLength(1);
  expect(both.find(({ code }) => code)).toMatchObject({
    ...{ code: 'REFUSED', unmet: ['taken'] },
    message: expect.stringMatching(/county|director/),
  });
});

test('the secretary sees what waits for the leader, is told for whom, and acknowledges; the receipt says who', async () => {
  await of.named();
  const report = await of.urgent();
  const { waitingCount, alerts } = await of.waitingFor('county');
  expect(waitingCount).toBe(1);
  expect(alerts).toMatchObject([{ leader: { name: '测试·leader' }, report: { id: report, urgency: 'HIGH' } }]);
  expect(await of.rang('county')).toMatchObject([
    { kind: 'URGENT_REPORT', why: 'SECRETARY', forName: '测试·leader', link: '/home', isSevere: true },
  ]);
  const { id } = alerts[0];
  const receipt = await of.run('county', ACKNOWLEDGE, { id });
  expect(receipt).toMatchObject({ actedBy: { name: '测试·county' }, leader: { name: '测试·leader' } });
  expect(await of.run('county', ACKNOWLEDGE, { id })).toEqual(receipt); // the second click
  expect((await of.waitingFor('county')).waitingCount).toBe(0);
  for (const account of ['county', 'leader'] as const)
    expect((await of.rang(account))[0].acknowledgedAt).not.toBeNull();

  // The leader is told, and still reads it.
  const { edges, waitingCount: left } = await of.run('leader', OWN, { isKnown: false });
  expect(left).toBe(0);
  expect(edges).toMatchObject([
    { node: { id, actedBy: { name: '测试·county' }, report: { content: expect.any(String) } } },
  ]);
  const lines = await fixture.admin.query(
    `select deed, actor_name, note, about->>'REPORT' as report from audit where subject_id = $1`,
    [id],
  );
  expect(lines.rows).toEqual([{ deed: 'acknowledgeFor', actor_name: '测试·county', note: '测试·leader', report }]);
  const events = await fixture.admin.query(`select subject_id from event where kind = 'ALERT_ACKNOWLEDGED'`);
  expect(events.rows).toEqual([{ subject_id: id }]);
});

test('what a secretary acknowledged is told to the leader for a day, then stands with what is known', async () => {
  await of.named();
  const id = await of.alertOf(await of.urgent());
  await of.run('county', ACKNOWLEDGE, { id });
  expect((await of.run('leader', OWN, { isKnown: true })).edges).toEqual([]);
  await fixture.admin.query(`update alert set acknowledged_at = acknowledged_at - interval '25 hours'`);
  expect((await of.run('leader', OWN, { isKnown: false })).edges).toEqual([]);
  expect(await of.run('leader', OWN, { isKnown: true })).toMatchObject({ knownCount: 1, edges: [{ node: { id } }] });
});

test('the leader’s own says nobody else; of leader and secretary at once the first counts, and both are told who it was', async () => {
  await of.named();
  const own = await of.alertOf(await of.urgent());
  expect(await of.run('leader', ACKNOWLEDGE, { id: own })).toMatchObject({ actedBy: null });
  expect(await of.run('county', ACKNOWLEDGE, { id: own })).toMatchObject({ actedBy: null });
  for (let round = 0; round < 5; round++) {
    const id = await of.alertOf(await of.urgent());
    const [mine, theirs] = await Promise.all([
      of.run('leader', ACKNOWLEDGE, { id }),
      of.run('county', ACKNOWLEDGE, { id }),
    ]);
    expect(mine.acknowledgedAt).toBeTruthy();
    expect(theirs).toEqual(mine);
    const { rows } = await fixture.admin.query('select deed from audit where subject_id = $1', [id]);
    expect(rows).toEqual([{ deed: mine.actedBy ? 'acknowledgeFor' : 'acknowledge' }]);
  }
});

test('strangers acknowledge nothing: neither another clerk, nor the analyst, nor a secretary of another leader', async () => {
  await of.named();
  await of.named('leader2', 'director');
  const id = await of.alertOf(await of.urgent());
  for (const account of ['county2', 'director', 'leader2'] as const)
    expect([account, await of.run(account, ACKNOWLEDGE, { id })]).toMatchObject([account, { code: 'NOT_FOUND' }]);
  for (const account of ['analyst', 'admin', 'clerk', 'officer'] as const) {
    expect([account, await of.run(account, ACKNOWLEDGE, { id })]).toMatchObject([account, { code: 'FORBIDDEN' }]);
    expect([account, await of.run(account, WAITING)]).toMatchObject([account, { code: 'FORBIDDEN' }]);
  }
  for (const other of [idOf('nowhere'), 'x; drop table alert'])
    expect(await of.run('county', ACKNOWLEDGE, { id: other })).toMatchObject({ code: 'NOT_FOUND' });
  expect((await of.waitingFor('county2')).waitingCount).toBe(0);
  expect((await of.waitingFor('director')).waitingCount).toBe(0);
});

test('a secretary gets nothing else of the leader’s', async () => {
  await of.named();
  const report = await of.urgent();
  expect(await of.run('county', OWN)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await of.named('county', 'county2')).toMatchObject({ code: 'FORBIDDEN' });
  const INSTRUCT = 'mutation ($draft: InstructionDraft!) { instruct(draft: $draft) { id } }';
  const draft = {
    clientId: idOf('draft'),
    text: '请水利局尽快查清原因并解决',
    responsibleUnit: String(UNITS.water),
    ...{ report, dueOn: today },
  };
  expect(await of.run('county', INSTRUCT, { draft })).toMatchObject({ code: 'FORBIDDEN' });
  const { id } = (await fixture.admin.query('select id from secretary')).rows[0];
  expect(await of.run('county', END, { id })).toMatchObject({ code: 'FORBIDDEN' });
  expect(await of.run('leader2', END, { id })).toMatchObject({ code: 'NOT_FOUND' });
});

test('a notification that was looked at acknowledges nothing for the leader', async () => {
  await of.named();
  const id = await of.alertOf(await of.urgent());
  const [told] = await of.rang('county');
  const KNOW = 'mutation ($id: ID!) { acknowledgeNotification(id: $id) { acknowledgedAt } }';
  expect((await of.run('county', KNOW, { id: told.id })).acknowledgedAt).toBeTruthy();
  const { rows } = await fixture.admin.query('select acknowledged_at from alert where id = $1', [id]);
  expect(rows).toEqual([{ acknowledged_at: null }]);
});
