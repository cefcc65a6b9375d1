import { CASE_MACHINE } from '../cases/case-machine.ts';
import { CENSURE_MACHINE } from '../censures/censure-states.ts';
import type { DeadlineRuleCode } from '../deadlines/deadline-rules.ts';
import { INSTRUCTION_MACHINE } from '../instructions/instruction-states.ts';
import { ORDER_MACHINE } from '../orders/order-states.ts';
import { REVISIT_MACHINE } from '../revisits/revisit-states.ts';
import type { Role } from '../roles.ts';

/** What somebody has to do by when: of which noun, who of the unit that owes it does it, and where. */
interface Duty {
  of: 'INSTRUCTION' | 'CASE' | 'REVISIT' | 'ORDER' | 'CENSURE';
  by: readonly Role[];
}
const { register, signFor, handle } = INSTRUCTION_MACHINE;
const { decide, plan, uphold, close, answer, answerReview, answerFinalReview } = CASE_MACHINE;
const { complete } = REVISIT_MACHINE;
const orders = ORDER_MACHINE;
const handling = { of: 'CASE', by: [...decide.by, ...plan.by] } as const;
/** The rules whose deadline is somebody's to meet; a noun that owes has its lines here. */
export const DUTIES: Partial<Record<DeadlineRuleCode, Duty>> = {
  INSTRUCTION_REGISTER: { of: 'INSTRUCTION', by: register.by },
  INSTRUCTION_SIGN: { of: 'INSTRUCTION', by: signFor.by },
  INSTRUCTION_RESULT: { of: 'INSTRUCTION', by: handle.by },
  INSTRUCTION_REWORK: { of: 'INSTRUCTION', by: handle.by },
  CASE_DECIDE: { of: 'CASE', by: decide.by },
  CASE_SIGN: { of: 'CASE', by: CASE_MACHINE.signFor.by },
  CASE_ARBITRATE: { of: 'CASE', by: uphold.by },
  // Until it is assigned, the office's.
  ...{ CASE_POLICY_GENERAL: handling, CASE_POLICY_MAJOR: handling, CASE_STATUTORY: handling },
  CASE_REWORK: { of: 'CASE', by: plan.by },
  CASE_CLOSE: { of: 'CASE', by: close.by },
  CASE_ANSWER: { of: 'CASE', by: answer.by },
  REVIEW_ANSWER: { of: 'CASE', by: answerReview.by },
  FINAL_REVIEW_ANSWER: { of: 'CASE', by: answerFinalReview.by },
  ORDER_SIGN: { of: 'ORDER', by: orders.signFor.by },
  ORDER_RESULT: { of: 'ORDER', by: orders.rectify.by },
  ORDER_INSPECT: { of: 'ORDER', by: orders.close.by },
  CENSURE_RECTIFY: { of: 'CENSURE', by: CENSURE_MACHINE.rectify.by },
  CENSURE_VERIFY: { of: 'CENSURE', by: CENSURE_MACHINE.verify.by },
  CENSURE_DECIDE: { of: 'CENSURE', by: CENSURE_MACHINE.uphold.by },
  REVISIT_FILING: { of: 'REVISIT', by: complete.by },
  REVISIT_PRE_CLOSE: { of: 'REVISIT', by: complete.by },
  REVISIT_VERIFY: { of: 'REVISIT', by: complete.by },
  REVISIT_POST_CLOSE: { of: 'REVISIT', by: complete.by },
};
export type DutySubject = Duty['of'];

/** The rules that a role meets. */
export const dutiesOf = (role: Role): DeadlineRuleCode[] =>
  (Object.keys(DUTIES) as DeadlineRuleCode[]).filter((rule) => DUTIES[rule]?.by.includes(role));
/** Who has any. */
export const DUTIFUL: readonly Role[] = [...new Set(Object.values(DUTIES).flatMap(({ by }) => by))];

/** Where it is done. */
export const LINK_OF: Record<DutySubject, (id: string) => string> = {
  INSTRUCTION: (id) => `/matters/${id}`,
  CASE: (id) => `/matters/cases/${id}`,
  CENSURE: (id) => `/matters/censures/${id}`,
  ORDER: (id) => `/matters/orders/${id}`,
  REVISIT: (id) => `/matters/revisits/${id}`,
};
