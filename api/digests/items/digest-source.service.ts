import { LIMITS } from '@lxq/schema/limits.ts';
import { JUDGED } from '@lxq/schema/reports/report-states.ts';
import { unmet } from '@lxq/schema/transitions.ts';
import { refused } from '../../platform/contract/errors.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { Digest } from '../digest.entity.ts';
import { DIGEST_WORDS } from '../digest.words.ts';
import { waiting } from './digest-candidate.read.ts';
import type { DigestItem } from './digest-item.entity.ts';

/** Room for `more` items in the issue; answers the first free position. */
export async function room(scope: Scope, digest: Digest, more: number): Promise<number> {
  const { items } = LIMITS.digest;
  const [row] = await scope.rows<{ count: number; last: number }>(
    'select count(*)::int as count, coalesce(max(position), 0) as last from digest_item where county_code = $1 and digest_id = $2',
    [scope.county, digest.id],
  );
  if ((row?.count ?? 0) + more > items) throw refused([unmet('items', ...DIGEST_WORDS.items)]);
  return (row?.last ?? 0) + 1;
}

/** The reports that an item rests on become exactly these. New ones must be waiting for an issue; a correction may rest on what was issued. */
export async function link(scope: Scope, item: DigestItem, reports: readonly string[]): Promise<boolean> {
  const rows = await scope.rows<{ reportId: string }>(
    'select report_id from digest_item_report where county_code = $1 and item_id = $2',
    [scope.county, item.id],
  );
  const known = rows.map(({ reportId }) => reportId);
  const gone = known.filter((id) => !reports.includes(id));
  const come = reports.filter((id) => !known.includes(id));
  if (gone.length > 0)
    await scope.rows(
      'delete from digest_item_report where county_code = $1 and item_id = $2 and report_id = any($3::uuid[])',
      [scope.county, item.id, gone],
    );
  if (come.length > 0) {
    const allowed = item.kind === 'CORRECTION' ? await visible(scope, come) : await waiting(scope, come);
    if (allowed.length < come.length) throw refused([unmet('sourceNotTriaged', ...DIGEST_WORDS.sourceInUse)]);
    await scope.insertMany(
      'digest_item_report',
      allowed.map((report) => linkRow(item, report.id)),
    );
  }
  return gone.length + come.length > 0;
}

const visible = (scope: Scope, ids: readonly string[]) =>
  scope.rows<{ id: string }>(
    `select id from report where county_code = $1 and id = any($2::uuid[]) and state = any($3)`,
    [scope.county, ids, JUDGED],
  );

export const linkRow = (item: DigestItem, reportId: string) => ({
  countyCode: item.countyCode,
  itemId: item.id,
  reportId,
  digestId: item.digestId,
});
