import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, refusal } from '../digests/digest.testing.ts';
import { instructed } from '../instructions/instruction.testing.ts';
import { type Account, type Fixture, idOf, startFixture, submitted } from '../testing/fixture.ts';
import { meanwhile, SEAL } from '../testing/meanwhile.ts';
import { PRESENT, presented } from './presentation.testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const WAITING =
  '{ presentations { totalCount edges { node { id state presentedByName viewerCanRead report { id excerpt } } } } }';
const waitingOf = async (account: Account, report: string) => {
  const { presentations } = await ask(fixture, account, WAITING);
  return presentations.edges.map(({ node }: any) => node).filter((node: any) => node.report.id === report);
};
const OFFICE =
  'query ($id: ID!) { report(id: $id) { viewerCanPresent presentations { id state leaderName viewerCanUnpresent } } }';
const statesAt = async (report: string, account: Account = 'county') =>
  (await ask(fixture, account, OFFICE, { id: report })).report.presentations.map(({ state }: any) => state);
const deed = (account: Account, mutation: string, id: string) =>
  ask(fixture, account, `mutation ($id: ID!) { ${mutation}(id: $id) { id state } }`, { id });

test('a report lies before the leaders chosen, once each, and before nobody else', async () => {
  const report = await submitted(fixture, 'officer');
  const leaders = [idOf('leader'), idOf('leader2')];
  const { presentReport } = await ask(fixture, 'county', PRESENT, { id: report, leaders: [idOf('leader')] });
  expect(presentReport).toMatchObject([{ state: 'PRESENTED', presentedByName: '测试·county' }]);
  const again = await ask(fixture, 'county', PRESENT, { id: report, leaders });
  expect(again.presentReport.length).toBe(2);
  expect(await waitingOf('leader', report)).toMatchObject([{ viewerCanRead: true, presentedByName: '测试·county' }]);
  expect(await statesAt(report, 'leader')).toEqual(['PRESENTED']); // of their own alone
  for (const account of ['officer', 'clerk', 'analyst'] as const) expect(await statesAt(report, account)).toEqual([]);
  for (const account of ['county', 'director', 'clerk'] as const)
    expect(await refusal(fixture, account, WAITING)).toMatchObject({ code: 'FORBIDDEN' });
});

test('what its author takes back waits before nobody any more', async () => {
  const report = await submitted(fixture, 'officer');
  await presented(fixture, report);
  expect(await waitingOf('leader', report)).toHaveLength(1);
  await ask(fixture, 'officer', 'mutation ($id: ID!) { withdrawReport(id: $id, version: 1) { id } }', { id: report });
  expect(await waitingOf('leader', report)).toEqual([]);
});

test('who is no leader in office is refused by name, and so is what is no report of its own any more', async () => {
  const report = await submitted(fixture, 'officer');
  for (const leaders of [[], [idOf('clerk')], [idOf('leader'), idOf('officer')]])
    expect(await refusal(fixture, 'county', PRESENT, { id: report, leaders })).toMatchObject({ field: 'leaders' });
  await ask(fixture, 'officer', 'mutation ($id: ID!) { withdrawReport(id: $id, version: 1) { id } }', { id: report });
  const given = { id: report, leaders: [idOf('leader')] };
  expect(await refusal(fixture, 'county', PRESENT, given)).toMatchObject({ code: 'REFUSED', unmet: ['state'] });
  const sealed = await submitted(fixture, 'officer', { line: 'SEALED' });
  expect(await refusal(fixture, 'county', PRESENT, { ...given, id: sealed })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await refusal(fixture, 'clerk', PRESENT, given)).toMatchObject({ code: 'FORBIDDEN' });
});

test('a leader’s instruction on the report answers it, and taking the words back leaves that it was read', async () => {
  const report = await submitted(fixture, 'officer');
  await presented(fixture, report);
  await presented(fixture, report, 'leader2');
  const instruction = await instructed(fixture, { report });
  expect(await waitingOf('leader', report)).toEqual([]);
  expect((await statesAt(report)).sort()).toEqual(['INSTRUCTED', 'PRESENTED']); // another leader's words are not theirs
  await deed('leader', 'withdrawInstruction', instruction);
  expect((await statesAt(report)).sort()).toEqual(['PRESENTED', 'READ']);
  await instructed(fixture, { report });
  expect((await statesAt(report)).sort()).toEqual(['INSTRUCTED', 'PRESENTED']);
});

test('the office takes it back while nobody has answered, and may present it again after it was read', async () => {
  const report = await submitted(fixture, 'officer');
  const id = await presented(fixture, report);
  expect((await deed('county', 'unpresent', id)).unpresent.state).toBe('WITHDRAWN');
  expect(await waitingOf('leader', report)).toEqual([]);
  const again = await presented(fixture, report);
  await deed('leader', 'markPresentationRead', again);
  expect(
    await refusal(fixture, 'county', 'mutation ($id: ID!) { unpresent(id: $id) { id } }', { id: again }),
  ).toMatchObject({
    ...{ code: 'REFUSED', unmet: ['state'] },
  });
  await presented(fixture, report);
  expect((await statesAt(report)).sort()).toEqual(['PRESENTED', 'READ', 'WITHDRAWN']);
});

test('its reporter, and whose report was merged into it, reads that it was presented and read, by whom as far as any step says', async () => {
  const [report, member] = [await submitted(fixture, 'officer'), await submitted(fixture, 'officer')];
  await fixture.admin.query(`update report set state = 'MERGED', master_id = $2 where id = $1`, [member, report]);
  const id = await presented(fixture, report);
  await deed('leader', 'markPresentationRead', id);
  const STEPS = 'query ($id: ID!) { report(id: $id) { timeline { deed note } } }';
  for (const each of [report, member]) {
    const { timeline } = (await ask(fixture, 'officer', STEPS, { id: each })).report;
    expect(timeline.slice(-2)).toEqual([
      { deed: 'present', note: null },
      { deed: 'read', note: null },
    ]);
  }
});

test('a report that turns out to accuse somebody lies before no leader any more', async () => {
  const report = await submitted(fixture, 'officer');
  const id = await presented(fixture, report);
  const ACCUSES = 'mutation ($id: ID!) { triageReport(id: $id, version: 1, topic: "CONDUCT") { line } }';
  await ask(fixture, 'county', ACCUSES, { id: report });
  const { presentations } = await ask(fixture, 'leader', WAITING);
  expect(presentations.edges.filter(({ node }: any) => node.id === id)).toEqual([]);
  const { rows } = await fixture.admin.query('select distinct line from audit where subject_id = $1', [id]);
  expect(rows).toEqual([{ line: 'SEALED' }]);
});

test('who seals a report at that moment is first: it is presented to nobody, and instructed on by nobody', async () => {
  const report = await submitted(fixture, 'officer');
  const given = { id: report, leaders: [idOf('leader')] };
  const present = () => refusal(fixture, 'county', PRESENT, given);
  expect(await meanwhile(fixture, { statement: SEAL, id: report }, present)).toMatchObject({ code: 'NOT_FOUND' });
  const other = await submitted(fixture, 'officer');
  const instruct = () => instructed(fixture, { report: other }).catch(String);
  expect(await meanwhile(fixture, { statement: SEAL, id: other }, instruct)).toContain('NOT_FOUND');
  const read = await submitted(fixture, 'officer');
  const id = await presented(fixture, read);
  const READ = 'mutation ($id: ID!) { markPresentationRead(id: $id) { id } }';
  const markRead = () => refusal(fixture, 'leader', READ, { id });
  expect(await meanwhile(fixture, { statement: SEAL, id: read }, markRead)).toMatchObject({ code: 'NOT_FOUND' });
  const lines = 'select distinct line from audit where subject_id = any($1::uuid[])';
  const { rows } = await fixture.admin.query(lines, [[report, other, read, id]]);
  expect(rows).toEqual([{ line: 'SEALED' }]);
});

test('what the office takes back at that moment keeps no leader from instructing', async () => {
  const report = await submitted(fixture, 'officer');
  const id = await presented(fixture, report);
  const statement = `update presentation set state = 'WITHDRAWN' where id = $1`;
  await meanwhile(fixture, { statement, id }, () => instructed(fixture, { report }));
  expect(await statesAt(report)).toEqual(['WITHDRAWN']);
});

test('who has SQL at the office reads and instructs in no leader’s name, and nobody rewrites what was presented', async () => {
  const [report, other] = [await submitted(fixture, 'officer'), await submitted(fixture, 'officer')];
  const instruction = await instructed(fixture, { report: other });
  const id = await presented(fixture, report);
  const attempt = async (account: Account, change: string) => {
    const scope = fixture.scope(account);
    try {
      return (await scope.rows(`update presentation set ${change} where id = $1 returning 1`, [id])).length;
    } finally {
      await scope.end('rollback').catch(() => {});
    }
  };
  const kept = [`report_id = '${other}'`, `leader_name = '某'`, `presented_by_name = '某'`, 'presented_at = now()'];
  const answered = `state = 'INSTRUCTED', instruction_id = '${instruction}'`;
  const denied = expect.objectContaining({ code: '42501' });
  for (const [account, changes] of [
    ['county', [...kept, `leader_id = '${idOf('leader2')}'`, `state = 'READ'`, answered, 'state_since = now()']],
    ['leader', [...kept, `state = 'WITHDRAWN'`, `state = 'INSTRUCTED'`, `instruction_id = '${instruction}'`]],
  ] as const)
    for (const change of changes) await expect(attempt(account, change)).rejects.toEqual(denied);
  expect(await attempt('county', `state = 'WITHDRAWN'`)).toBe(1);
  expect(await attempt('leader', answered)).toBe(1);
  expect(await attempt('leader2', `state = 'READ'`)).toBe(0);
});

test('a leader who was signed off is in office no more', async () => {
  const active = (is: boolean) =>
    fixture.admin.query('update person set is_active = $2 where id = $1', [idOf('leader2'), is]);
  await active(false);
  const { presentableLeaders } = await ask(fixture, 'county', '{ presentableLeaders { id } }');
  const given = { id: await submitted(fixture, 'officer'), leaders: [idOf('leader2')] };
  const refusedTo = await refusal(fixture, 'county', PRESENT, given);
  await active(true);
  expect(presentableLeaders.map(({ id }: any) => id)).not.toContain(idOf('leader2'));
  expect(refusedTo).toMatchObject({ field: 'leaders' });
});

test('main leaders are proposed first, and only who is in office', async () => {
  await fixture.admin.query(`update post set capacity = 'MAIN_LEADER' where id = $1`, [
    fixture.rights('leader2').postId,
  ]);
  const { presentableLeaders } = await ask(fixture, 'county', '{ presentableLeaders { id name isFirst } }');
  expect(presentableLeaders[0]).toMatchObject({ id: idOf('leader2'), isFirst: true });
  expect(presentableLeaders.map(({ id }: any) => id)).toContain(idOf('leader'));
  await fixture.admin.query(`update post set valid_to = current_date - 3 where id = $1`, [
    fixture.rights('leader2').postId,
  ]);
  const { presentableLeaders: left } = await ask(fixture, 'county', '{ presentableLeaders { id } }');
  expect(left.map(({ id }: any) => id)).not.toContain(idOf('leader2'));
});
