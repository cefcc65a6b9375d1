import { useQuery } from '@apollo/client/react';
import type { Attached } from '../../../device/draft.ts';
import { OneReportDocument } from '../../../nouns/reports/phone/mine.generated.ts';

/** What the server shows of an attachment that came with the report being mended. */
export function useStored(reportId: string | undefined, { clientId, isStored }: Attached) {
  const skip = !isStored || reportId === undefined;
  const { data } = useQuery(OneReportDocument, { variables: { id: reportId ?? '' }, skip });
  return data?.report.attachments.find((one) => one.clientId === clientId);
}
