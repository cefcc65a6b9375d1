/** Where the closing's checklist leads to in the panel. */
export const PLACES = {
  results: 'case-results',
  revisits: 'case-revisits',
  signatures: 'case-signatures',
} as const;
