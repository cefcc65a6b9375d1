import { officeOf } from '@lxq/schema/places.ts';
import { notFound } from '../platform/contract/errors.ts';
import { record } from '../platform/deeds/audit.service.ts';
import { tell } from '../platform/live/event.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import { reportById } from '../reports/lists/report.loaders.ts';
import type { Alert } from './alert.entity.ts';

/** The leader knows; the first time counts. */
export async function acknowledge(scope: Scope, id: string): Promise<Alert> {
  const mine = [scope.county, scope.rights.personId, id];
  const changed = isUuid(id)
    ? await scope.row<Alert>(
        'update alert set acknowledged_at = $4 where county_code = $1 and leader_id = $2 and id = $3 and acknowledged_at is null returning *',
        [...mine, scope.now],
      )
    : undefined;
  if (changed) {
    await noteOf(scope, changed);
    return changed;
  }
  const known =
    isUuid(id) &&
    (await scope.row<Alert>('select * from alert where county_code = $1 and leader_id = $2 and id = $3', mine));
  if (!known) throw notFound('该提醒', 'alert');
  return known;
}

async function noteOf(scope: Scope, { id, reportId }: Alert): Promise<void> {
  const report = await reportById(scope).load(reportId);
  const line = report?.line ?? 'LINE';
  const about = { REPORT: reportId };
  const alert = { subject: 'ALERT', subjectId: id, about, unitCode: officeOf(scope.county), line };
  await record(scope, alert, { deed: 'acknowledge' });
  await tell(scope, 'ALERT_ACKNOWLEDGED', alert);
}
