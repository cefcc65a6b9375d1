import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask } from '../digests/digest.testing.ts';
import { type Fixture, startFixture, submitted } from '../testing/fixture.ts';
import { caseOf } from './case-deeds.testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const READ = 'query ($id: ID!) { report(id: $id) { state answer timeline { deed note actorName actorUnitCode } } }';

test('whoever reported what a case rests on sees that it is handled, closed and answered, not by whom', async () => {
  const report = await submitted(fixture, 'officer');
  await ask(fixture, 'clerk', 'mutation ($id: ID!) { triageReport(id: $id, version: 1) { id } }', { id: report });
  const { deed, closed } = await caseOf(fixture, 'county', { channel: 'REPORT', report, concerns: [] });
  await closed();
  await deed('county', 'answerCase', { answer: '机井已修好，恢复供水。' });
  const seen = (await ask(fixture, 'officer', READ, { id: report })).report;
  expect(seen).toMatchObject({ state: 'REPLIED', answer: '机井已修好，恢复供水。' });
  expect(seen.timeline.map((step: { deed: string }) => step.deed)).toEqual([
    ...['submit', 'triage', 'case', 'assignCase', 'signForCase', 'planCase', 'submitCaseResult', 'visitCase'],
    ...['signCase', 'signCase', 'closeCase', 'reply'],
  ]);
  expect(seen.timeline[3]).toMatchObject({ deed: 'assignCase', note: null });
  // What a unit does is told in no words of its own, and not who it was.
  expect(seen.timeline[5]).toEqual({ deed: 'planCase', note: null, actorName: '', actorUnitCode: null });
});

test('whose report a case does not rest on is told of nothing', async () => {
  const other = await submitted(fixture, 'officer');
  const { closed } = await caseOf(fixture, 'county', { concerns: [] });
  await closed();
  const seen = (await ask(fixture, 'officer', READ, { id: other })).report;
  expect(seen.timeline.map((step: { deed: string }) => step.deed)).toEqual(['submit']);
});
