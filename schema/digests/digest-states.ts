import type { Role } from '../roles.ts';
import { type TransitionTable, tableUnmet, type Unmet, unmet } from '../transitions.ts';

export type DigestState =
  | 'COLLECTING'
  | 'EDITING'
  | 'REVIEWING'
  | 'APPROVED'
  | 'ISSUED'
  | 'FOLLOWED'
  | 'CLOSED'
  | 'VOIDED';
export type DigestDeed = 'edit' | 'submitForReview' | 'sendBack' | 'approve' | 'issue' | 'follow' | 'void';

/** State machine of a digest issue (R31-R33). `edit` is the first gathering: COLLECTING becomes EDITING. */
export const DIGEST_TRANSITIONS: TransitionTable<DigestDeed, DigestState> = {
  edit: { from: ['COLLECTING', 'EDITING'], to: 'EDITING', by: ['COUNTY_CLERK'] },
  submitForReview: { from: ['EDITING'], to: 'REVIEWING', by: ['COUNTY_CLERK'] },
  sendBack: { from: ['REVIEWING', 'APPROVED'], to: 'EDITING', by: ['COUNTY_DIRECTOR'] },
  approve: { from: ['REVIEWING'], to: 'APPROVED', by: ['COUNTY_DIRECTOR'] },
  issue: { from: ['APPROVED'], to: 'ISSUED', by: ['COUNTY_CLERK', 'COUNTY_DIRECTOR'] },
  follow: { from: ['ISSUED', 'FOLLOWED'], to: 'FOLLOWED', by: ['LEADER'] },
  void: {
    from: ['COLLECTING', 'EDITING', 'REVIEWING', 'APPROVED'],
    to: 'VOIDED',
    by: ['COUNTY_CLERK', 'COUNTY_DIRECTOR'],
  },
};

/** Issued text never changes; corrections go into a later issue as 更正. */
export const FROZEN_STATES: readonly DigestState[] = ['ISSUED', 'FOLLOWED', 'CLOSED', 'VOIDED'];

/** Guards of state, role and four eyes; the checks of content are the digest checks'. */
export function digestUnmet(
  deed: DigestDeed,
  digest: { state: DigestState; editorId: string | null },
  actor: { role: Role; personId: string },
): Unmet[] {
  const missing = tableUnmet(DIGEST_TRANSITIONS, deed, digest.state, actor.role);
  if (deed === 'approve' && digest.editorId === actor.personId)
    missing.push(unmet('fourEyes', '签发人不能是编辑本人', 'The signer must not be the editor'));
  return missing;
}
