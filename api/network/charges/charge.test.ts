import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { ask, refusal } from '../../digests/digest.testing.ts';
import { type Account, type Fixture, startFixture, UNITS } from '../../testing/fixture.ts';

let fixture: Fixture;
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());

const SAVE = 'mutation ($charge: ChargeInput!) { saveCharge(charge: $charge) { id unit { code } } }';
const save = (charge: object, account: Account = 'admin') => ask(fixture, account, SAVE, { charge });
const PROPOSED =
  'query ($topic: ID!, $place: ID!) { proposedUnits(topic: $topic, place: $place) { by unit { code } topic { code } place { code } } }';
const proposedFor = async (topic: string, place: number) => {
  const { proposedUnits } = await ask(fixture, 'county', PROPOSED, { topic, place: String(place) });
  return proposedUnits.map(({ by, unit }: any) => [by, Number(unit.code)]);
};
const code = (unit: number) => String(unit);

test('without a word about its topic a matter is its township’s', async () => {
  expect(await proposedFor('WATER', UNITS.willow)).toEqual([['PLACE', UNITS.east]]);
});

test('who has the topic at the place comes first, then who has it in the county, then the township', async () => {
  await save({ topic: 'WATER', unit: code(UNITS.water) });
  expect(await proposedFor('WATER', UNITS.willow)).toEqual([
    ['TOPIC', UNITS.water],
    ['PLACE', UNITS.east],
  ]);
  await save({ topic: 'WATER', place: code(UNITS.willow), unit: code(UNITS.west) }, 'county');
  expect(await proposedFor('WATER', UNITS.willow)).toEqual([
    ['TOPIC_AT_PLACE', UNITS.west],
    ['TOPIC', UNITS.water],
    ['PLACE', UNITS.east],
  ]);
  expect((await proposedFor('WATER', UNITS.west))[0]).toEqual(['TOPIC', UNITS.water]); // another place
  expect(await proposedFor('ROAD', UNITS.willow)).toEqual([['PLACE', UNITS.east]]); // another topic
});

test('said again it is another unit’s, and removed it is nobody’s; the topic’s history has every word of it', async () => {
  const { saveCharge: first } = await save({ topic: 'ROAD', unit: code(UNITS.water) });
  const { saveCharge: second } = await save({ topic: 'ROAD', unit: code(UNITS.west) });
  expect(second).toEqual({ id: first.id, unit: { code: code(UNITS.west) } });
  await ask(fixture, 'admin', 'mutation ($id: ID!) { removeCharge(id: $id) { id } }', { id: first.id });
  expect(await proposedFor('ROAD', UNITS.willow)).toEqual([['PLACE', UNITS.east]]);
  const { rows } = await fixture.admin.query(
    `select deed from audit where subject = 'TERM' and coalesce(detail->'after'->>'topicCode', detail->'before'->>'topicCode') = 'ROAD' order by at, id`,
  );
  expect(rows.map(({ deed }) => deed)).toEqual(['charge', 'charge', 'uncharge']);
});

test('the county office, which hands matters on, is proposed for none', async () => {
  const office = Math.floor(UNITS.water / 1_000_000_000) * 1_000_000_000;
  expect(await proposedFor('WATER', office)).toEqual([['TOPIC', UNITS.water]]);
});

test('a unit out of use is not proposed', async () => {
  await save({ topic: 'ROAD', unit: code(UNITS.water) });
  await fixture.admin.query('update unit set is_active = false where code = $1', [UNITS.water]);
  expect(await proposedFor('ROAD', UNITS.willow)).toEqual([['PLACE', UNITS.east]]);
  await fixture.admin.query('update unit set is_active = true where code = $1', [UNITS.water]);
});

test('what does not fit is refused by name, and others do not say', async () => {
  const fits = { topic: 'WATER', unit: code(UNITS.water) };
  const office = code(Math.floor(UNITS.water / 1_000_000_000) * 1_000_000_000);
  for (const [field, wrong] of [
    ['topic', { topic: 'NOWHERE' }],
    ['topic', { topic: 'CONDUCT' }],
    ['place', { place: office }],
    ['place', { place: '12' }],
    ['unit', { unit: office }],
  ] as const)
    expect(await refusal(fixture, 'admin', SAVE, { charge: { ...fits, ...wrong } })).toMatchObject({
      ...{ code: 'BAD_INPUT', field },
    });
  for (const account of ['clerk', 'leader', 'officer'] as const)
    expect(await refusal(fixture, account, SAVE, { charge: fits })).toMatchObject({ code: 'FORBIDDEN' });
});
