import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { KEYS } from '../contacts/contact.testing.ts';
import { useContactKeys } from '../contacts/contact.vault.ts';
import { ask, refusal } from '../digests/digest.testing.ts';
import { type Account, type Fixture, startFixture } from '../testing/fixture.ts';
import { caseOf } from './case-deeds.testing.ts';

let fixture: Fixture;
beforeAll(async () => {
  useContactKeys(KEYS);
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const KEEP = `mutation ($id: ID!) { keepContact(subject: "CASE", id: $id, name: "李秀英", phone: "13800000001") { id state viewerCanOpen } }`;
const LOOK = 'mutation ($id: ID!) { openContact(id: $id, reason: "结案前回访，向本人核实") { phone } }';
const READ = 'query ($id: ID!) { contact(subject: "CASE", id: $id) { id state viewerCanOpen } }';
const kept = async (by: Account, id: string) => (await ask(fixture, by, KEEP, { id })).keepContact;

test('whoever opened a case at their desk writes down there how the petitioner is reached, and rings them', async () => {
  const { id } = await caseOf(fixture);
  const contact = await kept('county', id);
  expect(contact).toMatchObject({ state: 'KEPT', viewerCanOpen: true });
  expect((await ask(fixture, 'county', LOOK, { id: contact.id })).openContact).toEqual({ phone: '13800000001' });
});

test('a station does so of what it received, the county office rings too, and the unit that acts does not', async () => {
  const { id, handling } = await caseOf(fixture, 'clerk');
  const contact = await kept('clerk', id);
  await handling();
  for (const account of ['clerk', 'county'] as const)
    expect((await ask(fixture, account, LOOK, { id: contact.id })).openContact).toEqual({ phone: '13800000001' });
  expect((await ask(fixture, 'bureau', READ, { id })).contact).toMatchObject({ id: null, viewerCanOpen: false });
  expect(await refusal(fixture, 'bureau', LOOK, { id: contact.id })).toMatchObject({ code: 'NOT_FOUND' });
  expect(await refusal(fixture, 'bureau', KEEP, { id })).toMatchObject({ code: 'REFUSED', unmet: ['unit'] });
});
