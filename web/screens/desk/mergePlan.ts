import { mergeUnmet } from '@lxq/schema/reports/report-states.ts';
import { type Unmet, unmet } from '@lxq/schema/transitions.ts';
import type { MergeFactsFragment, ReportRowFragment } from '../../nouns/reports/report.generated.ts';
import { may } from './useReportDeeds.ts';

export type Mergeable = ReportRowFragment & MergeFactsFragment;
export interface MergePlan {
  members: Mergeable[];
  /** Reports that cannot go into this primary, with every reason. */
  left: { report: Mergeable; reasons: Unmet[] }[];
  /** Counted over primary and members, as reported: households and people may be the same ones. */
  reports: number;
  households: number;
  people: number;
}

/** What would happen if `primary` took in all the others. */
export function planMerge(reports: readonly Mergeable[], primary: Mergeable): MergePlan {
  const others = reports.filter((report) => report.id !== primary.id);
  const judged = others.map((report) => ({ report, reasons: reasonsAgainst(report, primary) }));
  const members = judged.filter((one) => one.reasons.length === 0).map((one) => one.report);
  const whole = [primary, ...members];
  const sum = (field: 'households' | 'people') => whole.reduce((total, report) => total + (report[field] ?? 0), 0);
  return {
    members,
    left: judged.filter((one) => one.reasons.length > 0),
    reports: whole.length + primary.memberCount,
    households: sum('households'),
    people: sum('people'),
  };
}

/** The likeliest primary: the one that can take in most, then the one that has already, then the earliest reported. */
export function firstPrimary(reports: readonly Mergeable[]): Mergeable | undefined {
  const ranked = reports
    .filter(canBePrimary)
    .map((report) => ({ report, takes: planMerge(reports, report).members.length }));
  const [first] = ranked.sort(
    (a, b) =>
      b.takes - a.takes ||
      b.report.memberCount - a.report.memberCount ||
      a.report.submittedAt.localeCompare(b.report.submittedAt),
  );
  return first?.report;
}

/** Why these two cannot become one, whichever were the primary; empty when they can. */
export function whyApart(one: Mergeable, other: Mergeable): Unmet[] {
  const primary = firstPrimary([one, other]);
  if (!primary) return [unmet('state', '已不在办理中', 'No longer being handled')];
  return planMerge([one, other], primary).left[0]?.reasons ?? [];
}

const CLOSED = new Set(['WITHDRAWN', 'RETURNED', 'ARCHIVED', 'MERGED']);
export const canBePrimary = (report: Mergeable): boolean => !CLOSED.has(report.state);

/** The shared guards, and two that only the rows tell; the server has the last word. */
function reasonsAgainst(member: Mergeable, primary: Mergeable): Unmet[] {
  const reasons = mergeUnmet(factsOf(member), factsOf(primary));
  if (!may('merge', member))
    reasons.push(unmet('state', '当前状态或岗位不能并件', 'Not possible in this state or for your post'));
  if (member.memberCount > 0)
    reasons.push(
      unmet('memberHasMembers', '已有并入件，请以它为主件', 'Others were merged into it; make it the primary'),
    );
  return reasons;
}

function factsOf(report: Mergeable) {
  return {
    id: report.id,
    topicCode: report.topic.code,
    placeCode: Number(report.place.code),
    line: report.line,
    masterId: report.state === 'MERGED' ? 'another' : null,
    occurredAt: new Date(report.occurredAt),
  };
}
