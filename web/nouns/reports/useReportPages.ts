import { useQuery } from '@apollo/client/react';
import type { ReportOrder } from '@lxq/schema/reports/report-orders.ts';
import { usePages } from '../../ui/usePages.ts';
import type { Filter } from './filter.ts';
import { ReportsDocument } from './reports.generated.ts';

export const PAGE = 50;

/** The list of a filter. */
export function useReportPages(filter: Filter, orderBy: ReportOrder = 'NEWEST') {
  const asked = useQuery(ReportsDocument, { variables: { filter, first: PAGE, orderBy } });
  return usePages(asked.data?.reports, asked);
}
