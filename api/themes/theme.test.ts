import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { ask, refusal } from '../digests/digest.testing.ts';
import { type Account, type Fixture, startFixture, submitted } from '../testing/fixture.ts';
import { meanwhile, SEAL } from '../testing/meanwhile.ts';
import { similarReports } from './theme.testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const SHOWN = 'id no version state owner plan reportCount reports { id } timeline { deed }';
const OPEN = `mutation ($draft: ThemeDraft!) { openTheme(draft: $draft) { ${SHOWN} } }`;
const draftOf = (reports: string[]) => ({ clientId: v7(), title: '机井抽水困难集中反映', reports });
/** … judged. */
async function similar(): Promise<string[]> {
  const ids = await similarReports(fixture);
  for (const id of ids)
    await ask(fixture, 'county', 'mutation ($id: ID!) { triageReport(id: $id, version: 1) { id } }', { id });
  return ids;
}
async function deed(by: Account, id: string, mutation: string, given: Record<string, unknown> = {}) {
  const { rows } = await fixture.admin.query('select version from theme where id = $1', [id]);
  const types: Record<string, string> = { plan: 'ThemePlan!', reports: '[ID!]!' };
  const names = Object.keys(given);
  const declared = names.map((name) => `, $${name}: ${types[name] ?? 'String!'}`).join('');
  const passed = names.map((name) => `, ${name}: $${name}`).join('');
  const document = `mutation ($id: ID!, $version: Int!${declared}) { ${mutation}(id: $id, version: $version${passed}) { ${SHOWN} } }`;
  return (await ask(fixture, by, document, { id, version: rows[0].version, ...given }))[mutation];
}

test('from similar reports to one plan, and every reporter is answered', async () => {
  const reports = await similar();
  const theme = (await ask(fixture, 'clerk', OPEN, { draft: draftOf(reports) })).openTheme;
  expect(theme).toMatchObject({ state: 'OPEN', reportCount: 3 });
  const plan = { owner: '镇水利站', plan: '逐井排查，统一检修，公布轮灌次序。' };
  expect(await deed('clerk', theme.id, 'planTheme', { plan })).toMatchObject({ state: 'PLANNED', owner: '镇水利站' });
  expect(await deed('clerk', theme.id, 'answerTheme', { answer: '机井已统一检修。' })).toMatchObject({
    state: 'ANSWERED',
  });
  const READ = 'query ($id: ID!) { report(id: $id) { state answer timeline { deed } } }';
  for (const [i, account] of (['officer', 'officer2', 'poplarOfficer'] as const).entries())
    expect((await ask(fixture, account, READ, { id: reports[i] })).report).toMatchObject({
      ...{ state: 'REPLIED', answer: '机井已统一检修。' },
    });
  expect(await deed('clerk', theme.id, 'closeTheme')).toMatchObject({ state: 'CLOSED' });
});

test('it takes three reports of two villages, that the viewer sees; and it can be taken back', async () => {
  const reports = await similar();
  for (const fewer of [reports.slice(0, 2), [reports[0], reports[1], reports[0]] as string[]])
    expect(await refusal(fixture, 'county', OPEN, { draft: draftOf(fewer) })).toMatchObject({ field: 'reports' });
  expect(await refusal(fixture, 'otherClerk', OPEN, { draft: draftOf(reports) })).toMatchObject({ field: 'reports' });
  expect(await refusal(fixture, 'county', OPEN, { draft: draftOf(['x']) })).toMatchObject({ field: 'reports' });
  const theme = (await ask(fixture, 'county', OPEN, { draft: draftOf(reports) })).openTheme;
  expect(
    (await ask(fixture, 'clerk', 'query ($id: ID!) { theme(id: $id) { id } }', { id: theme.id })).theme,
  ).toBeNull();
  await deed('county', theme.id, 'dissolveTheme', { reason: '成因不同，分别办理' });
  expect(await deed('county', theme.id, 'restoreTheme')).toMatchObject({ state: 'OPEN' });
  const more = await submitted(fixture, 'otherOfficer');
  expect(await deed('county', theme.id, 'gatherTheme', { reports: [...reports, more] })).toMatchObject({
    reportCount: 4,
  });
});

test('who seals a report at that moment is first: it stands in no theme', async () => {
  const reports = await similar();
  const [id] = reports as [string];
  const open = () => refusal(fixture, 'county', OPEN, { draft: draftOf(reports) });
  expect(await meanwhile(fixture, { statement: SEAL, id }, open)).toMatchObject({ field: 'reports' });
  const { rows } = await fixture.admin.query('select distinct line from audit where subject_id = $1', [id]);
  expect(rows).toEqual([{ line: 'SEALED' }]);
});
