import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, refusal } from '../digests/digest.testing.ts';
import { type Account, type Fixture, startFixture, submitted } from '../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const ADD =
  'mutation ($word: String!, $colour: MarkerColour! = BLUE) { addMarker(word: $word, colour: $colour) { id word colour } }';
const REMOVE = 'mutation ($id: ID!) { removeMarker(id: $id) }';
const MARK =
  'mutation ($ids: [ID!]!, $marker: ID!) { markReports(ids: $ids, marker: $marker) { ok error { code unmet } } }';
const UNMARK = 'mutation ($ids: [ID!]!, $marker: ID!) { unmarkReports(ids: $ids, marker: $marker) { ok } }';
const LOOK = 'query ($id: ID!) { report(id: $id) { markers { word } timeline { deed note } } }';
const LIST = 'query ($marker: ID!) { reports(filter: { marker: $marker }) { edges { node { id markers { word } } } } }';

const add = async (account: Account, word: string) => (await ask(fixture, account, ADD, { word })).addMarker.id;
const wordsOn = async (account: Account, id: string) =>
  (await ask(fixture, account, LOOK, { id })).report.markers.map(({ word }: any) => word);
const listed = async (account: Account, marker: string) =>
  (await ask(fixture, account, LIST, { marker })).reports.edges.map(({ node }: any) => node.id);

test('a desk marks reports with its own words, finds them by these, and nobody else sees any of it', async () => {
  const [one, other] = [await submitted(fixture, 'officer'), await submitted(fixture, 'officer')];
  const marker = await add('clerk', '待核实');
  const hidden = await submitted(fixture, 'otherOfficer');
  const { markReports } = await ask(fixture, 'clerk', MARK, { ids: [one, other, hidden], marker });
  expect(markReports.map(({ ok }: any) => ok)).toEqual([true, true, false]);
  expect(await wordsOn('clerk2', one)).toEqual(['待核实']);
  expect((await listed('townLeader', marker)).sort()).toEqual([one, other].sort());
  for (const account of ['officer', 'head', 'county', 'leader', 'analyst'] as const) {
    const { report } = await ask(fixture, account, LOOK, { id: one });
    expect([report.markers, report.timeline.length]).toEqual([[], 1]);
  }
  expect(await listed('county', marker)).toEqual([]);
  expect(await refusal(fixture, 'county', MARK, { ids: [one], marker })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await refusal(fixture, 'officer', LIST, { marker })).toMatchObject({ code: 'BAD_INPUT' });
  await ask(fixture, 'clerk2', UNMARK, { ids: [one], marker });
  expect(await listed('clerk', marker)).toEqual([other]);
});

test('marked twice is marked once, and so is its line in the history', async () => {
  const id = await submitted(fixture, 'officer');
  const marker = await add('clerk', '需会商');
  for (let i = 0; i < 2; i++)
    expect((await ask(fixture, 'clerk', MARK, { ids: [id], marker })).markReports[0].ok).toBe(true);
  const { report } = await ask(fixture, 'clerk', LOOK, { id });
  expect(report.timeline.map(({ deed }: any) => deed)).toEqual(['submit', 'mark']);
});

test('what may mean somebody is no marker, and a word is a desk’s once', async () => {
  for (const word of ['张建国', '13812345678', '上访老户'])
    expect(await refusal(fixture, 'clerk', ADD, { word })).toMatchObject({ code: 'BAD_INPUT', field: 'word' });
  await add('clerk', '汛期');
  expect(await refusal(fixture, 'clerk2', ADD, { word: ' 汛期 ' })).toMatchObject({ code: 'CONFLICT' });
  await add('county', '汛期'); // another desk's own
  expect(await refusal(fixture, 'townLeader', ADD, { word: '路面' })).toMatchObject({ code: 'FORBIDDEN' });
});

test('a marker that is removed goes from what bears it; another desk’s stays', async () => {
  const id = await submitted(fixture, 'officer');
  const marker = await add('clerk', '先缓');
  await ask(fixture, 'clerk', MARK, { ids: [id], marker });
  await ask(fixture, 'otherClerk', REMOVE, { id: marker });
  expect(await wordsOn('clerk', id)).toEqual(['先缓']);
  await ask(fixture, 'clerk', REMOVE, { id: marker });
  await ask(fixture, 'clerk', REMOVE, { id: marker });
  expect(await wordsOn('clerk', id)).toEqual([]);
  expect(await refusal(fixture, 'clerk', MARK, { ids: [id], marker })).toMatchObject({ code: 'NOT_FOUND' });
});

test('a desk keeps thirty, of two who add the thirtieth at once one is refused, and a report bears six, whoever comes at once', async () => {
  const { markers } = await ask(fixture, 'otherClerk', '{ markers { id } }');
  expect(markers).toEqual([]);
  const ids: string[] = [];
  for (let n = 1; n < 30; n++) ids.push(await add('otherClerk', `事项${n}`));
  const last = await Promise.all(['甲', '乙'].map((word) => fixture.run('otherClerk', ADD, { word })));
  expect(last.map(({ errors }) => errors?.[0]?.extensions?.code).sort()).toEqual(['REFUSED', undefined]);
  const report = await submitted(fixture, 'otherOfficer');
  const results: any[] = [];
  for (const marker of ids.slice(0, 7))
    results.push((await ask(fixture, 'otherClerk', MARK, { ids: [report], marker })).markReports[0]);
  expect(results.map(({ ok }) => ok)).toEqual([...Array(6).fill(true), false]);
  expect(results.at(-1).error.unmet).toEqual(['many']);
  await ask(fixture, 'otherClerk', UNMARK, { ids: [report], marker: ids[0] });
  const sixth = await Promise.all(
    ids.slice(6, 10).map((marker) => ask(fixture, 'otherClerk', MARK, { ids: [report], marker })),
  );
  expect(sixth.filter(({ markReports: [row] }) => row.ok)).toHaveLength(1);
});

test('a report that is sealed loses the marks of the desks that had it', async () => {
  const id = await submitted(fixture, 'officer');
  const marker = await add('clerk', '村务');
  await ask(fixture, 'clerk', MARK, { ids: [id], marker });
  const TRIAGE = 'mutation ($id: ID!) { triageReport(id: $id, version: 1, topic: "CONDUCT") { line } }';
  await ask(fixture, 'clerk', TRIAGE, { id });
  const { rows } = await fixture.admin.query('select 1 from marked where subject_id = $1', [id]);
  expect(rows).toEqual([]);
});
