import type { InstructionDeed } from '@lxq/schema/instructions/instruction-states.ts';
import { officeOf } from '@lxq/schema/places.ts';
import { type Clock, clocksOf, inTurn } from '../deadlines/clocks.ts';
import type { Scope } from '../platform/scope/scope.ts';
import * as revisits from '../revisits/revisit.service.ts';
import type { Instruction } from './instruction.entity.ts';

const { start, meet, drop } = clocksOf<Instruction>('INSTRUCTION');
const byOffice = ({ countyCode }: Instruction) => ({ unitCode: officeOf(countyCode) });
const byUnit = ({ responsibleUnitCode }: Instruction) => ({ unitCode: responsibleUnitCode });
const register = start('INSTRUCTION_REGISTER', byOffice);
const rework = start('INSTRUCTION_REWORK', byUnit);
const object = start('INSTRUCTION_OBJECT', (instruction) => ({
  ...byUnit(instruction),
  // Upheld, the unit may object again, within what is left of its time.
  ...(instruction.signedForAt && { from: instruction.signedForAt }),
}));
const out = inTurn(
  start('INSTRUCTION_SIGN', byUnit),
  start('INSTRUCTION_RESULT', (instruction) => ({ ...byUnit(instruction), dueOn: instruction.dueOn })),
);
const dropRevisits: Clock<Instruction> = (scope, { id }) => revisits.drop(scope, id);

/** A city leader's result is verified by asking the villager, others on the papers (our own policy). */
const revisit: Clock<Instruction> = async (scope, { id, level, returns, responsibleUnitCode, coUnitCodes }) => {
  if (level !== 'CITY') return;
  await revisits.schedule(scope, {
    ...{ subject: 'INSTRUCTION', subjectId: id, round: returns + 1, kind: 'VERIFY', rule: 'REVISIT_VERIFY' },
    barred: [responsibleUnitCode, ...coUnitCodes],
  });
};

/** By when what is owed of an instruction, from each deed on: wherever it lies with the office, the office owes its next step the same day. */
const CLOCKS: Partial<Record<InstructionDeed | 'instruct', Clock<Instruction>>> = {
  instruct: register,
  withdraw: drop(),
  dispatch: inTurn(meet('INSTRUCTION_REGISTER'), out),
  recall: inTurn(drop(), register),
  signFor: inTurn(meet('INSTRUCTION_SIGN'), object),
  object: inTurn(drop('INSTRUCTION_OBJECT'), register),
  uphold: inTurn(meet('INSTRUCTION_REGISTER'), object),
  redispatch: inTurn(meet('INSTRUCTION_REGISTER'), drop(), out),
  handle: drop('INSTRUCTION_OBJECT'),
  verify: revisit,
  confirm: dropRevisits,
  reportResult: meet('INSTRUCTION_RESULT', 'INSTRUCTION_REWORK'),
  returnResult: inTurn(dropRevisits, rework),
};
export const clock = (scope: Scope, deed: InstructionDeed | 'instruct', instruction: Instruction) =>
  CLOCKS[deed]?.(scope, instruction);
