import type { DeadlineRuleCode } from '../deadlines/deadline-rules.ts';
import { INSTRUCTION_MACHINE } from '../instructions/instruction-states.ts';
import type { Role } from '../roles.ts';

/** What somebody has to do by when: of which noun, who of the unit that owes it does it, and where. */
interface Duty {
  of: 'INSTRUCTION';
  by: readonly Role[];
}
const { register, signFor, handle } = INSTRUCTION_MACHINE;
/** The rules whose deadline is somebody's to meet; a noun that owes has its lines here. */
export const DUTIES: Partial<Record<DeadlineRuleCode, Duty>> = {
  INSTRUCTION_REGISTER: { of: 'INSTRUCTION', by: register.by },
  INSTRUCTION_SIGN: { of: 'INSTRUCTION', by: signFor.by },
  INSTRUCTION_RESULT: { of: 'INSTRUCTION', by: handle.by },
  INSTRUCTION_REWORK: { of: 'INSTRUCTION', by: handle.by },
};
export type DutySubject = Duty['of'];

/** The rules that a role meets. */
export const dutiesOf = (role: Role): DeadlineRuleCode[] =>
  (Object.keys(DUTIES) as DeadlineRuleCode[]).filter((rule) => DUTIES[rule]?.by.includes(role));
/** Who has any. */
export const DUTIFUL: readonly Role[] = [...new Set(Object.values(DUTIES).flatMap(({ by }) => by))];

/** Where it is done. */
export const LINK_OF: Record<DutySubject, (id: string) => string> = { INSTRUCTION: (id) => `/matters/${id}` };
