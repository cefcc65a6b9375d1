import { skipToken, useQuery } from '@apollo/client/react';
import type { ChangeKind } from '../contract.generated.ts';
import { useChanges } from '../live/useChanges.ts';
import { ReportDocument } from './report.generated.ts';

/** They name the member, and change its primary too. */
const MEMBER_CHANGES = new Set<ChangeKind>(['REPORT_MERGED', 'REPORT_UNMERGED']);

/** One report whole, fetched again whenever somebody changes it; nothing while there is no id. */
export function useReport(id: string | undefined) {
  const { data, error, refetch } = useQuery(ReportDocument, id ? { variables: { id } } : skipToken);
  useChanges(
    null,
    (change) => {
      if (id && (change.reportId === id || MEMBER_CHANGES.has(change.kind))) void refetch();
    },
    () => {
      if (id) void refetch();
    },
  );
  return { report: data?.report, error, refetch };
}
