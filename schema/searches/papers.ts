import { DIGEST_READERS, type Role } from '../roles.ts';

/** Papers that are searched beside reports, each under its own heading, and who has any of them to find. What they find says row security. */
export const PAPERS = {
  DIGEST: DIGEST_READERS,
  INSTRUCTION: ['COUNTY_CLERK', 'COUNTY_DIRECTOR', 'LEADER', 'TOWNSHIP_CLERK', 'TOWNSHIP_LEADER'],
} as const satisfies Record<string, readonly Role[]>;
export type PaperKind = keyof typeof PAPERS;
export const PAPER_KINDS = Object.keys(PAPERS) as PaperKind[];
export const papersOf = (role: Role): PaperKind[] =>
  PAPER_KINDS.filter((kind) => (PAPERS[kind] as readonly Role[]).includes(role));
