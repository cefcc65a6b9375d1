import type { DeadlineRuleCode } from '@lxq/schema/deadlines/deadline-rules.ts';
import type { InstructionDeed } from '@lxq/schema/instructions/instruction-states.ts';
import { officeOf } from '@lxq/schema/places.ts';
import * as deadlines from '../deadlines/deadline.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Instruction } from './instruction.entity.ts';

type Clock = (scope: Scope, instruction: Instruction) => Promise<unknown>;

const start =
  (rule: DeadlineRuleCode): Clock =>
  (scope, { id, responsibleUnitCode, dueOn }) =>
    deadlines.start(scope, {
      ...{ subject: 'INSTRUCTION', subjectId: id, rule },
      unitCode: rule === 'INSTRUCTION_REGISTER' ? officeOf(scope.county) : responsibleUnitCode,
      ...(rule === 'INSTRUCTION_RESULT' && { dueOn }),
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
const out = [start('INSTRUCTION_SIGN'), start('INSTRUCTION_RESULT')];

/** By when what is owed of an instruction, from each deed on. */
const CLOCKS: Partial<Record<InstructionDeed | 'instruct', Clock>> = {
  instruct: start('INSTRUCTION_REGISTER'),
  withdraw: drop(),
  register: meet('INSTRUCTION_REGISTER'),
  dispatch: inTurn(...out),
  recall: drop(),
  signFor: inTurn(meet('INSTRUCTION_SIGN'), start('INSTRUCTION_OBJECT')),
  object: drop('INSTRUCTION_OBJECT'),
  redispatch: inTurn(drop(), ...out),
  reportResult: inTurn(meet('INSTRUCTION_RESULT'), meet('INSTRUCTION_REWORK'), drop('INSTRUCTION_OBJECT')),
  returnResult: start('INSTRUCTION_REWORK'),
};
export const clock = (scope: Scope, deed: InstructionDeed | 'instruct', instruction: Instruction) =>
  CLOCKS[deed]?.(scope, instruction);
