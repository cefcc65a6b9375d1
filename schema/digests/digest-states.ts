import { type Guard, type Machine, unmet } from '../transitions.ts';

/** Nobody beyond the office has it yet. */
export const IN_THE_MAKING = ['COLLECTING', 'EDITING', 'REVIEWING', 'APPROVED'] as const;
/** Printed: whoever it goes to reads it. */
export const ISSUED_STATES = ['ISSUED', 'FOLLOWED', 'CLOSED'] as const;
export const DIGEST_STATES = [...IN_THE_MAKING, ...ISSUED_STATES, 'VOIDED'] as const;
export type DigestState = (typeof DIGEST_STATES)[number];
/** Issued text never changes; corrections go into a later issue as 更正. */
export const FROZEN_STATES: readonly DigestState[] = [...ISSUED_STATES, 'VOIDED'];

/** What the guards look at. */
export interface DigestFacts {
  state: DigestState;
  /** The viewer had a hand in its text. */
  isViewers: boolean;
}
const byAnother: Guard<DigestFacts> = ({ isViewers }) =>
  isViewers ? unmet('fourEyes', '签发人不能是编辑本人', 'The signer must not be the editor') : null;

/** The machine of a digest issue (R31-R33); the checks of content are the digest checks'. `edit` is the first gathering: COLLECTING becomes EDITING. */
export const DIGEST_MACHINE = {
  edit: {
    from: ['COLLECTING', 'EDITING'],
    to: 'EDITING',
    by: ['COUNTY_CLERK'],
    mutation: 'saveDigest',
    asksMore: true,
    tells: 'DIGEST_EDITED',
  },
  submitForReview: {
    ...{ from: ['EDITING'], to: 'REVIEWING', by: ['COUNTY_CLERK'] },
    ...{ mutation: 'submitDigestForReview', tells: 'DIGEST_MOVED' },
  },
  sendBack: {
    ...{ from: ['REVIEWING', 'APPROVED'], to: 'EDITING', by: ['COUNTY_DIRECTOR'] },
    ...{ mutation: 'sendBackDigest', asks: 'comment', tells: 'DIGEST_MOVED' },
  },
  approve: {
    ...{ from: ['REVIEWING'], to: 'APPROVED', by: ['COUNTY_DIRECTOR'], guards: [byAnother] },
    ...{ mutation: 'approveDigest', tells: 'DIGEST_MOVED' },
  },
  issue: {
    ...{ from: ['APPROVED'], to: 'ISSUED', by: ['COUNTY_CLERK', 'COUNTY_DIRECTOR'] },
    ...{ mutation: 'issueDigest', asksMore: true, tells: 'DIGEST_ISSUED' },
  },
  follow: { from: ['ISSUED', 'FOLLOWED'], to: 'FOLLOWED', by: ['LEADER'], tells: 'DIGEST_MOVED' },
  void: {
    ...{
      from: IN_THE_MAKING,
      to: 'VOIDED',
      by: ['COUNTY_CLERK', 'COUNTY_DIRECTOR'],
    },
    ...{ mutation: 'voidDigest', asks: 'reason', isGrave: true, tells: 'DIGEST_MOVED' },
  },
} as const satisfies Machine<string, DigestState, DigestFacts>;
export type DigestDeed = keyof typeof DIGEST_MACHINE;
