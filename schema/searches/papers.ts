import { DIGEST_READERS, type Role } from '../roles.ts';
import { paperNumberIn } from './paper-number.ts';

/** The county's, and whoever acts for a unit at a desk. */
const MATTER_READERS = ['COUNTY_CLERK', 'COUNTY_DIRECTOR', 'LEADER', 'TOWNSHIP_CLERK', 'TOWNSHIP_LEADER'] as const;

/** Papers and matters that are searched beside reports, each under its own heading, and who has any of them to find. What they find says row security. */
export const PAPERS = {
  DIGEST: DIGEST_READERS,
  INSTRUCTION: MATTER_READERS,
  CASE: MATTER_READERS,
  OFFICIAL: MATTER_READERS,
} as const satisfies Record<string, readonly Role[]>;
export type PaperKind = keyof typeof PAPERS;
export const PAPER_KINDS = Object.keys(PAPERS) as PaperKind[];
export const papersOf = (role: Role): PaperKind[] =>
  PAPER_KINDS.filter((kind) => (PAPERS[kind] as readonly Role[]).includes(role));
/** Official papers (文书) are found by their numbers alone: by words one finds the matter, where they lie. */
export const mayFind = (kind: PaperKind, text: string): boolean => kind !== 'OFFICIAL' || paperNumberIn(text) !== null;
