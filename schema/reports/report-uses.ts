import type { Role } from '../roles.ts';
import { type Unmet, unmet } from '../transitions.ts';
import { type Line, OUT_OF_USE, type ReportState } from './report-states.ts';

/*
 * What the county makes of a report, beside its handling (R37): a township that has answered or filed one has said nothing about that.
 * Only the county says that a report is not used, with a reason, and takes it back.
 */
export type ReportUse = 'setAside' | 'unsetAside';
export const USERS: readonly Role[] = ['COUNTY_CLERK', 'COUNTY_DIRECTOR'];

/** What the guards look at. */
export interface UseFacts {
  state: ReportState;
  line: Line;
  digestedAt?: Date | null;
  setAsideAt?: Date | null;
  /** It stands in an issue that is still being made. */
  isGathered?: boolean;
}

/** Every guard that keeps somebody of `role` from it; empty means it may happen. */
export function useUnmet(use: ReportUse, report: UseFacts, role: Role): Unmet[] {
  const missing: Unmet[] = [];
  if (!USERS.includes(role)) missing.push(unmet('role', '当前岗位无此权限', 'Your post does not allow this'));
  if (use === 'unsetAside') {
    if (!report.setAsideAt) missing.push(unmet('setAside', '没有标记为不采用', 'It was not set aside'));
    return missing;
  }
  if (report.line === 'SEALED' || (OUT_OF_USE as readonly ReportState[]).includes(report.state))
    missing.push(unmet('state', '该信息不是摘报来稿', 'It is no candidate of the digest'));
  if (report.digestedAt) missing.push(unmet('digested', '已编入印发的摘报', 'An issue that went out rests on it'));
  if (report.setAsideAt) missing.push(unmet('setAside', '已标记为不采用', 'It was set aside already'));
  if (report.isGathered)
    missing.push(
      unmet('gathered', '已编入本期，请先从条目中移出', 'It stands in an issue: take it out of its item first'),
    );
  return missing;
}
