import { REPORT_MACHINE, type ReportState } from '@lxq/schema/reports/report-states.ts';
import { startsFrom } from '@lxq/schema/transitions.ts';
import type { ReportRightsFragment } from '../../nouns/reports/report.generated.ts';

const RIGHTS = {
  triage: 'viewerCanTriage',
  return: 'viewerCanReturn',
  merge: 'viewerCanMerge',
  unmerge: 'viewerCanUnmerge',
  flagUrgent: 'viewerCanFlagUrgent',
  planUrgent: 'viewerCanPlanUrgent',
  lowerUrgent: 'viewerCanLowerUrgent',
  untriage: 'viewerCanUntriage',
  unreturn: 'viewerCanUnreturn',
  unflagUrgent: 'viewerCanUnflagUrgent',
  reply: 'viewerCanReply',
  archive: 'viewerCanArchive',
} as const satisfies Record<string, keyof ReportRightsFragment>;
export type HandlingDeed = keyof typeof RIGHTS;

/** The server's right, unless a later change has taken the report out of the states that the deed starts from. */
export function may(deed: HandlingDeed, report: Partial<ReportRightsFragment> & { state: ReportState }): boolean {
  return !!report[RIGHTS[deed]] && startsFrom(REPORT_MACHINE[deed], report.state);
}
