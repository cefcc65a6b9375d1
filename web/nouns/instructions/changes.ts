import { INSTRUCTION_MACHINE } from '@lxq/schema/instructions/instruction-states.ts';
import { changesOf } from '@lxq/schema/transitions.ts';
import type { ChangeKind } from '../../contract.generated.ts';

/** After these, instructions are no longer what a screen shows. */
export const INSTRUCTION_CHANGES = ['INSTRUCTED', ...changesOf(INSTRUCTION_MACHINE)] as readonly ChangeKind[];
