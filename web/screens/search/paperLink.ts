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
  const { kind, id, reportId } = hit;
  if (kind === 'OFFICIAL') return `/papers/${id}`;
  if (kind === 'DIGEST') return issueLink(hit, screens);
  const [desk, phone] = kind === 'CASE' ? ['cases/', 'cases'] : ['', 'instructions'];
  if (screens.includes('matters')) return `/matters/${desk}${id}`;
  if (screens.includes('leader')) return `/leader/${phone}/${id}`;
  return reportId && linkTo(reportId);
}

function issueLink({ digestId, itemId, itemNumber }: Hit, screens: readonly string[]): string | null {
  if (screens.includes('digests')) return `/digests/${digestId}${itemId ? `?tab=edit&item=${itemId}` : '?tab=preview'}`;
  return screens.includes('leader') ? `/leader/digests/${digestId}${itemNumber ? `?item=${itemNumber}` : ''}` : null;
}
