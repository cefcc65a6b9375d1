import type { Parts } from '../platform/contract/parts.ts';
import { Instruction } from './instruction.entity.ts';
import { instructionMeasuring } from './instruction.measures.ts';
import { ActingUnitResolver, InstructionDeedResolver, InstructionResolver } from './instruction.resolver.ts';
import {
  InstructionChangeResolver,
  ItemInstructionsResolver,
  ReportInstructionResolver,
  RevisitInstructionResolver,
} from './instruction-fields.resolver.ts';

export const instructions: Parts = {
  entities: [Instruction],
  resolvers: [
    ...[InstructionResolver, InstructionDeedResolver, ActingUnitResolver, InstructionChangeResolver],
    ...[ReportInstructionResolver, ItemInstructionsResolver, RevisitInstructionResolver],
  ],
  measuring: instructionMeasuring,
  programs: {
    instructionCounts: 'TABLES',
  },
  prices: {
    'DigestItem.instructions': { size: 5 },
    'Instruction.units': { size: 3 },
    'Instruction.deadlines': { size: 5 },
    'Instruction.coUnits': { size: 2 },
    'Instruction.results': { size: 2 },
    'Instruction.revisits': { size: 2 },
    'Instruction.children': { size: 2 },
    'Instruction.timeline': { size: 20 },
  },
};
