import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { useCallback, useRef } from 'react';
import type { Filter } from './filter.ts';
import type { ReportRightsFragment, ReportRowFragment } from './report.generated.ts';
import { ReportsDocument } from './reports.generated.ts';

export type ListedReport = ReportRowFragment & ReportRightsFragment;

export interface ReportPages {
  /** Undefined until the first page is there. */
  rows: ListedReport[] | undefined;
  error: unknown;
  hasMore: boolean;
  isLoadingMore: boolean;
  isRefreshing: boolean;
  loadMore: () => void;
  refetch: () => Promise<unknown>;
}

export const PAGE = 50;

/** The list of a filter, newest first, page by page; what is shown stays while it is fetched again. */
export function useReportPages(filter: Filter): ReportPages {
  const { data, error, networkStatus, fetchMore, refetch } = useQuery(ReportsDocument, {
    variables: { filter, first: PAGE },
    notifyOnNetworkStatusChange: true,
  });
  const isFetching = useRef(false);
  const { hasNextPage, endCursor } = data?.reports.pageInfo ?? {};
  const loadMore = useCallback(() => {
    if (isFetching.current || !hasNextPage) return;
    isFetching.current = true;
    fetchMore({ variables: { after: endCursor } })
      .catch(() => undefined)
      .finally(() => {
        isFetching.current = false;
      });
  }, [fetchMore, hasNextPage, endCursor]);
  return {
    rows: data?.reports.edges.map((edge) => edge.node) as ListedReport[] | undefined,
    error,
    hasMore: hasNextPage ?? false,
    isLoadingMore: networkStatus === NetworkStatus.fetchMore,
    isRefreshing: networkStatus === NetworkStatus.refetch || networkStatus === NetworkStatus.setVariables,
    loadMore,
    refetch,
  };
}
