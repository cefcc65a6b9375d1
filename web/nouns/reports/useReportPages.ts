import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useLoadMore } from '../../ui/useLoadMore.ts';
import { useNodes } from '../../ui/useNodes.ts';
import type { Filter } from './filter.ts';
import { ReportsDocument } from './reports.generated.ts';

export const PAGE = 50;

/** The list of a filter, newest first, page by page; `rows` is undefined until the first page is there. */
export function useReportPages(filter: Filter) {
  const { data, error, networkStatus, fetchMore, refetch } = useQuery(ReportsDocument, {
    variables: { filter, first: PAGE },
    notifyOnNetworkStatusChange: true,
  });
  return {
    rows: useNodes(data?.reports.edges),
    error,
    hasMore: data?.reports.pageInfo.hasNextPage ?? false,
    isLoadingMore: networkStatus === NetworkStatus.fetchMore,
    loadMore: useLoadMore(data?.reports.pageInfo, (after) => fetchMore({ variables: { after } })),
    refetch,
  };
}
