import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, refusal } from '../../digests/digest.testing.ts';
import { type Account, type Fixture, startFixture, submitted } from '../../testing/fixture.ts';
import { answerReports } from './report-answer.service.ts';

/* R48: nothing that was answered is filed before the villager has the answer, or somebody has said why not. */
let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const SHOWN = 'id state version toldAt untoldReason answer viewerCanTell viewerCanCannotTell viewerCanArchive';
const look = async (account: Account, id: string) =>
  (await ask(fixture, account, `query ($id: ID!) { report(id: $id) { ${SHOWN} timeline { deed note } } }`, { id }))
    .report;
const asked = async (account: Account, mutation: string, id: string, words: Record<string, string> = {}) => {
  const { version } = await look(account, id);
  const given = Object.keys(words).map((name) => [`, $${name}: String!`, `, ${name}: $${name}`]);
  const document = `mutation ($id: ID!, $version: Int!${given.map(([declared]) => declared).join('')}) { ${mutation}(id: $id, version: $version${given.map(([, passed]) => passed).join('')}) { ${SHOWN} } }`;
  return [document, { id, version, ...words }] as const;
};
const deed = async (account: Account, mutation: string, id: string, words?: Record<string, string>) =>
  (await ask(fixture, account, ...(await asked(account, mutation, id, words))))[mutation];
const refused = async (account: Account, mutation: string, id: string, words?: Record<string, string>) =>
  refusal(fixture, account, ...(await asked(account, mutation, id, words)));

const REASON = { reason: '反映的群众外出务工，多次联系不上' };
async function replied(answer = '水泵已修好，请转告群众'): Promise<string> {
  const id = await submitted(fixture, 'officer');
  await ask(fixture, 'clerk', 'mutation ($ids: [ID!]!) { triageReports(ids: $ids) { ok } }', { ids: [id] });
  await deed('clerk', 'replyReport', id, { answer });
  return id;
}

test('whoever heard it says that the villager has the answer; before that no desk files it', async () => {
  const id = await replied();
  expect(await look('officer', id)).toMatchObject({ toldAt: null, viewerCanTell: true, viewerCanCannotTell: true });
  expect(await look('clerk', id)).toMatchObject({ viewerCanTell: true, viewerCanArchive: false });
  expect(await refused('clerk', 'archiveReport', id, { reason: '已答复，归档' })).toMatchObject({ unmet: ['told'] });
  expect(await deed('officer', 'markReportTold', id)).toMatchObject({ state: 'REPLIED', toldAt: expect.anything() });
  expect(await refused('officer', 'markReportTold', id)).toMatchObject({ unmet: ['told'] });
  expect(await refused('clerk', 'markReportUntold', id, REASON)).toMatchObject({ unmet: ['told'] });
  expect(await deed('clerk', 'archiveReport', id, { reason: '已答复，归档' })).toMatchObject({ state: 'ARCHIVED' });
});

test('or why nobody could be told, which somebody who reaches them later takes away', async () => {
  const id = await replied();
  expect(await deed('officer', 'markReportUntold', id, REASON)).toMatchObject({ untoldReason: REASON.reason });
  expect(await refused('officer', 'markReportUntold', id, REASON)).toMatchObject({ unmet: ['untold'] });
  expect(await look('clerk', id)).toMatchObject({ viewerCanArchive: true });
  expect(await deed('clerk', 'markReportTold', id)).toMatchObject({ untoldReason: null, toldAt: expect.anything() });
  const { timeline } = await look('county', id);
  expect(timeline.slice(-2)).toEqual([
    { deed: 'cannotTell', note: REASON.reason },
    { deed: 'tell', note: null },
  ]);
});

test('a newer answer is told anew', async () => {
  const id = await replied();
  await deed('officer', 'markReportTold', id);
  const { version } = await look('officer', id);
  const scope = fixture.scope('county');
  const [row] = await scope.rows<any>('select id, unit_code, author_id, line from report where id = $1', [id]);
  await answerReports(scope, [row], { answer: '新水泵已装好，全村恢复供水', about: {} });
  await scope.end('commit');
  expect(await look('officer', id)).toMatchObject({
    ...{ state: 'REPLIED', answer: '新水泵已装好，全村恢复供水', toldAt: null, viewerCanTell: true },
    version: version + 1,
  });
  expect(await refused('clerk', 'archiveReport', id, { reason: '已答复，归档' })).toMatchObject({ unmet: ['told'] });
});

test('whoever reported what was merged into it reads the answer in their own report, and hears of it', async () => {
  const [master, member] = [await submitted(fixture, 'officer'), await submitted(fixture, 'officer')];
  const MERGE = 'mutation ($master: ID!, $members: [ID!]!) { mergeReports(master: $master, members: $members) { ok } }';
  await ask(fixture, 'clerk', MERGE, { master, members: [member] });
  await ask(fixture, 'clerk', 'mutation ($ids: [ID!]!) { triageReports(ids: $ids) { ok } }', { ids: [master] });
  const answer = '水泵已修好，请转告群众';
  await deed('clerk', 'replyReport', master, { answer });
  const { state, timeline } = await look('officer', member);
  expect([state, timeline.at(-1)]).toEqual(['MERGED', { deed: 'answer', note: answer }]);
  const { rows } = await fixture.admin.query('select kind from event where subject_id = $1 order by n desc limit 1', [
    member,
  ]);
  expect(rows).toEqual([{ kind: 'REPORT_ACTED_ON' }]);
});

test('nobody else says so for them, and an empty reason is none', async () => {
  const id = await replied();
  expect(await refused('head', 'markReportTold', id)).toMatchObject({ unmet: ['author'] });
  for (const account of ['leader', 'analyst', 'townLeader', 'director'] as const)
    expect(await refused(account, 'markReportTold', id)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refused('officer', 'markReportUntold', id, { reason: ' ' })).toMatchObject({
    ...{ code: 'BAD_INPUT', field: 'reason' },
  });
});
