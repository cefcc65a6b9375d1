import { skipToken, useQuery } from '@apollo/client/react';
import type { ChangeKind } from '../../contract.generated.ts';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { ReportDocument } from './report.generated.ts';

/** They name the member, and change its primary too. */
const MEMBER_CHANGES = new Set<ChangeKind>(['REPORT_MERGED', 'REPORT_UNMERGED']);

/** Somebody reads it now, and may be about to act on it. */
const SOON_MS = 30;

/** One report whole, fetched again whenever somebody changes it; nothing while there is no id. */
export function useReport(id: string | undefined) {
  const { data, error, refetch } = useQuery(ReportDocument, id ? { variables: { id } } : skipToken);
  useRefetchOnChanges(
    ({ kind, reportId }) => !!id && (reportId === id || MEMBER_CHANGES.has(kind)),
    () => id && refetch(),
    SOON_MS,
  );
  return { report: data?.report, error, refetch };
}
