import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, refusal } from '../../digests/digest.testing.ts';
import { type Account, type Fixture, idOf, manyReports, startFixture, submitted } from '../../testing/fixture.ts';
import {
  ASSIGN,
  ASSIGN_MANY,
  deedsSeen,
  heard,
  LIST,
  look,
  NOTE,
  postOf,
  STATION,
  UNASSIGN,
  URGE,
} from './report-desk.testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const listed = async (account: Account, assigned: string) => {
  const { reports, trayCounts } = await ask(fixture, account, LIST, { assigned });
  expect(trayCounts.todo).toBe(reports.edges.length); // all of these wait
  return reports.edges.map(({ node }: any) => node.id);
};
test('a report is assigned to a colleague and taken back: the own station sees it and nobody else', async () => {
  const id = await submitted(fixture, 'officer');
  const { assignReport } = await ask(fixture, 'clerk', ASSIGN, { id, to: postOf('clerk2'), version: 0 });
  expect(assignReport.assignment).toMatchObject({
    personName: '测试·clerk2',
    isGone: false,
    isMine: false,
    version: 1,
  });
  expect((await look(fixture, 'clerk2', id)).assignment).toMatchObject({ isMine: true });
  expect((await look(fixture, 'townLeader', id)).assignment).toMatchObject({ personName: '测试·clerk2' });
  for (const account of ['officer', 'head', 'county', 'leader', 'analyst'] as const) {
    const { assignment, timeline } = await look(fixture, account, id);
    expect([assignment, timeline.length]).toEqual([null, 1]);
  }
  expect(await heard(fixture, 'REPORT_ASSIGNED', id)).toEqual(STATION);
  const { unassignReport } = await ask(fixture, 'clerk2', UNASSIGN, { id, version: 1 });
  expect(unassignReport.assignment).toBeNull();
  expect(await deedsSeen(fixture, 'clerk', id)).toEqual(['submit', 'assign', 'unassign']);
});

test('county office, station and discipline desk assign the same kind of thing apart from each other', async () => {
  const id = await submitted(fixture, 'officer');
  await ask(fixture, 'clerk', ASSIGN, { id, to: postOf('clerk'), version: 0 });
  await ask(fixture, 'county', ASSIGN, { id, to: postOf('county2'), version: 0 });
  expect((await look(fixture, 'clerk2', id)).assignment.personName).toBe('测试·clerk');
  expect((await look(fixture, 'director', id)).assignment.personName).toBe('测试·county2');
  const sealed = await submitted(fixture, 'officer', { topic: 'CONDUCT' });
  await ask(fixture, 'discipline', ASSIGN, { id: sealed, to: postOf('discipline'), version: 0 });
  expect((await look(fixture, 'discipline', sealed)).assignment.isMine).toBe(true);
  expect(await heard(fixture, 'REPORT_ASSIGNED', sealed)).toEqual(['discipline']);
});

test('of two who assign the same report at once the later is told, and so is whoever takes back an older one', async () => {
  const id = await submitted(fixture, 'officer');
  const both = await Promise.all([
    fixture.run('clerk', ASSIGN, { id, to: postOf('clerk'), version: 0 }),
    fixture.run('clerk2', ASSIGN, { id, to: postOf('clerk2'), version: 0 }),
  ]);
  const codes = both.map(({ errors }) => errors?.[0]?.extensions?.code);
  expect(codes.sort()).toEqual(['CONFLICT', undefined]);
  await ask(fixture, 'clerk', ASSIGN, { id, to: postOf('clerk'), version: 1 });
  expect(await refusal(fixture, 'clerk2', UNASSIGN, { id, version: 1 })).toMatchObject({ code: 'CONFLICT' });
  expect(await refusal(fixture, 'clerk2', ASSIGN, { id, to: postOf('clerk2'), version: 0 })).toMatchObject({
    code: 'CONFLICT',
  });
});

test('only a clerk who holds a post at the own desk now is a colleague', async () => {
  const id = await submitted(fixture, 'officer');
  const { deskColleagues } = await ask(fixture, 'clerk', '{ deskColleagues { id personName } }');
  expect(deskColleagues.map(({ personName }: any) => personName)).toEqual(['测试·clerk', '测试·clerk2']);
  const strangers: Account[] = ['otherClerk', 'townLeader', 'officer', 'county'];
  for (const to of [...strangers.map(postOf), idOf('nobody'), 'no id'])
    expect(await refusal(fixture, 'clerk', ASSIGN, { id, to, version: 0 })).toMatchObject({
      code: 'BAD_INPUT',
      field: 'to',
    });
  const asked = { id, to: postOf('clerk'), version: 0 };
  for (const account of ['officer', 'head', 'townLeader', 'director', 'analyst'] as const)
    expect(await refusal(fixture, account, ASSIGN, asked)).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refusal(fixture, 'otherClerk', ASSIGN, { ...asked, to: postOf('otherClerk') })).toMatchObject({
    code: 'NOT_FOUND',
  });
  expect(await refusal(fixture, 'officer', LIST, { assigned: 'ME' })).toMatchObject({ code: 'BAD_INPUT' });
});

test('the queue is narrowed to the own and to what nobody in office has; who has left leaves theirs to be taken over', async () => {
  const [mine, theirs, free] = [
    await submitted(fixture, 'poplarOfficer'),
    await submitted(fixture, 'poplarOfficer'),
    await submitted(fixture, 'poplarOfficer'),
  ];
  await ask(fixture, 'clerk', ASSIGN, { id: mine, to: postOf('clerk'), version: 0 });
  await ask(fixture, 'clerk', ASSIGN, { id: theirs, to: postOf('clerk2'), version: 0 });
  expect(await listed('clerk', 'ME')).toContain(mine);
  expect(await listed('clerk', 'ME')).not.toContain(theirs);
  expect(await listed('clerk', 'NOBODY')).toEqual(expect.arrayContaining([free]));
  expect(await listed('clerk', 'NOBODY')).not.toContain(theirs);
  await fixture.admin.query(`update post set valid_to = app.today() - 1 where id = $1`, [postOf('clerk2')]);
  try {
    expect((await look(fixture, 'clerk', theirs)).assignment).toMatchObject({ isGone: true });
    expect(await listed('clerk', 'NOBODY')).toContain(theirs);
    await ask(fixture, 'clerk', ASSIGN, { id: theirs, to: postOf('clerk'), version: 1 });
    expect((await look(fixture, 'clerk', theirs)).assignment).toMatchObject({
      isGone: false,
      isMine: true,
      version: 2,
    });
  } finally {
    await fixture.admin.query('update post set valid_to = null where id = $1', [postOf('clerk2')]);
  }
});

test('many are assigned with a result for each, and what was withdrawn says why not', async () => {
  const [good, withdrawn, hidden] = [
    await submitted(fixture, 'officer'),
    await submitted(fixture, 'officer'),
    await submitted(fixture, 'otherOfficer'),
  ];
  await ask(fixture, 'officer', 'mutation ($id: ID!) { withdrawReport(id: $id, version: 1) { id } }', {
    id: withdrawn,
  });
  const ids = [good, withdrawn, hidden];
  const { assignReports } = await ask(fixture, 'clerk', ASSIGN_MANY, { ids, to: postOf('clerk') });
  expect(assignReports).toEqual([
    { id: good, ok: true, error: null },
    { id: withdrawn, ok: false, error: { code: 'REFUSED', unmet: ['state'] } },
    { id: hidden, ok: false, error: { code: 'NOT_FOUND', unmet: null } },
  ]);
});

test('a note is read by the own unit alone, never by the author, and keeps nobody from taking back what was done', async () => {
  const id = await submitted(fixture, 'officer');
  const TRIAGE = 'mutation ($id: ID!) { triageReport(id: $id, version: 1) { id } }';
  const UNTRIAGE = 'mutation ($ids: [ID!]!) { untriageReports(ids: $ids) { ok report { state } } }';
  await ask(fixture, 'clerk', TRIAGE, { id });
  await ask(fixture, 'clerk2', NOTE, { id, text: '已电话核实，等水利所回话' });
  for (const account of STATION) expect(await deedsSeen(fixture, account, id)).toEqual(['submit', 'triage', 'note']);
  for (const account of ['officer', 'head', 'county', 'director', 'leader', 'analyst'] as const)
    expect(await deedsSeen(fixture, account, id)).toEqual(['submit', 'triage']);
  expect(await heard(fixture, 'REPORT_NOTED', id)).toEqual(STATION);
  expect((await ask(fixture, 'clerk', UNTRIAGE, { ids: [id] })).untriageReports).toEqual([
    { ok: true, report: { state: 'SUBMITTED' } },
  ]);
  await ask(fixture, 'county', NOTE, { id, text: '拟编入本期' });
  const office: Account[] = ['county', 'director'];
  for (const account of office) expect((await deedsSeen(fixture, account, id)).at(-1)).toBe('note');
  for (const account of ['clerk', 'head', 'officer', 'leader', 'analyst'] as const)
    expect((await look(fixture, account, id)).timeline.map(({ note }: any) => note)).not.toContain('拟编入本期');
  expect((await heard(fixture, 'REPORT_NOTED', id)).sort()).toEqual([...STATION, ...office].sort());
  expect(await refusal(fixture, 'clerk', NOTE, { id, text: ' ' })).toMatchObject({ code: 'BAD_INPUT', field: 'text' });
  expect(await refusal(fixture, 'townLeader', NOTE, { id, text: '看过' })).toMatchObject({ code: 'FORBIDDEN' });
});

test('a clerk who wrote a report themselves does not read what their desk notes on it', async () => {
  const id = await submitted(fixture, 'clerk');
  await ask(fixture, 'clerk2', NOTE, { id, text: '与上月反映的是同一处' });
  expect(await deedsSeen(fixture, 'clerk', id)).toEqual(['submit']);
  expect(await deedsSeen(fixture, 'clerk2', id)).toEqual(['submit', 'note']);
});

test('what desks put beside a report goes when it is sealed', async () => {
  const id = await submitted(fixture, 'officer');
  await ask(fixture, 'clerk', ASSIGN, { id, to: postOf('clerk'), version: 0 });
  await ask(fixture, 'clerk', NOTE, { id, text: '疑似反映村干部' });
  await ask(fixture, 'county', URGE, { ids: [id] });
  await ask(fixture, 'clerk', 'mutation ($id: ID!) { triageReport(id: $id, version: 1, topic: "CONDUCT") { line } }', {
    id,
  });
  const { rows } = await fixture.admin.query(
    'select subject_id from assignment where subject_id = $1 union all select subject_id from urge where subject_id = $1',
    [id],
  );
  expect(rows).toEqual([]);
  expect(await deedsSeen(fixture, 'discipline', id)).not.toContain('note');
});

test('who puts something beside a report while it is sealed finds it gone, and nothing stays with their desk', async () => {
  const id = await submitted(fixture, 'officer');
  await fixture.admin.query('begin');
  await fixture.admin.query(`update report set line = 'SEALED' where id = $1`, [id]);
  const late = Promise.all([
    refusal(fixture, 'clerk', ASSIGN, { id, to: postOf('clerk2'), version: 0 }),
    refusal(fixture, 'clerk', NOTE, { id, text: '疑似反映村干部' }),
    ask(fixture, 'county', URGE, { ids: [id] }),
  ]);
  await sleep(300); // they have come, and wait
  await fixture.admin.query('commit');
  const [assigned, noted, { urgeReports }] = await late;
  expect([assigned.code, noted.code, urgeReports[0].error?.code]).toEqual(['NOT_FOUND', 'NOT_FOUND', 'NOT_FOUND']);
  const { rows } = await fixture.admin.query(
    `select deed from audit where subject_id = $1 and line <> 'SEALED' and deed <> 'submit' union all select 'assigned' from assignment where subject_id = $1
     union all select 'urged' from urge where subject_id = $1`,
    [id],
  );
  expect(rows).toEqual([]);
});

test('a queue of fifty with its assignments costs as many statements as one of five', async () => {
  await manyReports(fixture, 'officer', 60);
  const cost = async (first: number) => {
    const before = fixture.database.statements;
    await ask(fixture, 'clerk', LIST, { assigned: 'NOBODY', first });
    return fixture.database.statements - before;
  };
  await cost(5);
  expect(await cost(50)).toBe(await cost(5));
});
