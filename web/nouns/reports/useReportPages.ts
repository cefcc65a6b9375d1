import { useQuery } from '@apollo/client/react';
import { usePages } from '../../ui/usePages.ts';
import type { Filter } from './filter.ts';
import { ReportsDocument } from './reports.generated.ts';

export const PAGE = 50;

/** The list of a filter, newest first. */
export function useReportPages(filter: Filter) {
  const asked = useQuery(ReportsDocument, { variables: { filter, first: PAGE } });
  return usePages(asked.data?.reports, asked);
}
