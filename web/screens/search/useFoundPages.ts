import { NetworkStatus } from '@apollo/client';
import { skipToken, useQuery } from '@apollo/client/react';
import type { Filter } from '../../nouns/reports/filter.ts';
import { useLoadMore } from '../../ui/useLoadMore.ts';
import { SearchReportsDocument } from './search.generated.ts';
import { wordsOf } from './searchText.ts';

const PAGE = 20;

/** What a text finds under a filter, newest first; nothing is asked for texts that are too short. */
export function useFoundPages(text: string, filter: Filter) {
  const words = wordsOf(text).join(' ');
  const wanted = words
    ? { variables: { text: words, filter, first: PAGE }, notifyOnNetworkStatusChange: true }
    : skipToken;
  const { data, previousData, error, networkStatus, fetchMore, refetch } = useQuery(SearchReportsDocument, wanted);
  const found = (data ?? previousData)?.searchReports;
  return {
    rows: found?.edges.map((edge) => edge.node),
    error: data ? undefined : error,
    isStale: !data && !error,
    hasMore: (data && found?.pageInfo.hasNextPage) ?? false,
    isLoadingMore: networkStatus === NetworkStatus.fetchMore,
    loadMore: useLoadMore(data?.searchReports.pageInfo, (after) => fetchMore({ variables: { after } })),
    refetch,
  };
}
