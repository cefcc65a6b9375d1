import type { ChangeKind } from '../../contract.generated.ts';

/** After these, requests are no longer what a screen shows. */
export const OPENING_CHANGES: readonly ChangeKind[] = [
  'IDENTITY_REQUESTED',
  'IDENTITY_APPROVED',
  'IDENTITY_UNAPPROVED',
  'IDENTITY_REFUSED',
  'IDENTITY_WITHDRAWN',
  'IDENTITY_OPENED',
  'REPORT_WITHDRAWN',
];
