import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { v7 } from 'uuid';
import { ask, refusal } from '../digests/digest.testing.ts';
import { type Account, type Fixture, startFixture } from '../testing/fixture.ts';
import { CENSURE_TEXT } from './censure.testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const SHOWN =
  'id no version state appeal decidedReason plan found approvedByName unit { name } deadlines { rule metAt droppedAt } timeline { deed }';
const DRAFT = `mutation ($clientId: ID!, $censure: CensureText!) { draftCensure(clientId: $clientId, censure: $censure) { ${SHOWN} } }`;
async function censured() {
  const { id } = (await ask(fixture, 'county', DRAFT, { clientId: v7(), censure: CENSURE_TEXT })).draftCensure;
  const asked = async (mutation: string, given: Record<string, unknown>) => {
    const { rows } = await fixture.admin.query('select version from censure where id = $1', [id]);
    const names = Object.keys(given);
    const declared = names.map((name) => `, $${name}: String!`).join('');
    const passed = names.map((name) => `, ${name}: $${name}`).join('');
    const document = `mutation ($id: ID!, $version: Int!${declared}) { ${mutation}(id: $id, version: $version${passed}) { ${SHOWN} } }`;
    return [document, { id, version: rows[0].version, ...given }] as const;
  };
  return {
    id,
    deed: async (by: Account, mutation: string, given = {}) =>
      (await ask(fixture, by, ...(await asked(mutation, given))))[mutation],
    refused: async (by: Account, mutation: string, given = {}) =>
      refusal(fixture, by, ...(await asked(mutation, given))),
  };
}
const stepsSeenBy = async (by: Account, id: string) =>
  (await look(by, id)).timeline.map(({ deed }: { deed: string }) => deed);
const look = async (by: Account, id: string) =>
  (await ask(fixture, by, `query ($id: ID!) { censure(id: $id) { ${SHOWN} } }`, { id })).censure;

test('from the draft to its lifting: approved by another, issued, put right, verified, lifted; the unit sees it from its issue on', async () => {
  const { id, deed } = await censured();
  expect(await look('bureau', id)).toBeNull();
  expect(await look('leader', id)).toBeNull();
  await deed('director', 'approveCensure');
  expect(await look('bureau', id)).toBeNull();
  await deed('county', 'issueCensure');
  expect(await look('bureau', id)).toMatchObject({ state: 'ISSUED', unit: { name: '水利局' } });
  expect(await stepsSeenBy('bureau', id)).toEqual(['issue']);
  expect(await look('clerk', id)).toBeNull();
  await deed('bureau', 'rectifyCensure', { plan: '完善值班制度，逐件限期办结并报送。' });
  await deed('county', 'verifyCensure', { found: '抽查五件，均已按期办结。' });
  const lifted = await deed('director', 'liftCensure');
  expect(lifted.state).toBe('LIFTED');
  expect(await stepsSeenBy('bureau', id)).toEqual(['issue', 'rectify', 'verify', 'lift']);
  expect(await stepsSeenBy('leader', id)).toEqual(['issue', 'rectify', 'verify', 'lift']);
  expect(await stepsSeenBy('county', id)).toEqual(['draftCensure', 'approve', 'issue', 'rectify', 'verify', 'lift']);
  expect(lifted.deadlines.every(({ metAt }: any) => metAt)).toBe(true);
});

test('the unit appeals once; the director upholds or revokes', async () => {
  const { deed, refused } = await censured();
  await deed('director', 'approveCensure');
  await deed('county', 'issueCensure');
  expect(await refused('bureau', 'appealCensure', { reason: '责任单位有误' })).toMatchObject({ code: 'FORBIDDEN' });
  await deed('bureauHead', 'appealCensure', { reason: '责任单位有误' });
  await deed('director', 'upholdCensure', { reason: '证据充分' });
  expect(await refused('bureauHead', 'appealCensure', { reason: '再次申诉' })).toMatchObject({ unmet: ['appealed'] });
  const other = await censured();
  await other.deed('director', 'approveCensure');
  await other.deed('county', 'issueCensure');
  await other.deed('bureauHead', 'appealCensure', { reason: '责任单位有误' });
  expect(await other.deed('director', 'revokeCensure', { reason: '核实有误' })).toMatchObject({ state: 'REVOKED' });
});

test('in SQL nobody approves their own, and the unit neither lifts nor rewrites it', async () => {
  const { id, deed } = await censured();
  const tryAs = async (account: Account, text: string) => {
    const scope = fixture.scope(account);
    try {
      return (await scope.rows(`${text} returning 1`, [id])).length;
    } finally {
      await scope.end('rollback');
    }
  };
  const denied = expect.objectContaining({ code: '42501' });
  await expect(tryAs('county', `update censure set state = 'APPROVED' where id = $1`)).rejects.toEqual(denied);
  await expect(tryAs('county', `update censure set state = 'ISSUED' where id = $1`)).rejects.toEqual(denied);
  expect(await tryAs('bureau', `update censure set state = 'RECTIFYING' where id = $1`)).toBe(0);
  await deed('director', 'approveCensure');
  await deed('county', 'issueCensure');
  for (const change of [`state = 'LIFTED'`, `cause = '改写'`, `found = '好'`])
    await expect(tryAs('bureau', `update censure set ${change} where id = $1`)).rejects.toEqual(denied);
});
