import { useQuery } from '@apollo/client/react';
import type { ReportSort } from '@lxq/schema/reports/report-sorts.ts';
import { usePages } from '../../ui/usePages.ts';
import type { Filter } from './filter.ts';
import { ReportsDocument } from './reports.generated.ts';

export const PAGE = 50;

/** The list of a filter. */
export function useReportPages(filter: Filter, sort: ReportSort = 'NEWEST') {
  const asked = useQuery(ReportsDocument, { variables: { filter, first: PAGE, sort } });
  return usePages(asked.data?.reports, asked);
}
