import { skipToken, useQuery } from '@apollo/client/react';
import type { Filter } from '../../nouns/reports/filter.ts';
import { usePages } from '../../ui/usePages.ts';
import { SearchReportsDocument } from './search.generated.ts';
import { wordsOf } from './searchText.ts';

const PAGE = 20;

/** What a text finds under a filter, newest first; nothing is asked for texts that are too short. */
export function useFoundPages(text: string, filter: Filter) {
  const words = wordsOf(text).join(' ');
  const wanted = words ? { variables: { text: words, filter, first: PAGE } } : skipToken;
  const asked = useQuery(SearchReportsDocument, wanted);
  return usePages(asked.data?.searchReports, asked, asked.previousData?.searchReports);
}
