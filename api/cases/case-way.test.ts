import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask } from '../digests/digest.testing.ts';
import { instructionOf } from '../instructions/instruction-deeds.testing.ts';
import { type Fixture, startFixture, submitted, UNITS } from '../testing/fixture.ts';
import { ACCEPTED, assignmentOf, CASE_RESULT, caseOf, HEARD, PLAN } from './case-deeds.testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

test('from a walk-in to its closing: accepted, filed, assigned, signed for, planned, reported, revisited, signed, closed, answered', async () => {
  const { deed, look, revisit, refused } = await caseOf(fixture);
  expect(await look('bureau')).toBeNull();
  expect((await deed('county', 'decideCase', { decision: ACCEPTED })).state).toBe('ACCEPTED');
  expect((await deed('county', 'fileCase', { grade: 'GENERAL' })).revisits).toMatchObject([
    { kind: 'FILING', state: 'SCHEDULED' },
  ]);
  const assigned = await deed('county', 'assignCase', { assignment: assignmentOf() });
  expect(assigned.units.map(({ part }: any) => part).sort()).toEqual(['CO', 'MAIN']);
  expect(await refused('bureau', 'planCase', { plan: PLAN })).toMatchObject({ unmet: ['signedFor'] });
  await deed('bureau', 'signForCase');
  await deed('clerk', 'coSignCase');
  expect((await deed('bureau', 'planCase', { plan: PLAN })).state).toBe('HANDLING');
  await deed('bureau', 'logCase', { entry: '现场查看，确认水泵烧毁' });
  expect(await refused('bureauHead', 'submitCaseResult')).toMatchObject({ unmet: ['result'] });
  await deed('bureau', 'draftCaseResult', CASE_RESULT);
  expect((await deed('bureauHead', 'submitCaseResult')).state).toBe('REPORTED');
  await deed('county', 'completeRevisit', { id: await revisit('PRE_CLOSE'), outcome: HEARD });
  expect(await look('county')).toMatchObject({
    state: 'PRE_CLOSE_VISITED',
    closingUnmet: ['signedRESPONSIBLE', 'signedPRINCIPAL'],
  });
  expect(await refused('county', 'closeCase')).toMatchObject({ unmet: ['signedRESPONSIBLE', 'signedPRINCIPAL'] });
  await deed('bureau', 'signCase');
  expect(await refused('bureau', 'signCase')).toMatchObject({ unmet: ['signedAlready'] });
  await deed('bureauHead', 'signCase');
  const closed = await deed('county', 'closeCase');
  expect(closed).toMatchObject({ state: 'CLOSED', closingUnmet: [] });
  expect(closed.revisits.map(({ kind, state }: any) => `${kind} ${state}`)).toEqual([
    ...['FILING DROPPED', 'PRE_CLOSE COMPLETED', 'POST_CLOSE SCHEDULED'],
  ]);
  expect((await deed('county', 'answerCase', { answer: '机井已修好，恢复供水。' })).answer).toBe(
    '机井已修好，恢复供水。',
  );
});

test('a revisit that finds it unsolved sends it back by itself, and one after closing reopens it', async () => {
  const { deed, look, revisit, reported } = await caseOf(fixture);
  await reported();
  const bad = { ...HEARD, isSolved: false, rating: 'DISSATISFIED', reason: '水还是时有时无' };
  await deed('county', 'completeRevisit', { id: await revisit('PRE_CLOSE'), outcome: bad });
  expect(await look('bureau')).toMatchObject({ state: 'REWORK', round: 2, reworks: 1 });
  await deed('bureau', 'planCase', { plan: PLAN });
  await deed('bureau', 'draftCaseResult', CASE_RESULT);
  await deed('bureauHead', 'submitCaseResult');
  await deed('county', 'completeRevisit', { id: await revisit('PRE_CLOSE'), outcome: HEARD });
  await deed('bureau', 'signCase');
  await deed('bureauHead', 'signCase');
  await deed('county', 'closeCase');
  await deed('county', 'completeRevisit', { id: await revisit('POST_CLOSE'), outcome: bad });
  expect(await look('county')).toMatchObject({ state: 'REOPENED', round: 3, reopenings: 1 });
});

test('a station opens what it received and sees it through; a report becomes a case, whose units do not read who wrote it', async () => {
  const report = await submitted(fixture, 'officer');
  await ask(fixture, 'clerk', 'mutation ($id: ID!) { triageReport(id: $id, version: 1) { id } }', { id: report });
  const { look, assigned } = await caseOf(fixture, 'clerk', { channel: 'REPORT', report });
  expect(await look('clerk')).toMatchObject({ state: 'REGISTERED', units: [{ part: 'RECEIVER' }] });
  await assigned(assignmentOf({ coUnits: [] }));
  expect(await look('clerk')).toMatchObject({ state: 'ASSIGNED' });
  expect(await look('bureau')).toMatchObject({ state: 'ASSIGNED', units: [{ part: 'MAIN' }] });
  const READ = 'query ($id: ID!) { report(id: $id) { state cases { no } } }';
  expect((await ask(fixture, 'officer', READ, { id: report })).report).toMatchObject({ state: 'CASED', cases: [] });
});

test('another unit revisits: it sees the case while it is asked, and what it heard moves the case', async () => {
  const { deed, look, revisit, refused, reported } = await caseOf(fixture);
  await reported();
  const id = await revisit('PRE_CLOSE');
  expect(await refused('county', 'assignRevisit', { id, unit: String(UNITS.water) })).toMatchObject({ field: 'unit' });
  await deed('county', 'assignRevisit', { id, unit: String(UNITS.west) });
  expect(await look('otherClerk')).toMatchObject({ state: 'REPORTED' });
  expect(await refused('county', 'completeRevisit', { id, outcome: HEARD })).toMatchObject({ unmet: ['itsUnit'] });
  await deed('otherClerk', 'completeRevisit', { id, outcome: HEARD });
  expect(await look('county')).toMatchObject({ state: 'PRE_CLOSE_VISITED' });
});

test('an instruction waits for its cases: reported once their villagers were asked, accepted once they are closed', async () => {
  const { id: instruction, handled, deed: instruct, refused } = await instructionOf(fixture);
  await handled();
  const { visited, deed } = await caseOf(fixture, 'county', { channel: 'INSTRUCTION', instruction });
  expect(await refused('county', 'confirmInstruction', { found: '材料齐全' })).toMatchObject({ unmet: ['state'] });
  await instruct('bureauHead', 'reportInstruction'); // that unit does not act on the case yet
  await instruct('county', 'verifyInstruction');
  expect(await refused('county', 'confirmInstruction', { found: '材料齐全' })).toMatchObject({ unmet: ['cases'] });
  await visited();
  await instruct('county', 'confirmInstruction', { found: '材料齐全' });
  expect(await refused('leader', 'acceptInstructionResult')).toMatchObject({ unmet: ['cases'] });
  await deed('bureau', 'signCase');
  await deed('bureauHead', 'signCase');
  await deed('county', 'closeCase');
  expect(await instruct('leader', 'acceptInstructionResult')).toMatchObject({ state: 'CLOSED' });
});

test('another office has the same matter: the county reads so, and no unit', async () => {
  const { id, assigned } = await caseOf(fixture);
  await assigned();
  const linkage = { kind: 'DISCIPLINE', reference: '纪〔2026〕7号', mayTell: '已转有关部门核查' };
  const LINK =
    'mutation ($id: ID!, $version: Int!, $linkage: CaseLink!) { linkCase(id: $id, version: $version, linkage: $linkage) { state linkages { kind reference } } }';
  const { rows } = await fixture.admin.query('select version from cases where id = $1', [id]);
  const linked = (await ask(fixture, 'county', LINK, { id, version: rows[0].version, linkage })).linkCase;
  expect(linked).toEqual({ state: 'ASSIGNED', linkages: [{ kind: 'DISCIPLINE', reference: linkage.reference }] });
  const SEEN = 'query ($id: ID!) { case(id: $id) { linkages { kind } timeline { deed note } } }';
  const seen = (await ask(fixture, 'bureau', SEEN, { id })).case;
  expect(seen.linkages).toEqual([]);
  expect(seen.timeline.map(({ deed }: any) => deed)).not.toContain('link');
});
