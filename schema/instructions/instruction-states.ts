import { type Guard, type Machine, unmet } from '../transitions.ts';

export const INSTRUCTION_STATES = ['INSTRUCTED', 'WITHDRAWN', 'REGISTERED', 'CLOSED'] as const;
export type InstructionState = (typeof INSTRUCTION_STATES)[number];

/** What the guards look at. */
export interface InstructionFacts {
  state: InstructionState;
  leaderId: string;
  readAt?: Date | null;
}
const byItsLeader: Guard<InstructionFacts> = ({ leaderId }, { personId }) =>
  leaderId === personId ? null : unmet('author', '只有批示人本人可以撤回', 'Only its leader may take it back');
const beforeItIsRead: Guard<InstructionFacts> = ({ readAt }) =>
  readAt ? unmet('unread', '县群工办已阅，不能撤回', 'The county office has read it') : null;

/** The machine of a leader's instruction (R46) as far as it goes today; registering and dispatching follow. */
export const INSTRUCTION_MACHINE = {
  read: {
    ...{ from: ['INSTRUCTED'], to: 'INSTRUCTED', by: ['COUNTY_CLERK'] },
    ...{ mutation: 'markInstructionRead', isUnversioned: true, tells: 'INSTRUCTION_READ' },
    says: 'The office has opened it: from now on its leader cannot take it back.',
  },
  /** Until the office has read it. */
  withdraw: {
    ...{ from: ['INSTRUCTED'], to: 'WITHDRAWN', by: ['LEADER'], guards: [byItsLeader, beforeItIsRead] },
    ...{ mutation: 'withdrawInstruction', isUnversioned: true, tells: 'INSTRUCTION_WITHDRAWN' },
  },
} as const satisfies Machine<string, InstructionState, InstructionFacts>;
export type InstructionDeed = keyof typeof INSTRUCTION_MACHINE;
