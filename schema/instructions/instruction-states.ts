import type { Role } from '../roles.ts';
import { type TransitionTable, tableUnmet, type Unmet, unmet } from '../transitions.ts';

export const INSTRUCTION_STATES = ['INSTRUCTED', 'WITHDRAWN', 'REGISTERED', 'CLOSED'] as const;
export type InstructionState = (typeof INSTRUCTION_STATES)[number];
export type InstructionDeed = 'read' | 'withdraw';

/** State machine of a leader's instruction (R46) as far as it goes today; registering and dispatching follow. */
export const INSTRUCTION_TRANSITIONS: TransitionTable<InstructionDeed, InstructionState> = {
  read: { from: ['INSTRUCTED'], to: 'INSTRUCTED', by: ['COUNTY_CLERK'] },
  withdraw: { from: ['INSTRUCTED'], to: 'WITHDRAWN', by: ['LEADER'] },
};

interface InstructionFacts {
  state: InstructionState;
  leaderId: string;
  isRead: boolean;
}

/** Until the office has read it, its leader may take it back. */
export function instructionUnmet(
  deed: InstructionDeed,
  instruction: InstructionFacts,
  actor: { role: Role; personId: string },
): Unmet[] {
  const missing = tableUnmet(INSTRUCTION_TRANSITIONS, deed, instruction.state, actor.role);
  if (deed !== 'withdraw') return missing;
  if (instruction.leaderId !== actor.personId)
    missing.push(unmet('author', '只有批示人本人可以撤回', 'Only its leader may take it back'));
  if (instruction.isRead) missing.push(unmet('unread', '县群工办已阅，不能撤回', 'The county office has read it'));
  return missing;
}
