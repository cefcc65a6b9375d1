import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import type { Filter } from './filter.ts';
import type { ReportRightsFragment, ReportRowFragment } from './report.generated.ts';
import { ReportsDocument } from './reports.generated.ts';
import { useLoadMore } from './useLoadMore.ts';

export type ListedReport = ReportRowFragment & ReportRightsFragment;
export const PAGE = 50;

/** The list of a filter, newest first, page by page; `rows` is undefined until the first page is there. */
export function useReportPages(filter: Filter) {
  const { data, error, networkStatus, fetchMore, refetch } = useQuery(ReportsDocument, {
    variables: { filter, first: PAGE },
    notifyOnNetworkStatusChange: true,
  });
  const rows: ListedReport[] | undefined = data?.reports.edges.map((edge) => edge.node);
  return {
    rows,
    error,
    hasMore: data?.reports.pageInfo.hasNextPage ?? false,
    isLoadingMore: networkStatus === NetworkStatus.fetchMore,
    isRefreshing: networkStatus === NetworkStatus.refetch,
    loadMore: useLoadMore(data?.reports.pageInfo, (after) => fetchMore({ variables: { after } })),
    refetch,
  };
}
