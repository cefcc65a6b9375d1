import { officeOf } from '@lxq/schema/places.ts';
import { personById } from '../network/network.loaders.ts';
import { notFound } from '../platform/contract/errors.ts';
import { type DeedDone, record } from '../platform/deeds/audit.service.ts';
import { tell } from '../platform/live/event.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import { reportById } from '../reports/lists/report.loaders.ts';
import type { Alert } from './alert.entity.ts';

/** Whose alerts the caller acknowledges: their own, and as a secretary those of leaders who have named them. `$2` is the caller. */
const THEIRS = 'county_code = $1 and (leader_id = $2 or app.is_secretary_of(leader_id)) and id = $3';

/** The leader knows, or their secretary says so for them; the first time counts, and the row says who it was. */
export async function acknowledge(scope: Scope, id: string): Promise<Alert> {
  const { personId, personName, actedById, actedByName } = scope.rights;
  const asked = [scope.county, personId, id];
  const find = () => scope.row<Alert>(`select * from alert where ${THEIRS}`, asked);
  const found = isUuid(id) ? await find() : undefined;
  if (!found) throw notFound('该提醒', 'alert');
  const acts = found.leaderId === personId ? [actedById, actedByName] : [personId, personName];
  const changed = await scope.row<Alert>(
    `update alert set acknowledged_at = $4, acted_by_id = $5, acted_by_name = $6 where ${THEIRS} and acknowledged_at is null returning *`,
    [...asked, scope.now, ...acts],
  );
  if (changed) await noteOf(scope, changed);
  const known = changed ?? (await find());
  if (!known) throw notFound('该提醒', 'alert'); // sealed, or a secretary no longer, since it was found
  return known;
}

async function noteOf(scope: Scope, { id, reportId, leaderId }: Alert): Promise<void> {
  const report = await reportById(scope).load(reportId);
  const line = report?.line ?? 'LINE';
  const about = { REPORT: reportId };
  const alert = { subject: 'ALERT', subjectId: id, about, unitCode: officeOf(scope.county), line };
  await record(scope, alert, await deedOf(scope, leaderId));
  await tell(scope, 'ALERT_ACKNOWLEDGED', alert);
}
async function deedOf(scope: Scope, leaderId: string): Promise<DeedDone> {
  if (leaderId === scope.rights.personId) return { deed: 'acknowledge' };
  const leader = await personById(scope).load(leaderId);
  return { deed: 'acknowledgeFor', note: leader?.name ?? null, detail: { leaderId } };
}
