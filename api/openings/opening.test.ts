import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { RightsChanged } from '../platform/scope/transaction.ts';
import { type Fixture, startFixture, submitted } from '../testing/fixture.ts';
import * as desk from './opening.testing.ts';
import {
  APPROVE,
  as,
  asking,
  LIST,
  OPEN,
  REASON,
  REFUSE,
  REQUEST,
  requested,
  UNAPPROVE,
  WITHDRAW,
} from './opening.testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  await desk.staffDesk(fixture);
});
afterAll(() => fixture.close());

const stateOf = async (id: string) =>
  (await as(fixture, 'discipline', LIST)).identityOpenings.find((one: any) => one.id === id).state;
const later = (id: string, days: number) =>
  fixture.admin.query(
    `update identity_opening set requested_at = requested_at - $2 * interval '1 day', expires_at = expires_at - $2 * interval '1 day', opened_at = opened_at - $2 * interval '1 day' where id = $1`,
    [id, days],
  );

test('a request that two others approve shows the name to whoever asked, and every step stands in the audit', async () => {
  const { id, report } = await requested(fixture);
  expect(await as(fixture, 'discipline', OPEN, { id })).toMatchObject({ unmet: ['state'] });
  expect((await as(fixture, 'second', APPROVE, { id })).approveIdentity).toMatchObject({
    state: 'REQUESTED',
    approvals: [{ approverName: '测试·second' }],
    viewerCanApprove: false,
    viewerCanUnapprove: true,
  });
  expect(await as(fixture, 'discipline', OPEN, { id })).toMatchObject({ unmet: ['state'] });
  expect((await as(fixture, 'third', APPROVE, { id })).approveIdentity).toMatchObject({ state: 'APPROVED' });
  const { openIdentity } = await as(fixture, 'discipline', OPEN, { id });
  expect(openIdentity).toMatchObject({ name: '测试·officer', unitName: '柳林村' });
  expect(openIdentity.opening).toMatchObject({ state: 'OPENED', requesterName: '测试·discipline', reason: REASON });
  expect(+openIdentity.opening.expiresAt - +openIdentity.opening.openedAt).toBe(30 * 60_000);
  const { rows } = await fixture.admin.query(
    'select deed, line, author_id, actor_name from audit where subject_id = $1 order by at, id',
    [id],
  );
  expect(rows.map((row) => [row.deed, row.actor_name])).toEqual([
    ['requestIdentity', '测试·discipline'],
    ['approveIdentity', '测试·second'],
    ['approveIdentity', '测试·third'],
    ['openIdentity', '测试·discipline'],
  ]);
  expect(rows.every(({ line, author_id }) => line === 'SEALED' && author_id === null)).toBe(true);
  const events = await fixture.admin.query(
    `select kind, line, author_id from event where about->>'REPORT' = $1 and kind like 'IDENTITY%' order by n`,
    [report],
  );
  expect(events.rows.map(({ kind }) => kind)).toEqual([
    ...['IDENTITY_REQUESTED', 'IDENTITY_APPROVED', 'IDENTITY_APPROVED', 'IDENTITY_OPENED'],
  ]);
  expect(events.rows.every(({ line, author_id }) => line === 'SEALED' && author_id === null)).toBe(true);
});

test('the name is looked at again while it is shown, each time with a line in the audit, and not after', async () => {
  const { id } = await requested(fixture, 'second', 'third');
  const looks = async () =>
    (await fixture.admin.query(`select 1 from audit where subject_id = $1 and deed = 'openIdentity'`, [id])).rowCount;
  for (const n of [1, 2]) {
    expect((await as(fixture, 'discipline', OPEN, { id })).openIdentity.name).toBe('测试·officer');
    expect(await looks()).toBe(n);
  }
  await fixture.admin.query(
    `update identity_opening set opened_at = opened_at - interval '31 minutes', expires_at = expires_at - interval '31 minutes' where id = $1`,
    [id],
  );
  expect(await as(fixture, 'discipline', OPEN, { id })).toMatchObject({ code: 'REFUSED', unmet: ['state'] });
  expect(await stateOf(id)).toBe('EXPIRED');
  expect(await looks()).toBe(2);
});

test('the same person approves once, and neither whoever asked nor the report’s author decides', async () => {
  const { id } = await requested(fixture, 'second');
  expect(await as(fixture, 'second', APPROVE, { id })).toMatchObject({ code: 'REFUSED', unmet: ['twice'] });
  for (const document of [APPROVE, REFUSE])
    expect(await as(fixture, 'discipline', document, { id })).toMatchObject({ unmet: ['fourEyes'] });
  await fixture.admin.query(
    `update report set author_id = $2 where id = (select report_id from identity_opening where id = $1)`,
    [id, fixture.rights('discipline').personId],
  );
  await as(fixture, 'third', APPROVE, { id });
  expect(await as(fixture, 'discipline', OPEN, { id })).toMatchObject({ code: 'FORBIDDEN' });
});

test('two who approve at once are both counted, in one order', async () => {
  const { id } = await requested(fixture);
  const answers = await Promise.all((['second', 'third'] as const).map((clerk) => as(fixture, clerk, APPROVE, { id })));
  expect(answers.map(({ approveIdentity }) => approveIdentity.state).sort()).toEqual(['APPROVED', 'REQUESTED']);
  expect(await stateOf(id)).toBe('APPROVED');
});

test('the same person approving twice at once counts once', async () => {
  const { id } = await requested(fixture);
  const answers = await Promise.all([1, 2].map(() => as(fixture, 'second', APPROVE, { id })));
  expect(answers.filter(({ unmet }) => unmet?.includes('twice'))).toHaveLength(1);
  expect(await stateOf(id)).toBe('REQUESTED');
});

test('an approval and a refusal at once: the first stands, and after a refusal nothing is approved', async () => {
  const { id } = await requested(fixture, 'second');
  const [approved, refused] = await Promise.all([
    as(fixture, 'third', APPROVE, { id }),
    as(fixture, 'fourth', REFUSE, { id }),
  ]);
  expect([approved.approveIdentity?.state, refused.refuseIdentity?.state].filter(Boolean)).toHaveLength(1);
  expect(['APPROVED', 'REFUSED']).toContain(await stateOf(id));
});

test('one refusal with its reason ends a request; whoever was refused does not ask again, another may', async () => {
  const { id, report } = await requested(fixture, 'second');
  const { refuseIdentity } = await as(fixture, 'third', REFUSE, { id });
  expect(refuseIdentity).toMatchObject({ state: 'REFUSED', refusalReason: '事实已经清楚，无须知道是谁报送的' });
  expect(await as(fixture, 'fourth', APPROVE, { id })).toMatchObject({ unmet: ['state'] });
  expect(await as(fixture, 'discipline', OPEN, { id })).toMatchObject({ unmet: ['state'] });
  expect(await as(fixture, 'discipline', REQUEST, asking(report))).toMatchObject({ unmet: ['refused'] });
  expect((await as(fixture, 'second', REQUEST, asking(report))).requestIdentity.state).toBe('REQUESTED');
});

test('a request, an approval and a refusal without enough visible words is refused by its field', async () => {
  const report = await desk.accusation(fixture);
  for (const reason of ['太短', '\u200b'.repeat(20), '字'.repeat(501)])
    expect(await as(fixture, 'discipline', REQUEST, { ...asking(report), reason })).toMatchObject({
      ...{ code: 'BAD_INPUT', field: 'reason' },
    });
  for (const about of ['1', '990101999999000'])
    expect(await as(fixture, 'discipline', REQUEST, { ...asking(report), about })).toMatchObject({
      ...{ code: 'BAD_INPUT', field: 'about' },
    });
  const { id } = await requested(fixture);
  const SHORT = 'mutation ($id: ID!) { refuseIdentity(id: $id, reason: "不行") { id } }';
  expect(await as(fixture, 'second', SHORT, { id })).toMatchObject({ code: 'BAD_INPUT', field: 'reason' });
});

test('a report has one request at a time, and two who ask at once do not both get one', async () => {
  const report = await desk.accusation(fixture);
  const answers = await Promise.all(
    (['discipline', 'second'] as const).map((clerk) => as(fixture, clerk, REQUEST, asking(report))),
  );
  expect(answers.filter(({ requestIdentity }) => requestIdentity)).toHaveLength(1);
  expect(answers.find(({ code }) => code)).toMatchObject({ code: 'REFUSED', unmet: ['pending'] });
});

test('a request that nobody has decided, and an approved one that nobody has opened, run out', async () => {
  const waiting = await requested(fixture, 'second');
  const approved = await requested(fixture, 'second', 'third');
  for (const { id } of [waiting, approved]) await later(id, 15);
  expect(await as(fixture, 'third', APPROVE, { id: waiting.id })).toMatchObject({ unmet: ['state'] });
  expect(await as(fixture, 'discipline', OPEN, { id: approved.id })).toMatchObject({ unmet: ['state'] });
  expect(await stateOf(waiting.id)).toBe('EXPIRED');
  const { identityOpenings } = await as(fixture, 'discipline', LIST, { liveOnly: true });
  expect(identityOpenings.map((one: any) => one.id)).not.toContain(waiting.id);
  expect((await as(fixture, 'discipline', REQUEST, asking(waiting.report))).requestIdentity.state).toBe('REQUESTED');
});

test('whoever asked takes the request back, whoever approved the approval, until the name was looked at', async () => {
  const { id, report } = await requested(fixture, 'second', 'third');
  expect(await as(fixture, 'fourth', UNAPPROVE, { id })).toMatchObject({ unmet: ['approver'] });
  expect((await as(fixture, 'second', UNAPPROVE, { id })).unapproveIdentity).toMatchObject({
    ...{ state: 'REQUESTED', approvals: [{ approverName: '测试·third' }] },
  });
  expect(await as(fixture, 'discipline', OPEN, { id })).toMatchObject({ unmet: ['state'] });
  expect((await as(fixture, 'second', APPROVE, { id })).approveIdentity.state).toBe('APPROVED');
  expect(await as(fixture, 'second', WITHDRAW, { id })).toMatchObject({ unmet: ['requester'] });
  expect((await as(fixture, 'discipline', WITHDRAW, { id })).withdrawIdentity.state).toBe('WITHDRAWN');
  expect(await as(fixture, 'discipline', OPEN, { id })).toMatchObject({ unmet: ['state'] });
  const again = (await as(fixture, 'discipline', REQUEST, asking(report))).requestIdentity.id;
  for (const clerk of ['second', 'third'] as const) await as(fixture, clerk, APPROVE, { id: again });
  await as(fixture, 'discipline', OPEN, { id: again });
  expect(await as(fixture, 'third', UNAPPROVE, { id: again })).toMatchObject({ unmet: ['state'] });
  expect(await as(fixture, 'discipline', WITHDRAW, { id: again })).toMatchObject({ unmet: ['state'] });
});

test('what its author has withdrawn is asked about, approved and opened no more', async () => {
  const { id, report } = await requested(fixture, 'second', 'third');
  await fixture.admin.query(`update report set state = 'WITHDRAWN' where id = $1`, [report]);
  expect(await as(fixture, 'discipline', OPEN, { id })).toMatchObject({ unmet: ['withdrawn'] });
  await as(fixture, 'third', UNAPPROVE, { id });
  expect(await as(fixture, 'third', APPROVE, { id })).toMatchObject({ unmet: ['withdrawn'] });
  await as(fixture, 'discipline', WITHDRAW, { id });
  expect(await as(fixture, 'discipline', REQUEST, asking(report))).toMatchObject({ unmet: ['withdrawn'] });
});

test('only sealed reports are asked about: the name of one sent direct stays closed', async () => {
  for (const line of ['LINE', 'DIRECT']) {
    const report = await submitted(fixture, 'officer', { line });
    expect(await as(fixture, 'discipline', REQUEST, asking(report))).toMatchObject({ unmet: ['line'] });
  }
});

test('a session that was ended approves nothing', async () => {
  const { id } = await requested(fixture, 'second');
  await fixture.admin.query(`delete from session where token_hash = 'fourth'`);
  const answer = await as(fixture, 'fourth', APPROVE, { id }).catch((error: unknown) => error);
  expect(answer).toBeInstanceOf(RightsChanged);
  expect(await stateOf(id)).toBe('REQUESTED');
});

test('with fewer than two others who may decide, nobody asks', async () => {
  const report = await desk.accusation(fixture);
  await fixture.admin.query(
    `update post set valid_to = '2021-01-01' where person_id = any($1) and role = 'DISCIPLINE_CLERK'`,
    [['third', 'fourth'].map(desk.personOf)],
  );
  expect(await as(fixture, 'discipline', REQUEST, asking(report))).toMatchObject({ unmet: ['approvers'] });
  await fixture.admin.query(`update post set valid_to = null where person_id = any($1) and role = 'DISCIPLINE_CLERK'`, [
    ['third', 'fourth'].map(desk.personOf),
  ]);
});
