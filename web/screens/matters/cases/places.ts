import type { CaseState } from '@lxq/schema/cases/case-states.ts';

/** Where the closing's checklist leads to in the panel. */
export const PLACES = {
  results: 'case-results',
  revisits: 'case-revisits',
  signatures: 'case-signatures',
} as const;
/** On the way to a closing: what it lacks is asked for. */
export const BEFORE_CLOSING: readonly CaseState[] = ['HANDLING', 'REPORTED', 'PRE_CLOSE_VISITED', 'REWORK', 'REOPENED'];
