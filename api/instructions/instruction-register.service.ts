import { instructionText, registrationProblems } from '@lxq/schema/instructions/instruction-draft.ts';
import { MOST_OBJECTIONS } from '@lxq/schema/instructions/instruction-states.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { officeOf } from '@lxq/schema/places.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { checkCode } from '../network/places/place.code.ts';
import { badInput } from '../platform/contract/errors.ts';
import { peopleUnmet } from '../platform/contract/people.ts';
import { filled, refuseFirst } from '../platform/contract/words.ts';
import type { Given, Versioned } from '../platform/deeds/derive.ts';
import { find, move, tellUnits } from '../platform/deeds/noun.ts';
import type { Part } from '../platform/participation/participation.entity.ts';
import { disengage, engage } from '../platform/participation/participation.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Instruction } from './instruction.entity.ts';
import type { ActingUnits, InstructionRegistration } from './instruction.input.ts';
import { instructionNoun, unitsOf } from './instruction.noun.ts';
import { noteOnReports } from './instruction.service.ts';
import { INSTRUCTION_WORDS, REGISTRATION_WORDS } from './instruction.words.ts';

/** The office takes it on: what the units read of it, who they are, and until when. */
export async function register(scope: Scope, { id, version }: Versioned, given: InstructionRegistration) {
  const instruction = await find(scope, instructionNoun, id, version);
  const brief = instructionText(given.brief);
  refuseFirst(registrationProblems({ ...given, brief }, instruction), REGISTRATION_WORDS);
  const units = await actingUnits(scope, given);
  const { readAt, registeredAt } = instruction;
  return move(scope, instructionNoun, 'register', instruction, {
    unmet: peopleUnmet(brief),
    change: {
      ...{ ...units, brief, dueOn: given.dueOn },
      ...{ readAt: readAt ?? scope.now, registeredAt: registeredAt ?? scope.now },
    },
  });
}

/** It goes to its units, which take part from now on. */
export async function dispatch(scope: Scope, { id, version }: Given): Promise<Instruction> {
  const instruction = await find(scope, instructionNoun, id, version);
  const moved = await move(scope, instructionNoun, 'dispatch', instruction);
  await takeIn(scope, moved);
  await noteOnReports(scope, moved, { deed: 'dispatch' });
  return moved;
}

export async function recall(scope: Scope, { id, version }: Given): Promise<Instruction> {
  const instruction = await find(scope, instructionNoun, id, version);
  const moved = await move(scope, instructionNoun, 'recall', instruction, { change: { signedForAt: null } });
  await letGo(scope, moved, unitsOf(moved));
  return moved;
}

/** To others than those that objected. After so many objections the main unit can no longer object. */
export async function redispatch(scope: Scope, { id, version }: Versioned, given: ActingUnits): Promise<Instruction> {
  const instruction = await find(scope, instructionNoun, id, version);
  const before = unitsOf(instruction);
  const units = await actingUnits(scope, given);
  if (units.responsibleUnitCode === instruction.responsibleUnitCode)
    throw badInput('mainUnit', ...INSTRUCTION_WORDS.theSameUnit);
  const isDesignated = instruction.objections >= MOST_OBJECTIONS;
  const moved = await move(scope, instructionNoun, 'redispatch', instruction, {
    change: { ...units, isDesignated, signedForAt: null, objectUntil: null },
  });
  await takeIn(scope, moved);
  await letGo(
    scope,
    moved,
    before.filter((unit) => !unitsOf(moved).includes(unit)),
  );
  return moved;
}

async function takeIn(scope: Scope, instruction: Instruction): Promise<void> {
  const { id: subjectId, instructedAt: at, state, dueOn, responsibleUnitCode } = instruction;
  const parts = unitsOf(instruction).map((unit): [number, Part] => [
    unit,
    unit === responsibleUnitCode ? 'MAIN' : 'CO',
  ]);
  await engage(scope, { subject: instructionNoun.subject, subjectId, at, state, dueOn }, new Map(parts));
}

/** They hear of it once more, and then see it no longer. */
async function letGo(scope: Scope, instruction: Instruction, units: readonly number[]): Promise<void> {
  await tellUnits(scope, instructionNoun, instruction, { kind: 'INSTRUCTION_RECALLED', units });
  const stay = unitsOf(instruction).filter((unit) => !units.includes(unit));
  await disengage(scope, instruction.id, stay);
}

/** Units that there are, none twice, and not the office, which verifies what they report. */
async function actingUnits(scope: Scope, { mainUnit, coUnits }: ActingUnits) {
  const main = await unitGiven(scope, 'mainUnit', mainUnit);
  const others = await Promise.all([...new Set(coUnits)].map((unit) => unitGiven(scope, 'coUnits', unit)));
  const { coUnits: max } = LIMITS.instruction;
  if (others.length > max || others.includes(main))
    throw badInput('coUnits', ...filled(INSTRUCTION_WORDS.coUnits, { max }));
  return { responsibleUnitCode: main, coUnitCodes: others };
}

async function unitGiven(scope: Scope, field: string, given: string): Promise<number> {
  const unit = await unitByCode(scope).load(checkCode(given, field));
  if (!unit?.isActive) throw badInput(field, ...INSTRUCTION_WORDS.noSuchUnit);
  if (unit.code === officeOf(scope.county)) throw badInput(field, ...INSTRUCTION_WORDS.theOffice);
  return unit.code;
}
