import { skipToken, useQuery } from '@apollo/client/react';
import { useChanges } from '../live/useChanges.ts';
import { ReportDocument } from './report.generated.ts';

/** One report whole, fetched again whenever somebody changes it; nothing while there is no id. */
export function useReport(id: string | undefined) {
  const { data, error, refetch } = useQuery(ReportDocument, id ? { variables: { id } } : skipToken);
  useChanges(
    null,
    (change) => {
      if (id && change.reportId === id) void refetch();
    },
    () => {
      if (id) void refetch();
    },
  );
  return { report: data?.report, error, refetch };
}
