import { mergeUnmet } from '@lxq/schema/reports/report-states.ts';
import { unmet } from '@lxq/schema/transitions.ts';
import { refused } from '../../platform/contract/errors.ts';
import { find, move } from '../../platform/deeds/noun.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { numberOf } from '../lists/report.number.ts';
import type { Report } from '../report.entity.ts';
import { REPORT_WORDS } from '../report.words.ts';
import { reportNoun } from './report.noun.ts';

/** Links a member to its master; the member stays whole and countable, and its author is answered through the master. */
export async function merge(scope: Scope, masterId: string, memberId: string): Promise<Report> {
  const master = await find(scope, reportNoun, masterId);
  const member = await find(scope, reportNoun, memberId);
  // Two opposite merges at once cannot both win: each takes both rows, in the same order.
  await scope.rows('select id from report where county_code = $1 and id = any($2::uuid[]) order by id for update', [
    scope.county,
    [masterId, memberId],
  ]);
  await scope.work.refresh(master);
  await scope.work.refresh(member);
  const facts = (report: Report) => ({ ...report, masterId: report.masterId ?? null });
  const missing = mergeUnmet(facts(member), facts(master));
  if (['WITHDRAWN', 'RETURNED', 'ARCHIVED'].includes(master.state))
    missing.push(unmet('masterIsOpen', ...REPORT_WORDS.masterIsClosed));
  if (
    (await scope.row('select 1 as one from report where county_code = $1 and master_id = $2 limit 1', [
      scope.county,
      memberId,
    ])) !== undefined
  )
    missing.push(unmet('memberHasMembers', ...REPORT_WORDS.memberHasMembers));
  if (missing.length) throw refused(missing);
  // handledAt stays: an undone merge goes back to where it stood.
  return move(scope, reportNoun, 'merge', member, { change: { masterId }, note: numberOf(master) });
}
