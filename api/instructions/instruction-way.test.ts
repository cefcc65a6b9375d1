import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { ask } from '../digests/digest.testing.ts';
import { eventsAfter } from '../platform/live/event.read.ts';
import { RightsChanged } from '../platform/scope/transaction.ts';
import { type Account, type Fixture, idOf, startFixture, UNITS } from '../testing/fixture.ts';
import { instructed, REGISTRATION, RESULT } from './instruction.testing.ts';
import { instructionOf } from './instruction-deeds.testing.ts';

const HEARD = { method: 'PHONE', told: '', opinion: '水来了，满意', isSolved: true, rating: 'SATISFIED', reason: '' };
let fixture: Fixture;
let report: string;
let id: string;
type Deeds = Awaited<ReturnType<typeof instructionOf>>;
let deed: Deeds['deed'];
let refused: Deeds['refused'];
let asked: Deeds['asked'];
let handled: Deeds['handled'];
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  ({ id, report, deed, refused, asked, handled } = await instructionOf(fixture));
});

/** What the screens ask of one, at whatever level. */
const SHOWN =
  'id no state leader { id name } responsibleUnit { code name } item { id digest { id } } report { id no } coUnits { name } parent { id } children { id } timeline { deed actorName } workDaysLeft isDueProvisional';
const seen = async (account: Account, fields = 'id state') =>
  (await fixture.run<any>(account, `query ($id: ID!) { instruction(id: $id) { ${fields} } }`, { id })).data
    ?.instruction;
const listed = async (account: Account, filter = {}) =>
  (
    await ask(
      fixture,
      account,
      `query ($filter: InstructionFilter) { instructions(filter: $filter, first: 200) { totalCount edges { node { ${SHOWN} } } } }`,
      { filter },
    )
  ).instructions;
const holds = (page: { edges: { node: { id: string } }[] }) => page.edges.some(({ node }) => node.id === id);

test('from the leader’s words to the answer: registered, dispatched, signed for, handled, reported, verified, accepted, told', async () => {
  expect(await handled()).toMatchObject({ state: 'HANDLING', brief: REGISTRATION.brief });
  const reported = await deed('bureauHead', 'reportInstruction');
  expect(reported).toMatchObject({
    state: 'REPORTED',
    results: [{ round: 1, finding: 'TRUE_RESOLVED', signedByName: '测试·bureauHead', signedAs: 'PRINCIPAL' }],
  });
  expect(reported.results[0].signedHash).toMatch(/^[0-9a-f]{64}$/);
  await deed('county', 'verifyInstruction');
  const confirmed = await deed('county', 'confirmInstruction', { found: '与材料相符' });
  expect(confirmed).toMatchObject({ state: 'RESULT_TO_LEADER' });
  expect(await refused('leader2', 'acceptInstructionResult')).toMatchObject({ code: 'NOT_FOUND' });
  expect(await deed('leader', 'acceptInstructionResult')).toMatchObject({ state: 'CLOSED' });
  await deed('county', 'answerInstruction', { answer: RESULT.answer });
  const told = (
    await ask(fixture, 'officer', 'query ($id: ID!) { report(id: $id) { state answer timeline { deed } } }', {
      id: report,
    })
  ).report;
  expect(told).toMatchObject({ state: 'REPLIED', answer: RESULT.answer });
  expect(told.timeline.map((step: { deed: string }) => step.deed)).toEqual([
    ...['submit', 'triage', 'instruct', 'registerInstruction', 'dispatch', 'signForInstruction'],
    ...['reportInstruction', 'confirmInstruction', 'acceptInstructionResult', 'reply'],
  ]);
  expect(await refused('county', 'answerInstruction', { answer: '再说一次' })).toMatchObject({ unmet: ['answered'] });
});

test('a unit sees it from its dispatch on, in lists, counts, by itself and live, and nobody outside its line who takes no part', async () => {
  const before = (await listed('bureau')).totalCount;
  await deed('county', 'registerInstruction', { registration: REGISTRATION });
  for (const account of ['bureau', 'clerk', 'otherClerk', 'head'] as const) expect(await seen(account)).toBeNull();
  const head = await lastEvent();
  await deed('county', 'dispatchInstruction');
  for (const account of ['bureau', 'bureauHead', 'clerk'] as const)
    expect([account, await seen(account)]).toEqual([account, { id, state: 'DISPATCHED' }]);
  for (const account of ['otherClerk', 'head', 'analyst', 'officer'] as const) expect(await seen(account)).toBeFalsy();
  expect((await listed('bureau')).totalCount).toBe(before + 1);
  expect(holds(await listed('bureau', { tray: 'SIGNING' }))).toBe(true);
  expect(holds(await listed('bureau', { tray: 'HANDLING' }))).toBe(false);
  expect(holds(await listed('otherClerk'))).toBe(false);
  for (const [account, kinds] of [
    // On the report's own line it is heard as well that it is acted on.
    ['county', ['INSTRUCTION_DISPATCHED', 'REPORT_ACTED_ON']],
    ['bureau', ['INSTRUCTION_DISPATCHED']],
    ['clerk', ['INSTRUCTION_DISPATCHED', 'REPORT_ACTED_ON']],
    ['otherClerk', []],
    ['head', ['REPORT_ACTED_ON']],
    ['analyst', ['REPORT_ACTED_ON']],
  ] as const)
    expect([account, await heard(account, head)]).toEqual([account, kinds]);
  expect(await seen('clerk', 'units { part unit { name } } report { id } timeline { deed }')).toMatchObject({
    units: [{ part: 'CO', unit: { name: '东关镇' } }],
    timeline: [{ deed: 'instruct' }, { deed: 'register' }, { deed: 'dispatch' }],
  });
});

test('as its leader has just given it, it is read whole by its leader and the office', async () => {
  for (const account of ['leader', 'county'] as const)
    expect([account, await seen(account, SHOWN)]).toMatchObject([account, { id, state: 'INSTRUCTED', coUnits: [] }]);
});

test('a wrong dispatch is taken back while nobody has signed, and its units see it no longer', async () => {
  await deed('county', 'registerInstruction', { registration: REGISTRATION });
  await deed('county', 'dispatchInstruction');
  const head = await lastEvent();
  expect(await deed('county', 'recallInstruction')).toMatchObject({ state: 'REGISTERED' });
  expect(await seen('bureau')).toBeNull();
  expect(holds(await listed('bureau'))).toBe(false);
  expect(await heard('bureau', head)).toEqual(['INSTRUCTION_RECALLED']);
  await deed('county', 'dispatchInstruction');
  await deed('clerk', 'coSignInstruction');
  expect(await refused('county', 'recallInstruction')).toMatchObject({ unmet: ['signedFor'] });
  await deed('bureau', 'signForInstruction');
  expect(await refused('county', 'recallInstruction')).toMatchObject({ unmet: ['state'] });
});

test('a unit objects within its time; the office upholds or gives it to another, and after the third designates', async () => {
  await deed('county', 'registerInstruction', { registration: REGISTRATION });
  await deed('county', 'dispatchInstruction');
  await deed('bureau', 'signForInstruction');
  expect(await refused('clerk', 'objectToInstruction', { reason: '不是我们的事' })).toMatchObject({
    unmet: ['mainUnit'],
  });
  await deed('bureau', 'objectToInstruction', { reason: '属村内管网，应由镇里办理' });
  await deed('county', 'upholdInstruction', { reason: '机井归水利局管理' });
  await deed('bureau', 'objectToInstruction', { reason: '请再核定' });
  await deed('county', 'upholdInstruction', { reason: '已核定' });
  await deed('bureau', 'objectToInstruction', { reason: '第三次' });
  const same = { mainUnit: String(UNITS.water), coUnits: [] };
  expect(await refused('county', 'redispatchInstruction', { units: same })).toMatchObject({ field: 'mainUnit' });
  const units = { mainUnit: String(UNITS.east), coUnits: [] };
  expect(await deed('county', 'redispatchInstruction', { units })).toMatchObject({ isDesignated: true, objections: 3 });
  expect(await seen('bureau')).toBeNull();
  await deed('clerk', 'signForInstruction');
  expect(await refused('clerk', 'objectToInstruction', { reason: '也不是我们' })).toMatchObject({
    unmet: ['designated', 'objections'],
  });
});

test('after five work days the time for objecting is over', async () => {
  await deed('county', 'registerInstruction', { registration: REGISTRATION });
  await deed('county', 'dispatchInstruction');
  expect((await deed('bureau', 'signForInstruction')).objectUntil).not.toBeNull();
  await fixture.admin.query(`update instruction set object_until = now() - interval '1 minute' where id = $1`, [id]);
  expect(await refused('bureau', 'objectToInstruction', { reason: '超期了' })).toMatchObject({
    unmet: ['objectUntil'],
  });
});

test('the report is signed by the principal or the leader in charge, with what it says now', async () => {
  await handled();
  expect(await refused('bureau', 'reportInstruction')).toMatchObject({ code: 'FORBIDDEN' });
  expect(await refused('townLeader', 'reportInstruction')).toMatchObject({ unmet: ['mainUnit'] });
  await fixture.admin.query(`update post set capacity = null where person_id = $1`, [idOf('bureauHead')]);
  const plain = await asked('reportInstruction');
  // What the process remembers of the session is no longer so: the scope is not opened.
  await expect(fixture.run('bureauHead', plain.document, plain.variables)).rejects.toThrow(RightsChanged);
  await fixture.admin.query(`update post set capacity = 'PRINCIPAL' where person_id = $1`, [idOf('bureauHead')]);
  await deed('bureauHead', 'reportInstruction');
  await expect(
    fixture.admin.query(`update result_report set body = '改写' where subject_id = $1`, [id]),
  ).rejects.toThrow('a signed result never changes');
});

test('what does not hold is returned and handled in another round, each with its own report', async () => {
  await handled();
  await deed('bureauHead', 'reportInstruction');
  await deed('county', 'verifyInstruction');
  await deed('county', 'returnInstruction', { reason: '回访群众称仍无水' });
  await deed('bureau', 'handleInstruction', { plan: '更换水泵' });
  expect(await refused('bureauHead', 'reportInstruction')).toMatchObject({ unmet: ['result'] });
  await deed('bureau', 'draftInstructionResult', { result: { ...RESULT, body: '第二次办理：更换水泵。' } });
  expect(await deed('bureauHead', 'reportInstruction')).toMatchObject({
    returns: 1,
    results: [{ round: 1 }, { round: 2 }],
  });
});

test('a leader who is not content instructs again, and the first stays open until that is done', async () => {
  await handled();
  await deed('bureauHead', 'reportInstruction');
  await deed('county', 'verifyInstruction');
  await deed('county', 'confirmInstruction', { found: '材料齐全' });
  const again = await instructed(fixture, { parent: id });
  expect(await refused('leader', 'acceptInstructionResult')).toMatchObject({ unmet: ['children'] });
  await ask(fixture, 'leader', 'mutation ($id: ID!) { withdrawInstruction(id: $id) { id } }', { id: again });
  expect(await deed('leader', 'acceptInstructionResult')).toMatchObject({ state: 'CLOSED' });
});

test('a city leader’s instruction is not verified on its papers alone', async () => {
  await handled();
  await deed('bureauHead', 'reportInstruction');
  await fixture.admin.query(`update instruction set level = 'CITY' where id = $1`, [id]);
  await deed('county', 'verifyInstruction');
  expect(await refused('county', 'confirmInstruction', { found: '材料齐全' })).toMatchObject({ unmet: ['revisit'] });
  await hear(HEARD);
  expect(await deed('county', 'confirmInstruction', { found: '与回访一致' })).toMatchObject({
    state: 'RESULT_TO_LEADER',
  });
  const { rows } = await fixture.admin.query('select verified_by from instruction where id = $1', [id]);
  expect(rows).toEqual([{ verified_by: 'PHONE' }]);
});

test('a revisit that finds it unsolved returns the result by itself', async () => {
  await handled();
  await deed('bureauHead', 'reportInstruction');
  await fixture.admin.query(`update instruction set level = 'CITY' where id = $1`, [id]);
  await deed('county', 'verifyInstruction');
  await hear({ ...HEARD, isSolved: false, rating: 'DISSATISFIED', reason: '渠尾仍无水' });
  const { rows } = await fixture.admin.query('select state, returns from instruction where id = $1', [id]);
  expect(rows).toEqual([{ state: 'RETURNED', returns: 1 }]);
});

/** The county office rings the villager, and writes down what they say. */
async function hear(outcome: object): Promise<void> {
  const revisits = 'query ($id: ID!) { instruction(id: $id) { revisits { id version } } }';
  const [revisit] = (await ask(fixture, 'county', revisits, { id })).instruction.revisits;
  await ask(
    fixture,
    'county',
    'mutation ($id: ID!, $version: Int!, $outcome: RevisitOutcome!) { completeRevisit(id: $id, version: $version, outcome: $outcome) { id } }',
    { ...revisit, outcome },
  );
}

const lastEvent = async (): Promise<number> =>
  Number((await fixture.admin.query('select max(n) as n from event')).rows[0].n ?? 0);
/** Kinds that an account hears of this instruction after an event. */
async function heard(account: Account, after: number): Promise<string[]> {
  const scope = fixture.scope(account);
  const { events } = await eventsAfter(scope, after);
  await scope.end('commit');
  return events.filter(({ about }) => about.INSTRUCTION === id).map(({ kind }) => kind);
}
