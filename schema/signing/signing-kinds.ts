import type { ChangeKind } from '../change-kinds.ts';
import { DIGEST_MACHINE } from '../digests/digest-states.ts';
import type { Role } from '../roles.ts';

/** What waits for somebody's signature: who signs it, where, and of what others hear when it comes or goes. A noun that is signed has its line here. */
interface SigningKind {
  by: readonly Role[];
  /** Where it is read and signed; nothing is signed from a list. */
  link: (id: string) => string;
  tells: readonly ChangeKind[];
}
const { submitForReview, sendBack, approve, void: voiding } = DIGEST_MACHINE;
export const SIGNING_KINDS = {
  DIGEST: {
    by: approve.by,
    link: (id) => `/digests/${id}`,
    tells: [...new Set([submitForReview.tells, sendBack.tells, approve.tells, voiding.tells])],
  },
} as const satisfies Record<string, SigningKind>;
export type SigningWord = keyof typeof SIGNING_KINDS;

const kinds: readonly SigningKind[] = Object.values(SIGNING_KINDS);
export const SIGNERS: readonly Role[] = [...new Set(kinds.flatMap(({ by }) => by))];
export const SIGNING_CHANGES: readonly ChangeKind[] = [...new Set(kinds.flatMap(({ tells }) => tells))];
