import { REPORT_MACHINE, type ReportDeed } from '@lxq/schema/reports/report-states.ts';
import type { UrgentPlanInput } from '../../contract.generated.ts';
import { type Handled, may as mayDo, useDeeds } from '../../deeds/useDeeds.ts';
import * as documents from '../../nouns/reports/deeds.derived.generated.ts';
import type { DeedResultFragment, ReportWholeFragment } from '../../nouns/reports/report.generated.ts';
import { MergeDocument, PlanUrgentDocument, TriageDocument, TriageManyDocument } from './deeds.generated.ts';

export const may = (deed: ReportDeed, report: { state: string }): boolean => mayDo(REPORT_MACHINE, deed, report);

/** The desk's deeds; those that ask for more than words by their own names. */
export function useReportDeeds() {
  const deeds = useDeeds<ReportDeed, ReportWholeFragment, DeedResultFragment>(REPORT_MACHINE, documents);
  const { send } = deeds;
  return {
    ...deeds,
    triage: ({ id, version }: Required<Handled>, topic?: string) =>
      send(TriageDocument, { id, version, topic: topic ?? null }),
    planUrgent: ({ id, version }: Required<Handled>, plan: UrgentPlanInput) =>
      send(PlanUrgentDocument, { id, version, plan }),
    merge: (master: string, members: string[]) => send(MergeDocument, { master, members }),
    triageMany: (ids: readonly string[]) => send(TriageManyDocument, { ids: [...ids] }),
  };
}
export type ReportDeeds = ReturnType<typeof useReportDeeds>;
