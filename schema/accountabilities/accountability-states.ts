import type { Machine } from '../transitions.ts';

export const ACCOUNTABILITY_STATES = ['RECORDED', 'WITHDRAWN'] as const;
export type AccountabilityState = (typeof ACCOUNTABILITY_STATES)[number];

/** What an organ outside of this network has decided (R71; Art. 44, 46). It is told here after the fact, and no official is named. */
export const ACCOUNTABILITY_KINDS = [
  'CRITICISM',
  'ADMONITION',
  'REASSIGNMENT',
  'PARTY',
  'ADMINISTRATIVE',
  'JUSTICE',
] as const;
export type AccountabilityKind = (typeof ACCOUNTABILITY_KINDS)[number];
/** For what (R71): 相互推诿、失职、渎职, false reports, and what was done to people who came with a matter. */
export const ACCOUNTABILITY_BASES = ['SHIRKING', 'NEGLECT', 'DERELICTION', 'FALSE_REPORT', 'RETALIATION'] as const;
export type AccountabilityBasis = (typeof ACCOUNTABILITY_BASES)[number];

/** Who writes down what was decided elsewhere. */
export const ACCOUNTABILITY_KEEPERS = ['COUNTY_CLERK'] as const;

export interface AccountabilityFacts {
  state: AccountabilityState;
}

/** The machine of a record of accountability (R71): what was written down by mistake is taken back, with a reason, and counted no more. */
export const ACCOUNTABILITY_MACHINE = {
  withdraw: {
    ...{ from: ['RECORDED'], to: 'WITHDRAWN', by: ACCOUNTABILITY_KEEPERS },
    ...{ mutation: 'withdrawAccountability', asks: 'reason', tells: 'ACCOUNTABILITY_WITHDRAWN' },
    says: 'It was written down by mistake, or the organ has revoked it: it is counted no more.',
  },
} as const satisfies Machine<string, AccountabilityState, AccountabilityFacts>;
export type AccountabilityDeed = keyof typeof ACCOUNTABILITY_MACHINE;
