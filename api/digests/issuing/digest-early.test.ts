import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { type Account, type Fixture, startFixture } from '../../testing/fixture.ts';
import { APPROVE, ask, edited, type Head, ISSUE, look, periodOver, refusal, SUBMIT } from '../digest.testing.ts';

const EARLY = `mutation ($id: ID!, $version: Int!, $why: String) { issueDigest(id: $id, version: $version, earlyReason: $why) { state no } }`;
const CHECKS = 'query ($id: ID!) { digest(id: $id) { checks { code severity } } }';
const WHY = '汛情紧急，不等旬末';

let fixture: Fixture;
let signed: Head;
beforeEach(async () => {
  fixture = await startFixture();
  const { id, version } = await edited(fixture);
  expect((await ask(fixture, 'county', CHECKS, { id })).digest.checks).toEqual([]);
  const reviewed = (await ask(fixture, 'county', SUBMIT, { id, version })).submitDigestForReview;
  await ask(fixture, 'director', APPROVE, { id, version: reviewed.version });
  signed = await look(fixture, id);
});
afterEach(() => fixture.close());

const refused = (account: Account, why?: string) =>
  refusal(fixture, account, EARLY, { id: signed.id, version: signed.version, why });

test('a signed issue whose period still runs says so, and goes out by nobody without a reason', async () => {
  expect((await ask(fixture, 'county', CHECKS, { id: signed.id })).digest.checks).toEqual([
    { code: 'periodRunning', severity: 'WARNS' },
  ]);
  expect(await refused('county')).toMatchObject({ code: 'REFUSED', unmet: ['periodRunning'] });
  expect(await refused('director')).toMatchObject({ code: 'REFUSED', unmet: ['periodRunning'] });
  expect(await refused('director', '急')).toMatchObject({ code: 'BAD_INPUT', field: 'earlyReason' });
});

test('a clerk’s reason does not do for a director’s', async () => {
  expect(await refused('county', WHY)).toMatchObject({ code: 'REFUSED', unmet: ['periodRunning'] });
});

test('a director issues it before its time with a reason, which stands in its history', async () => {
  const { id, version } = signed;
  expect((await ask(fixture, 'director', EARLY, { id, version, why: WHY })).issueDigest).toEqual({
    state: 'ISSUED',
    no: 1,
  });
  const { timeline } = (
    await ask(fixture, 'county', 'query ($id: ID!) { digest(id: $id) { timeline { deed note } } }', { id })
  ).digest;
  expect(timeline.at(-1)).toMatchObject({ deed: 'issue', note: expect.stringContaining(WHY) });
});

test('an issue whose period is over goes out without a word', async () => {
  await periodOver(fixture, signed.id);
  expect((await ask(fixture, 'county', CHECKS, { id: signed.id })).digest.checks).toEqual([]);
  const { id, version } = signed;
  expect((await ask(fixture, 'county', ISSUE, { id, version })).issueDigest.state).toBe('ISSUED');
});
