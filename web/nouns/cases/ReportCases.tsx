import { useQuery } from '@apollo/client/react';
import { REPORT_MACHINE } from '@lxq/schema/reports/report-states.ts';
import { maskPersonalData } from '@lxq/schema/texts/personal-data.ts';
import { startsFrom } from '@lxq/schema/transitions.ts';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { shanghaiDay } from '../../ui/time.ts';
import type { ReportWholeFragment } from '../reports/report.generated.ts';
import { CasesOn } from './CasesOn.tsx';
import { CasesOfReportDocument } from './case.generated.ts';
import { CASE_CHANGES } from './changes.ts';
import { titleOf } from './titleOf.ts';

/** What was opened on a report, and the way to make it a case: its words without names and numbers, for units that may not read it. */
export function ReportCases({ report }: { report: ReportWholeFragment }) {
  const { id, no, state, line, content, topic, place, submittedAt } = report;
  // The report brings them; they are asked for by themselves only after a change of theirs.
  const { data, refetch } = useQuery(CasesOfReportDocument, { variables: { id }, fetchPolicy: 'cache-first' });
  useRefetchOnChanges(CASE_CHANGES, refetch);
  const told = maskPersonalData(content);
  return (
    <CasesOn
      source={{ channel: 'REPORT', id, no }}
      cases={data?.report?.cases ?? []}
      isOpenable={line !== 'SEALED' && startsFrom(REPORT_MACHINE.case, state)}
      proposed={{ title: titleOf(told), brief: told, topic: topic.code, place: place.code }}
      receivedOn={shanghaiDay(submittedAt)}
    />
  );
}
