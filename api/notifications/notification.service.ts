import { SEVERE } from '@lxq/schema/notifications/notification-kinds.ts';
import * as alerts from '../alerts/alert.service.ts';
import { notFound } from '../platform/contract/errors.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import { listed } from '../platform/tables/words.ts';
import type { Notification } from './notification.entity.ts';
import { NOTIFICATION_WORDS } from './notification.words.ts';

const FOUND = 'select * from notification where county_code = $1 and person_id = $2 and id = $3';

/** The viewer knows; the first time counts. An urgent report's alert is known with it, so that it does not climb; of a secretary's nothing is, who acknowledges for the leader by the alert alone. */
export async function acknowledge(scope: Scope, id: string): Promise<Notification> {
  const key = [scope.county, scope.rights.personId, id];
  const found = isUuid(id) ? await scope.row<Notification>(FOUND, key) : undefined;
  if (!found) throw notFound(...NOTIFICATION_WORDS.notification);
  if (found.acknowledgedAt) return found;
  if (found.kind === 'URGENT_REPORT' && found.why === 'CALLED')
    await alerts.acknowledge(scope, found.key.slice('URGENT_REPORT:'.length));
  await scope.rows(
    'update notification set acknowledged_at = $4 where county_code = $1 and person_id = $2 and id = $3 and acknowledged_at is null',
    [...key, scope.now],
  );
  return (await scope.row<Notification>(FOUND, key)) as Notification;
}

/** All that were there when the viewer looked, but for severe ones, which are acknowledged each by itself; how many. */
export async function acknowledgeAll(scope: Scope, upTo: Date): Promise<number> {
  const rows = await scope.rows(
    `update notification set acknowledged_at = $4 where county_code = $1 and person_id = $2 and created_at <= $3 and acknowledged_at is null
       and kind not in (${listed(SEVERE)}) returning id`,
    [scope.county, scope.rights.personId, upTo, scope.now],
  );
  return rows.length;
}
