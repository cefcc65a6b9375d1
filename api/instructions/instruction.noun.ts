import {
  INSTRUCTION_MACHINE,
  type InstructionDeed,
  type InstructionFacts,
  type InstructionState,
  OUT_TO_UNITS,
} from '@lxq/schema/instructions/instruction-states.ts';
import { officeOf } from '@lxq/schema/places.ts';
import { REVISITS_THAT_COUNT } from '@lxq/schema/revisits/revisit-states.ts';
import type { Noun } from '../platform/deeds/noun.ts';
import { partsOf } from '../platform/participation/participation.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { resultOf } from '../results/result.read.ts';
import type { Revisit } from '../revisits/revisit.entity.ts';
import { revisitsOf } from '../revisits/revisit.read.ts';
import { clock } from './instruction.clocks.ts';
import { Instruction } from './instruction.entity.ts';
import { openCasesOf, openChildrenOf, unvisitedCasesOf } from './instruction.loaders.ts';
import { INSTRUCTION_WORDS } from './instruction.words.ts';

export const unitsOf = ({ responsibleUnitCode, coUnitCodes }: Instruction): number[] => [
  responsibleUnitCode,
  ...coUnitCodes,
];
const isOut = ({ state }: Instruction) => OUT_TO_UNITS.includes(state);

/** The revisit of this round by which its result was verified. */
export async function verifyingRevisit(scope: Scope, { id, returns }: Instruction): Promise<Revisit | undefined> {
  const revisits = (await revisitsOf(scope).load(id)) ?? [];
  return revisits.find(({ round, state }) => round === returns + 1 && REVISITS_THAT_COUNT.includes(state));
}

type Look = (scope: Scope, instruction: Instruction) => Promise<Partial<InstructionFacts>>;

const written: Look = async (scope, { id, returns }) => {
  const [result, openCases] = await Promise.all([resultOf(scope).load(id), unvisitedCasesOf(scope).load(id)]);
  const isOfThisRound = result?.round === returns + 1;
  return {
    result: result && isOfThisRound ? { isSigned: result.signedAt !== null } : null,
    openCases: openCases ?? 0,
  };
};
/** What only some deeds look at is read for them alone. */
const LOOKS: Partial<Record<InstructionDeed, Look>> = {
  coSign: async (scope, { id, coUnitCodes }) => {
    const { unitCode } = scope.rights;
    const parts = coUnitCodes.includes(unitCode) ? await partsOf(scope).load(id) : [];
    const own = parts?.find((part) => part.unitCode === unitCode);
    return { hasCoSigned: own ? own.signedAt !== null : null };
  },
  recall: async (scope, { id }) => {
    const parts = (await partsOf(scope).load(id)) ?? [];
    return { isSignedFor: parts.some(({ signedAt }) => signedAt !== null) };
  },
  ...{ reportResult: written, verify: written },
  confirm: async (scope, instruction) => ({
    isRevisited: (await verifyingRevisit(scope, instruction)) !== undefined,
    openCases: (await unvisitedCasesOf(scope).load(instruction.id)) ?? 0,
  }),
  acceptResult: async (scope, { id }) => ({
    openChildren: (await openChildrenOf(scope).load(id)) ?? 0,
    openCases: (await openCasesOf(scope).load(id)) ?? 0,
  }),
};

export const instructionNoun: Noun<Instruction, InstructionDeed, InstructionState, InstructionFacts> = {
  machine: INSTRUCTION_MACHINE,
  entity: Instruction,
  subject: 'INSTRUCTION',
  names: INSTRUCTION_WORDS.instruction,
  isHeld: true, // reading and taking back at once cannot both win
  seen: ({ digestId, itemId, reportId }, scope) => ({
    ...{ unitCode: officeOf(scope.county), ears: 'LEADERS' },
    about: { DIGEST: digestId, ITEM: itemId, REPORT: reportId },
  }),
  follow: clock,
  stamp: (scope) => ({ stateSince: scope.now }),
  hearers: (instruction) => (isOut(instruction) ? unitsOf(instruction) : []),
  facts: (scope, deed, instruction) => {
    const facts = { ...instruction, now: scope.now };
    const look = INSTRUCTION_MACHINE[deed].from.includes(instruction.state as never) ? LOOKS[deed] : undefined;
    return look ? look(scope, instruction).then((seen) => ({ ...facts, ...seen })) : facts;
  },
};
