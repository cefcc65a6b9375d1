import type { PaperKind } from '@lxq/schema/searches/papers.ts';

interface Hit {
  id: string;
  kind: PaperKind;
  digestId: string | null;
  itemId: string | null;
  itemNumber: number | null;
  reportId: string | null;
}
export interface Linked {
  screens: readonly string[];
  /** The address of a report beside the list. */
  linkTo: (report: string) => string;
}

/** Where the viewer reads it; null where none of their screens shows it. */
export function paperLink(hit: Hit, { screens, linkTo }: Linked): string | null {
  const isAtDesk = screens.includes('digests');
  const isLeader = screens.includes('leader');
  if (hit.kind === 'INSTRUCTION') {
    if (screens.includes('matters')) return `/matters/${hit.id}`;
    if (isLeader) return `/leader/instructions/${hit.id}`;
    return hit.reportId && linkTo(hit.reportId);
  }
  if (isAtDesk) return `/digests/${hit.digestId}${hit.itemId ? `?tab=edit&item=${hit.itemId}` : '?tab=preview'}`;
  return isLeader ? `/leader/digests/${hit.digestId}${hit.itemNumber ? `?item=${hit.itemNumber}` : ''}` : null;
}
