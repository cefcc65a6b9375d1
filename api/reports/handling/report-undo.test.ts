import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { dayOf } from '@lxq/schema/calendar.ts';
import { v7 as uuid } from 'uuid';
import { ask, refusal } from '../../digests/digest.testing.ts';
import { type Account, COUNTY, type Fixture, startFixture, submitted, UNITS } from '../../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const ROWS =
  '{ ok report { state topic { code } returnReason viewerCanTriage } error { code message unmet step { deed actorName } } }';
const UNTRIAGE = `mutation ($ids: [ID!]!) { rows: untriageReports(ids: $ids) ${ROWS} }`;
const UNRETURN = `mutation ($ids: [ID!]!) { rows: unreturnReports(ids: $ids) ${ROWS} }`;
const RETURN_MANY = `mutation ($ids: [ID!]!) { rows: returnReports(ids: $ids, reason: "请写明是哪一口井") ${ROWS} }`;
const TRIAGE =
  'mutation ($id: ID!, $topic: ID) { triageReport(id: $id, version: 1, topic: $topic) { state topic { code } } }';
const RETURN = 'mutation ($id: ID!) { returnReport(id: $id, version: 1, reason: "请写明是哪一口井") { state } }';
const FLAG = 'mutation ($id: ID!) { flagUrgent(id: $id, version: 1) { state urgency } }';
const UNFLAG = 'mutation ($id: ID!) { unflagUrgent(id: $id) { state urgency urgentDueAt } }';
const RIGHTS = 'query ($id: ID!) { report(id: $id) { viewerCanUntriage viewerCanUnreturn viewerCanUnflagUrgent } }';
const ALERTS =
  'query ($isKnown: Boolean) { alerts(isKnown: $isKnown, first: 50) { edges { node { withdrawnAt report { id } } } } }';

const rowsOf = async (account: Account, document: string, ids: string[]) =>
  (await ask(fixture, account, document, { ids })).rows;
const kindsOf = async (id: string) =>
  (await fixture.admin.query('select kind from event where subject_id = $1 order by n', [id])).rows.map(
    (row) => row.kind,
  );
async function accepted(topic?: string): Promise<string> {
  const id = await submitted(fixture, 'officer');
  await ask(fixture, 'clerk', TRIAGE, { id, topic });
  return id;
}

test('whoever accepted a report takes it back: it waits again under the topic it had, and everybody hears', async () => {
  const id = await accepted('LOOSE');
  expect((await ask(fixture, 'clerk', RIGHTS, { id })).report.viewerCanUntriage).toBe(true);
  const [row] = await rowsOf('clerk', UNTRIAGE, [id]);
  expect(row).toMatchObject({
    ok: true,
    report: { state: 'SUBMITTED', topic: { code: 'WATER' }, viewerCanTriage: true },
  });
  expect(await kindsOf(id)).toEqual(['REPORT_SUBMITTED', 'REPORT_TRIAGED', 'REPORT_UNTRIAGED']);
  const { rows } = await fixture.admin.query(
    'select deed, from_state, to_state from audit where subject_id = $1 order by at, id',
    [id],
  );
  expect(rows.at(-1)).toEqual({ deed: 'untriage', from_state: 'TRIAGED', to_state: 'SUBMITTED' });
  expect(
    (await fixture.admin.query('select handled_at from report where id = $1', [id])).rows[0].handled_at,
  ).toBeNull();
});

test('an acceptance taken back twice is refused the second time, and says who was first', async () => {
  const id = await accepted();
  await rowsOf('clerk', UNTRIAGE, [id]);
  const [row] = await rowsOf('clerk', UNTRIAGE, [id]);
  expect(row).toMatchObject({
    ok: false,
    error: { code: 'REFUSED', step: { deed: 'untriage', actorName: '测试·clerk' } },
  });
});

test('of two who take one acceptance back at once, one wins and one line is written', async () => {
  const id = await accepted();
  const both = await Promise.all([rowsOf('clerk', UNTRIAGE, [id]), rowsOf('clerk', UNTRIAGE, [id])]);
  expect(both.flat().filter((row) => row.ok)).toHaveLength(1);
  expect((await kindsOf(id)).filter((kind) => kind === 'REPORT_UNTRIAGED')).toHaveLength(1);
});

test('a colleague does not take back what they did not do', async () => {
  const id = await accepted();
  expect((await ask(fixture, 'clerk2', RIGHTS, { id })).report.viewerCanUntriage).toBe(false);
  expect((await rowsOf('clerk2', UNTRIAGE, [id]))[0].error.unmet).toEqual(['sameClerk']);
  expect((await rowsOf('otherClerk', UNTRIAGE, [id]))[0].error.code).toBe('NOT_FOUND');
  expect(await refusal(fixture, 'officer', UNTRIAGE, { ids: [id] })).toMatchObject({ code: 'FORBIDDEN' });
});

test('an acceptance that an issue rests on stays', async () => {
  const id = await accepted();
  const { openDigest } = await ask(fixture, 'county', 'mutation { openDigest { id } }');
  await ask(fixture, 'county', 'mutation ($d: ID!, $r: [ID!]!) { gatherReports(digest: $d, reports: $r) { id } }', {
    d: openDigest.id,
    r: [id],
  });
  expect((await rowsOf('clerk', UNTRIAGE, [id]))[0].error.unmet).toEqual(['builtUpon']);
  expect((await ask(fixture, 'clerk', RIGHTS, { id })).report.viewerCanUntriage).toBe(false);
});

test('an acceptance stays that an issue comes to rest on while it is being taken back', async () => {
  const id = await accepted();
  await fixture.admin.query('begin');
  await fixture.admin.query('set local session_replication_role = replica'); // no digest is needed
  await fixture.admin.query('select from report where id = $1 for update', [id]);
  const rows = rowsOf('clerk', UNTRIAGE, [id]);
  const waits = `select from pg_locks where not granted and locktype = 'transactionid' and transactionid = pg_current_xact_id()::xid`;
  while ((await fixture.admin.query(waits)).rowCount === 0);
  await fixture.admin.query(
    'insert into digest_item_report (county_code, item_id, report_id, digest_id) values ($1, $2, $3, $2)',
    [COUNTY, uuid(), id],
  );
  await fixture.admin.query('commit');
  expect((await rows)[0]).toMatchObject({ ok: false, error: { unmet: ['builtUpon'] } });
});

test('an acceptance after which something else was done stays', async () => {
  const id = await accepted();
  await ask(
    fixture,
    'clerk',
    'mutation ($id: ID!) { replyReport(id: $id, version: 2, answer: "已转水利局办理") { state } }',
    { id },
  );
  expect((await rowsOf('clerk', UNTRIAGE, [id]))[0]).toMatchObject({
    ok: false,
    error: { unmet: ['state', 'builtUpon'], step: { deed: 'reply', actorName: '测试·clerk' } },
  });
});

test('an urgent report is not accepted without a plan', async () => {
  const id = await submitted(fixture, 'officer');
  await ask(fixture, 'clerk', FLAG, { id });
  const [row] = await rowsOf(
    'clerk',
    'mutation ($ids: [ID!]!) { rows: triageReports(ids: $ids) { ok error { code message unmet step { deed actorName } } } }',
    [id],
  );
  expect(row).toMatchObject({ ok: false, error: { unmet: ['state'] } });
});

test('a return is taken back while its author has not answered', async () => {
  const id = await submitted(fixture, 'officer');
  await ask(fixture, 'clerk', RETURN, { id });
  expect((await rowsOf('clerk2', UNRETURN, [id]))[0].error.unmet).toEqual(['sameClerk']);
  expect((await ask(fixture, 'clerk', RIGHTS, { id })).report.viewerCanUnreturn).toBe(true);
  expect((await rowsOf('clerk', UNRETURN, [id]))[0]).toMatchObject({
    ok: true,
    report: { state: 'SUBMITTED', returnReason: null },
  });
});

test('a return whose author withdrew the report stays', async () => {
  const id = await submitted(fixture, 'officer');
  await ask(fixture, 'clerk', RETURN, { id });
  await ask(fixture, 'officer', 'mutation ($id: ID!) { withdrawReport(id: $id, version: 2) { state } }', { id });
  expect((await rowsOf('clerk', UNRETURN, [id]))[0].error).toMatchObject({
    unmet: ['state', 'builtUpon'],
    step: { deed: 'withdraw', actorName: '测试·officer' },
  });
});

test('an urgent report taken back stops its clock and withdraws the alert, whether acknowledged or not', async () => {
  const id = await submitted(fixture, 'officer');
  await ask(fixture, 'clerk', FLAG, { id });
  const alertsOf = async (isKnown?: boolean) =>
    (await ask(fixture, 'leader', ALERTS, { isKnown })).alerts.edges
      .map(({ node }: any) => node)
      .filter((one: any) => one.report.id === id);
  const openOf = async () => (await alertsOf(false)).filter(({ withdrawnAt }: any) => !withdrawnAt);
  expect(await openOf()).toHaveLength(1);
  expect(await refusal(fixture, 'clerk2', UNFLAG, { id })).toMatchObject({ code: 'REFUSED', unmet: ['sameClerk'] });
  const { unflagUrgent } = await ask(fixture, 'clerk', UNFLAG, { id });
  expect(unflagUrgent).toEqual({ state: 'SUBMITTED', urgency: 'NORMAL', urgentDueAt: null });
  expect(await openOf()).toEqual([]);
  const all = await alertsOf();
  expect(all).toHaveLength(1);
  expect(all[0].withdrawnAt).not.toBeNull();
  expect(await kindsOf(id)).toEqual([
    'REPORT_SUBMITTED',
    'REPORT_URGENT',
    'ALERT_RAISED',
    'REPORT_UNFLAGGED',
    'ALERT_WITHDRAWN',
  ]);
});

test('an urgent report on which a leader has written an instruction is not taken back', async () => {
  const id = await submitted(fixture, 'officer');
  await ask(fixture, 'clerk', FLAG, { id });
  const draft = {
    clientId: uuid(),
    report: id,
    text: '请水利局立即到场核实。',
    responsibleUnit: String(UNITS.water),
    dueOn: dayOf(new Date()),
  };
  await ask(fixture, 'leader', 'mutation ($draft: InstructionDraft!) { instruct(draft: $draft) { id } }', { draft });
  expect(await refusal(fixture, 'clerk', UNFLAG, { id })).toMatchObject({ code: 'REFUSED', unmet: ['builtUpon'] });
});

test('a row of a bulk deed that others were at first says what they did and who they are', async () => {
  const [free, taken] = [await submitted(fixture, 'officer'), await submitted(fixture, 'officer')];
  await ask(fixture, 'clerk2', RETURN, { id: taken });
  const rows = await rowsOf('clerk', RETURN_MANY, [free, taken]);
  expect(rows[0]).toMatchObject({ ok: true, error: null });
  expect(rows[1]).toMatchObject({
    ok: false,
    error: { code: 'REFUSED', step: { deed: 'return', actorName: '测试·clerk2' } },
  });
});

test('a bulk row does not give away who wrote a report that was sent direct', async () => {
  const id = await submitted(fixture, 'officer', { line: 'DIRECT' });
  await ask(fixture, 'officer', 'mutation ($id: ID!) { withdrawReport(id: $id, version: 1) { state } }', { id });
  expect((await rowsOf('county', RETURN_MANY, [id]))[0].error.step).toEqual({ deed: 'withdraw', actorName: null });
});
