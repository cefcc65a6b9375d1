import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { asking } from '../testing/answers.ts';
import { type Fixture, startFixture, submitted } from '../testing/fixture.ts';
import { startServer, type TestServer } from '../testing/server.ts';
import { NAME_STAND_IN, standIn, standingIn } from '../testing/standing-in.ts';
import { KEYS, keep, keptContact, openings, VILLAGER, WHY } from './contact.testing.ts';
import { useContactKeys } from './contact.vault.ts';

let fixture: Fixture;
let server: TestServer;
beforeAll(async () => {
  fixture = await startFixture();
  server = await startServer(fixture);
  useContactKeys(KEYS);
});
afterAll(async () => {
  await server.stop();
  await fixture.close();
});

const OPEN = 'mutation ($id: ID!, $reason: String!) { openContact(id: $id, reason: $reason) { name } }';
const KEEP =
  'mutation ($id: ID!, $name: String!, $phone: String) { keepContact(subject: "REPORT", id: $id, name: $name, phone: $phone) { id } }';

test('whoever stands in for a clerk looks in the clerk’s name, and it is written down that it was they', async () => {
  await asking(fixture)('admin', NAME_STAND_IN, standIn('clerk', 'otherClerk'));
  const { contact } = await keptContact(fixture);
  const { ask } = await standingIn(server, 'otherClerk', 'clerk');
  expect(await ask(OPEN, { id: contact, reason: WHY })).toMatchObject({ name: '郑铁柱' });
  const { edges } = await openings(fixture, 'director', contact);
  expect(edges.map(({ node }: any) => [node.personName, node.actedByName])).toEqual([
    ['测试·clerk', '测试·otherClerk'],
  ]);
});

test('what somebody wrote down as an author nobody reads or writes by standing in for them', async () => {
  const report = await submitted(fixture, 'clerk', { line: 'DIRECT' });
  const { id } = await keep(fixture, 'clerk', report);
  const { ask } = await standingIn(server, 'otherClerk', 'clerk');
  expect(await ask(OPEN, { id, reason: WHY })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await ask(KEEP, { id: await submitted(fixture, 'clerk'), ...VILLAGER })).toMatchObject({
    unmet: ['fourEyes'],
  });
});
