import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { ask } from '../digests/digest.testing.ts';
import { type Account, type Fixture, startFixture, UNITS } from '../testing/fixture.ts';
import { REGISTRATION } from './instruction.testing.ts';
import { instructionOf } from './instruction-deeds.testing.ts';

let fixture: Fixture;
let report: string;
let id: string;
type Deeds = Awaited<ReturnType<typeof instructionOf>>;
let deed: Deeds['deed'];
let refused: Deeds['refused'];
beforeAll(async () => {
  fixture = await startFixture();
});
afterAll(() => fixture.close());
beforeEach(async () => {
  ({ id, report, deed, refused } = await instructionOf(fixture));
});

const TODAY = dayOf(new Date());
const ELSEWHERE = { mainUnit: String(UNITS.west), coUnits: [] };

test('the office wants it sooner and by another unit: the leader’s own day stays its bound, and what is sent again is found again', async () => {
  const [{ client_id: clientId, text }] = (
    await fixture.admin.query('select client_id, text from instruction where id = $1', [id])
  ).rows;
  const registered = (dueOn: string) =>
    deed('county', 'registerInstruction', { registration: { ...REGISTRATION, ...ELSEWHERE, dueOn } });
  await registered(addDays(TODAY, 3));
  const draft = { clientId, text, report, responsibleUnit: REGISTRATION.mainUnit, dueOn: REGISTRATION.dueOn };
  const INSTRUCT = 'mutation ($draft: InstructionDraft!) { instruct(draft: $draft) { id } }';
  expect((await ask(fixture, 'leader', INSTRUCT, { draft })).instruct.id).toBe(id);
  await registered(REGISTRATION.dueOn);
  const SEEN = 'query ($id: ID!) { instruction(id: $id) { dueOn givenDueOn } }';
  expect((await ask(fixture, 'leader', SEEN, { id })).instruction).toEqual({
    ...{ dueOn: REGISTRATION.dueOn, givenDueOn: REGISTRATION.dueOn },
  });
  const registration = { ...REGISTRATION, dueOn: addDays(TODAY, 11) };
  expect(await refused('county', 'registerInstruction', { registration })).toMatchObject({ field: 'dueOn' });
});

test('in SQL a unit moves it no further than its deeds lead, and touches neither the leader’s words nor another’s part', async () => {
  await deed('county', 'registerInstruction', { registration: REGISTRATION });
  await deed('county', 'dispatchInstruction');
  const tryAs = async (account: Account, text: string) => {
    const scope = fixture.scope(account);
    try {
      return (await scope.rows(`${text} returning 1`, [id])).length;
    } finally {
      await scope.end('rollback');
    }
  };
  const denied = expect.objectContaining({ code: '42501' });
  await expect(tryAs('bureau', `update instruction set state = 'CLOSED' where id = $1`)).rejects.toEqual(denied);
  await expect(tryAs('bureau', `update instruction set text = '改' where id = $1`)).rejects.toEqual(denied);
  await expect(tryAs('county', `update instruction set text = '改写' where id = $1`)).rejects.toEqual(denied);
  await expect(tryAs('bureau', `update instruction set returns = 9 where id = $1`)).rejects.toEqual(denied);
  await expect(tryAs('leader', `update instruction set state = 'CLOSED' where id = $1`)).rejects.toEqual(denied);
  await expect(tryAs('county', `update instruction set state = 'CLOSED' where id = $1`)).rejects.toEqual(denied);
  await expect(tryAs('county', `update instruction set given_due_on = due_on + 1 where id = $1`)).rejects.toEqual(
    denied,
  );
  await expect(tryAs('clerk', `update instruction set state = 'SIGNED_FOR' where id = $1`)).rejects.toEqual(denied);
  await expect(tryAs('bureau', `update instruction set objections = -3 where id = $1`)).rejects.toEqual(denied);
  for (const own of ["part = 'MAIN'", 'subject_id = gen_random_uuid()', `state = 'X'`])
    await expect(tryAs('clerk', `update participation set ${own} where subject_id = $1`)).rejects.toEqual(denied);
  expect(await tryAs('bureau', `update participation set signed_at = now() where subject_id = $1`)).toBe(1);
  expect(await tryAs('otherClerk', `update instruction set state = 'SIGNED_FOR' where id = $1`)).toBe(0);
});

test('the office owes its next step wherever the instruction lies with it, and the unit what is left of its time for objecting', async () => {
  const owed = async () =>
    (
      await fixture.admin.query(
        `select rule, due_at from deadline where subject_id = $1 and state in ('RUNNING', 'PAUSED') order by rule`,
        [id],
      )
    ).rows as { rule: string; due_at: Date }[];
  const rules = async () => (await owed()).map(({ rule }) => rule.replace('INSTRUCTION_', ''));
  expect(await rules()).toEqual(['REGISTER']);
  await deed('county', 'registerInstruction', { registration: REGISTRATION });
  expect(await rules()).toEqual(['REGISTER']);
  await deed('county', 'dispatchInstruction');
  expect(await rules()).toEqual(['RESULT', 'SIGN']);
  await deed('county', 'recallInstruction');
  expect(await rules()).toEqual(['REGISTER']);
  await deed('county', 'dispatchInstruction');
  await deed('bureau', 'signForInstruction');
  const first = await owed();
  expect(first.map(({ rule }) => rule)).toEqual(['INSTRUCTION_OBJECT', 'INSTRUCTION_RESULT']);
  await deed('bureau', 'objectToInstruction', { reason: '属村内管网，应由镇里办理' });
  expect(await rules()).toEqual(['REGISTER', 'RESULT']);
  await deed('county', 'upholdInstruction', { reason: '机井归水利局管理' });
  expect(await owed()).toEqual(first);
  await deed('bureau', 'handleInstruction', { plan: '派人现场查看' });
  expect(await rules()).toEqual(['RESULT']);
});
