import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { GraphQLObjectType } from 'graphql';
import { contract } from '../schema.ts';
import { type Account, type Fixture, startFixture, submitted, UNITS } from '../testing/fixture.ts';
import * as desk from './opening.testing.ts';
import { APPROVE, as, asking, LIST, OPEN, REFUSE, REQUEST, requested } from './opening.testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
  await desk.staffDesk(fixture);
});
afterAll(() => fixture.close());

test('no code that also stands beside a name, or that an earlier look has told, says who wrote a protected report', async () => {
  const READ = 'query ($id: ID!) { report(id: $id) { reporter { code name } } }';
  const shown = async (id: string) => (await as(fixture, 'discipline', READ, { id })).report?.reporter;
  const [sealed, open, direct] = [
    await desk.accusation(fixture),
    await submitted(fixture, 'officer'),
    await submitted(fixture, 'officer', { line: 'DIRECT' }),
  ];
  expect(await shown(open)).toEqual({ code: null, name: '测试·officer' });
  expect(await shown(direct)).toEqual({ code: 'XXY-officer', name: null });
  expect(await shown(sealed)).toEqual({ code: null, name: null });
  const opened = contract().getType('OpenedIdentity') as GraphQLObjectType;
  expect(Object.keys(opened.getFields()).sort()).toEqual(['name', 'opening', 'unitName']); // no code, which stands on what is sent direct
  const { data } = await fixture.run<any>('officer', READ, { id: sealed });
  expect(data.report.reporter).toEqual({ code: 'XXY-officer', name: '测试·officer' });
});

test('nobody but whoever asked is shown the name, and no list, report or change holds it', async () => {
  const { id, report } = await requested(fixture, 'second', 'third');
  for (const clerk of ['second', 'third', 'fourth'] as const)
    expect(await as(fixture, clerk, OPEN, { id })).toMatchObject({ unmet: ['requester'] });
  await as(fixture, 'discipline', OPEN, { id });
  const READ = `query ($id: ID!) { report(id: $id) { reporter { name } timeline { actorName } identityOpenings { id state timeline { actorName } } } identityOpenings { id } }`;
  for (const clerk of desk.DESK) {
    const data = await as(fixture, clerk, READ, { id: report });
    expect(data.report.reporter.name).toBeNull();
    expect(JSON.stringify(data)).not.toContain('测试·officer');
  }
});

test('no other role asks, decides, lists or hears of it, and another county finds nothing', async () => {
  const { id, report } = await requested(fixture, 'second', 'third');
  const others: Account[] = [
    'officer',
    'head',
    'clerk',
    'townLeader',
    'county',
    'director',
    'leader',
    'analyst',
    'admin',
  ];
  for (const account of [...others, 'foreignClerk'] as Account[])
    for (const [document, variables] of [
      [REQUEST, asking(report)],
      [APPROVE, { id }],
      [REFUSE, { id }],
      [OPEN, { id }],
      [LIST, {}],
    ] as const) {
      const { errors } = await fixture.run(account, document, variables);
      expect([account, errors?.[0]?.extensions?.code]).toEqual([account, 'FORBIDDEN']);
    }
  await fixture.admin.query(`update post set role = 'DISCIPLINE_CLERK' where id = $1`, [
    fixture.rights('foreignClerk').postId,
  ]);
  const foreign = { ...fixture.rights('foreignClerk'), role: 'DISCIPLINE_CLERK' as const };
  for (const [document, variables] of [
    [REQUEST, asking(report, UNITS.otherVillage)],
    [APPROVE, { id }],
    [OPEN, { id }],
  ] as const)
    expect(await desk.by(fixture, foreign, document, variables)).toMatchObject({ code: 'NOT_FOUND' });
  expect(await desk.by(fixture, foreign, LIST)).toEqual({ identityOpenings: [] });
});

test('the report says whether the viewer may ask, and its requests, newest first', async () => {
  const READ = 'query ($id: ID!) { report(id: $id) { viewerCanRequestIdentity identityOpenings { state } } }';
  const report = await desk.accusation(fixture);
  expect(await as(fixture, 'discipline', READ, { id: report })).toEqual({
    report: { viewerCanRequestIdentity: true, identityOpenings: [] },
  });
  expect(await as(fixture, 'involved', READ, { id: report })).toMatchObject({
    report: { viewerCanRequestIdentity: false },
  });
  await as(fixture, 'discipline', REQUEST, asking(report, UNITS.east));
  expect(await as(fixture, 'second', READ, { id: report })).toEqual({
    report: { viewerCanRequestIdentity: false, identityOpenings: [{ state: 'REQUESTED' }] },
  });
  const { data } = await fixture.run<any>('officer', READ, { id: report });
  expect(data.report).toEqual({ viewerCanRequestIdentity: false, identityOpenings: [] });
});
