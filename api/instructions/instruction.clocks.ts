import type { DeadlineRuleCode } from '@lxq/schema/deadlines/deadline-rules.ts';
import type { InstructionDeed } from '@lxq/schema/instructions/instruction-states.ts';
import { officeOf } from '@lxq/schema/places.ts';
import * as deadlines from '../deadlines/deadline.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import * as revisits from '../revisits/revisit.service.ts';
import type { Instruction } from './instruction.entity.ts';

type Clock = (scope: Scope, instruction: Instruction) => Promise<unknown>;

const start =
  (rule: DeadlineRuleCode): Clock =>
  (scope, { id, responsibleUnitCode, dueOn, signedForAt }) =>
    deadlines.start(scope, {
      ...{ subject: 'INSTRUCTION', subjectId: id, rule },
      unitCode: rule === 'INSTRUCTION_REGISTER' ? officeOf(scope.county) : responsibleUnitCode,
      ...(rule === 'INSTRUCTION_RESULT' && { dueOn }),
      // Upheld, the unit may object again, within what is left of its time.
      ...(rule === 'INSTRUCTION_OBJECT' && signedForAt && { from: signedForAt }),
    });
const meet =
  (rule: DeadlineRuleCode): Clock =>
  (scope, { id }) =>
    deadlines.meet(scope, id, rule);
const drop =
  (rule?: DeadlineRuleCode): Clock =>
  (scope, { id }) =>
    deadlines.drop(scope, id, rule);
const inTurn =
  (...clocks: Clock[]): Clock =>
  async (scope, instruction) => {
    for (const clock of clocks) await clock(scope, instruction);
  };
const dropRevisits: Clock = (scope, { id }) => revisits.drop(scope, id);
const out = [start('INSTRUCTION_SIGN'), start('INSTRUCTION_RESULT')];

/** By when what is owed of an instruction, from each deed on: wherever it lies with the office, the office owes its next step the same day. */
const CLOCKS: Partial<Record<InstructionDeed | 'instruct', Clock>> = {
  instruct: start('INSTRUCTION_REGISTER'),
  withdraw: drop(),
  dispatch: inTurn(meet('INSTRUCTION_REGISTER'), ...out),
  recall: inTurn(drop(), start('INSTRUCTION_REGISTER')),
  signFor: inTurn(meet('INSTRUCTION_SIGN'), start('INSTRUCTION_OBJECT')),
  object: inTurn(drop('INSTRUCTION_OBJECT'), start('INSTRUCTION_REGISTER')),
  uphold: inTurn(meet('INSTRUCTION_REGISTER'), start('INSTRUCTION_OBJECT')),
  redispatch: inTurn(meet('INSTRUCTION_REGISTER'), drop(), ...out),
  handle: drop('INSTRUCTION_OBJECT'),
  verify: (scope, { id, returns, responsibleUnitCode, coUnitCodes }) =>
    revisits.schedule(scope, {
      ...{ subject: 'INSTRUCTION', subjectId: id, round: returns + 1, kind: 'VERIFY', rule: 'REVISIT_VERIFY' },
      barred: [responsibleUnitCode, ...coUnitCodes],
    }),
  confirm: dropRevisits,
  reportResult: inTurn(meet('INSTRUCTION_RESULT'), meet('INSTRUCTION_REWORK')),
  returnResult: inTurn(dropRevisits, start('INSTRUCTION_REWORK')),
};
export const clock = (scope: Scope, deed: InstructionDeed | 'instruct', instruction: Instruction) =>
  CLOCKS[deed]?.(scope, instruction);
