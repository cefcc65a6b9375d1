import type { Parts } from '../platform/contract/parts.ts';
import { Instruction } from './instruction.entity.ts';
import { InstructionDeedResolver, InstructionResolver } from './instruction.resolver.ts';
import {
  InstructionChangeResolver,
  ItemInstructionsResolver,
  ReportInstructionResolver,
} from './instruction-fields.resolver.ts';

export const instructions: Parts = {
  entities: [Instruction],
  resolvers: [
    ...[InstructionResolver, InstructionDeedResolver, InstructionChangeResolver],
    ...[ReportInstructionResolver, ItemInstructionsResolver],
  ],
  prices: {
    'DigestItem.instructions': { size: 5 },
  },
};
