import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Fixture, startFixture, UNITS } from '../testing/fixture.ts';
import { REGISTRATION, RESULT } from './instruction.testing.ts';
import { instructionOf } from './instruction-deeds.testing.ts';

let fixture: Fixture;
let refused: Awaited<ReturnType<typeof instructionOf>>['refused'];
let handled: Awaited<ReturnType<typeof instructionOf>>['handled'];
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  ({ refused, handled } = await instructionOf(fixture));
});

test.each([
  ['brief', { brief: '太短' }],
  ['brief', { brief: '字'.repeat(5_001) }],
  ['dueOn', { dueOn: '2026-01-01' }],
  ['mainUnit', { mainUnit: String(UNITS.county) }],
  ['mainUnit', { mainUnit: '990101998000000' }],
  ['coUnits', { coUnits: [String(UNITS.water)] }],
  ['coUnits', { coUnits: ['x'] }],
])('a registration with a %s that does not fit is refused by name', async (field, change) => {
  const registration = { ...REGISTRATION, ...change };
  expect(await refused('county', 'registerInstruction', { registration })).toMatchObject({ code: 'BAD_INPUT', field });
});

test.each([
  ['body', { body: '短' }],
  ['answer', { answer: '' }],
  ['opinion', { opinion: '' }],
  ['kept', { kept: ' ' }],
])('a result with a %s that does not fit is refused by name', async (field, change) => {
  await handled();
  const result = { ...RESULT, ...change };
  expect(await refused('bureau', 'draftInstructionResult', { result })).toMatchObject({ code: 'BAD_INPUT', field });
});
