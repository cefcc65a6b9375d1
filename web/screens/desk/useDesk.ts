import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useMemo } from 'react';
import type { Filter } from '../../nouns/reports/filter.ts';
import { useLoadMore } from '../../ui/useLoadMore.ts';
import { useNodes } from '../../ui/useNodes.ts';
import { DeskDocument, DeskPagesDocument } from './desk.generated.ts';
import { useUrgent } from './useUrgent.ts';

export const PAGE = 50;

/** Everything the desk opens with, from one operation: the queue, the counts of its trays, what is urgent. */
export function useDesk(filter: Filter) {
  const counted = useMemo(() => countedUnder(filter), [filter]);
  const { data, previousData, error, networkStatus, fetchMore, refetch } = useQuery(DeskDocument, {
    variables: { filter, counted, first: PAGE },
    notifyOnNetworkStatusChange: true,
  });
  const above = data ?? previousData;
  return {
    rows: useNodes(data?.reports.edges),
    counts: above?.trayCounts,
    urgent: useUrgent(above, fetchMore),
    counted,
    error,
    hasMore: data?.reports.pageInfo.hasNextPage ?? false,
    isLoadingMore: networkStatus === NetworkStatus.fetchMore,
    isRefreshing: networkStatus === NetworkStatus.refetch,
    loadMore: useLoadMore(data?.reports.pageInfo, (after) =>
      fetchMore({ query: DeskPagesDocument, variables: { filter, first: PAGE, after } }),
    ),
    refetch,
  };
}

/** All four trays are counted under the filter, whichever is open. */
function countedUnder({ tray: _tray, states: _states, ...rest }: Filter): Filter {
  return rest;
}
