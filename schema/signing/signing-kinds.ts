import { CASE_MACHINE } from '../cases/case-machine.ts';
import { CENSURE_MACHINE } from '../censures/censure-states.ts';
import type { ChangeKind } from '../change-kinds.ts';
import { DIGEST_MACHINE } from '../digests/digest-states.ts';
import { INSTRUCTION_MACHINE, SIGNING_CAPACITIES } from '../instructions/instruction-states.ts';
import { ORDER_MACHINE } from '../orders/order-states.ts';
import type { Capacity, Role } from '../roles.ts';

/** What waits for somebody's signature: who signs it, where, and of what others hear when it comes or goes. A noun that is signed has its line here. */
export interface SigningKind {
  by: readonly Role[];
  /** … and as what, where the role alone does not do. */
  as?: readonly Capacity[];
  /** Where it is read and signed; nothing is signed from a list. */
  link: (id: string) => string;
  tells: readonly ChangeKind[];
}
const { draftResult, reportResult, redispatch } = INSTRUCTION_MACHINE;
const { submitResult, sign, visit, close, rework } = CASE_MACHINE;
const { submitForReview, sendBack, approve, void: voiding } = DIGEST_MACHINE;
export const SIGNING_KINDS = {
  DIGEST: {
    by: approve.by,
    link: (id) => `/digests/${id}`,
    tells: [...new Set([submitForReview.tells, sendBack.tells, approve.tells, voiding.tells])],
  },
  RESULT: {
    by: reportResult.by,
    as: SIGNING_CAPACITIES,
    link: (id) => `/matters/${id}`,
    tells: [draftResult.tells, reportResult.tells, redispatch.tells],
  },
  CASE_RESULT: {
    by: submitResult.by,
    as: SIGNING_CAPACITIES,
    link: (id) => `/matters/cases/${id}`,
    tells: [CASE_MACHINE.draftResult.tells, submitResult.tells],
  },
  CENSURE: {
    by: CENSURE_MACHINE.approve.by,
    link: (id) => `/matters/censures/${id}`,
    tells: ['CENSURE_DRAFTED', CENSURE_MACHINE.withdraw.tells, CENSURE_MACHINE.approve.tells],
  },
  ORDER: {
    by: ORDER_MACHINE.issue.by,
    link: (id) => `/matters/orders/${id}`,
    tells: ['ORDER_DRAFTED', ORDER_MACHINE.withdraw.tells, ORDER_MACHINE.issue.tells],
  },
  CASE_CLOSING: {
    by: sign.by,
    link: (id) => `/matters/cases/${id}`,
    tells: [visit.tells, sign.tells, close.tells, rework.tells],
  },
} as const satisfies Record<string, SigningKind>;
export type SigningWord = keyof typeof SIGNING_KINDS;

const kinds: readonly SigningKind[] = Object.values(SIGNING_KINDS);
export const SIGNERS: readonly Role[] = [...new Set(kinds.flatMap(({ by }) => by))];
export const SIGNING_CHANGES: readonly ChangeKind[] = [...new Set(kinds.flatMap(({ tells }) => tells))];
