import { INSTRUCTION_TRAYS, type InstructionTray } from '@lxq/schema/instructions/instruction-states.ts';

/** Where instructions lie, in the order of their way; what is late of all open ones stands apart. */
export const SHOWN = [...(Object.keys(INSTRUCTION_TRAYS) as InstructionTray[]), 'OVERDUE', 'ALL'] as const;
export type Shown = (typeof SHOWN)[number];

export const shownIn = (params: URLSearchParams): Shown => SHOWN.find((each) => each === params.get('tray')) ?? 'ALL';
