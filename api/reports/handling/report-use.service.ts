import { IN_THE_MAKING } from '@lxq/schema/digests/digest-states.ts';
import { type ReportUse, useUnmet } from '@lxq/schema/reports/report-uses.ts';
import { refused } from '../../platform/contract/errors.ts';
import { checkReason } from '../../platform/contract/reasons.ts';
import { find, noteOf, tellOf } from '../../platform/deeds/noun.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { oneOf } from '../../platform/tables/words.ts';
import type { Report } from '../report.entity.ts';
import { reportNoun } from './report.noun.ts';

/** The county does not use it: it is no candidate of the digest any more. Its handling goes on. */
export const setAside = (scope: Scope, id: string, reason: string): Promise<Report> =>
  use(scope, id, 'setAside', { setAsideAt: scope.now, setAsideReason: checkReason('reason', reason) });

export const unsetAside = (scope: Scope, id: string): Promise<Report> =>
  use(scope, id, 'unsetAside', { setAsideAt: null, setAsideReason: null });

async function use(
  scope: Scope,
  id: string,
  name: ReportUse,
  change: Pick<Report, 'setAsideAt' | 'setAsideReason'>,
): Promise<Report> {
  const report = await find(scope, reportNoun, id);
  const missing = useUnmet(name, { ...report, isGathered: await isGathered(scope, id) }, scope.rights.role);
  if (missing.length) throw refused(missing);
  Object.assign(report, change);
  await scope.work.flush();
  const kind = name === 'setAside' ? 'REPORT_SET_ASIDE' : 'REPORT_UNSET_ASIDE';
  await Promise.all([
    noteOf(scope, reportNoun, report, {
      deed: name,
      fromState: report.state,
      toState: report.state,
      note: change.setAsideReason,
    }),
    tellOf(scope, reportNoun, report, kind),
  ]);
  scope.refresh();
  return report;
}

/** Whether it stands in an issue that is still being made. */
async function isGathered(scope: Scope, id: string): Promise<boolean> {
  const row = await scope.row(
    `select 1 as one from digest_item_report l join digest d on d.county_code = l.county_code and d.id = l.digest_id
     where l.county_code = $1 and l.report_id = $2 and ${oneOf('d.state', IN_THE_MAKING)} limit 1`,
    [scope.county, id],
  );
  return row !== undefined;
}
