import { useMemo } from 'react';
import { useLoadMore } from '../../ui/useLoadMore.ts';
import { useNodes } from '../../ui/useNodes.ts';
import { type DeskTopFragment, DeskUrgentDocument, type UrgentRowFragment } from './desk.generated.ts';

export interface Urgent {
  reports: readonly UrgentRowFragment[];
  /** On whatever page. */
  count: number;
  hasMore: boolean;
  loadMore: () => void;
}

/** The newest urgent reports, a page at a time, and how many there are. */
export function useUrgent(
  above: DeskTopFragment | undefined,
  fetchMore: (options: { query: typeof DeskUrgentDocument; variables: { after: string | null } }) => Promise<unknown>,
): Urgent {
  const known = useNodes(above?.urgent.edges);
  const counted = above?.reportStateCounts.find(({ state }) => state === 'URGENT')?.count ?? 0;
  const hasMore = above?.urgent.pageInfo.hasNextPage ?? false;
  const { loadMore } = useLoadMore(above?.urgent.pageInfo, (after) =>
    fetchMore({ query: DeskUrgentDocument, variables: { after } }),
  );
  return useMemo(() => {
    const reports = known?.filter(({ state }) => state === 'URGENT') ?? [];
    const triagedSince = (known?.length ?? 0) - reports.length;
    return { reports, count: Math.max(reports.length, counted - triagedSince), hasMore, loadMore };
  }, [known, counted, hasMore, loadMore]);
}
