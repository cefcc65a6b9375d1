import { SEVERE } from '@lxq/schema/notifications/notification-kinds.ts';
import * as alerts from '../alerts/alert.service.ts';
import { notFound } from '../platform/contract/errors.ts';
import { wake } from '../platform/live/wake.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import { listed } from '../platform/tables/words.ts';
import { type Listed, listedById, SAME_THING } from './notification.read.ts';
import { NOTIFICATION_WORDS } from './notification.words.ts';

/**
 * The viewer knows, and of what it is of everything that they were told before; the first time counts. An urgent report's alert is known with it, so that it does not climb; of a secretary's
 * nothing is, who acknowledges for the leader by the alert alone.
 */
export async function acknowledge(scope: Scope, id: string): Promise<Listed> {
  const found = isUuid(id) ? await listedById(scope, id) : undefined;
  if (!found) throw notFound(...NOTIFICATION_WORDS.notification);
  if (found.kind === 'URGENT_REPORT' && found.why === 'CALLED' && !found.acknowledgedAt)
    await alerts.acknowledge(scope, found.key.slice('URGENT_REPORT:'.length));
  const known = await scope.rows<{ id: string }>(
    `update notification m set acknowledged_at = $4 from notification n
     where n.county_code = $1 and n.person_id = $2 and n.id = $3 and ${SAME_THING} and m.created_at <= n.created_at and m.acknowledged_at is null returning m.id`,
    [scope.county, scope.rights.personId, id, scope.now],
  );
  await tellKnown(scope, known);
  return (await listedById(scope, id)) as Listed;
}

/** All that were there when the viewer looked, but for severe ones, which are acknowledged each by itself; how many. */
export async function acknowledgeAll(scope: Scope, upTo: Date): Promise<number> {
  const known = await scope.rows<{ id: string }>(
    `update notification set acknowledged_at = $4 where county_code = $1 and person_id = $2 and created_at <= $3 and acknowledged_at is null
       and kind not in (${listed(SEVERE)}) returning id`,
    [scope.county, scope.rights.personId, upTo, scope.now],
  );
  await tellKnown(scope, known);
  return known.length;
}

/** Screens of the viewer on other devices hear that there is less, by the same event as that something has rung. */
async function tellKnown(scope: Scope, known: readonly { id: string }[]): Promise<void> {
  if (known.length === 0) return;
  await scope.rows('select app.tell_notified($1::uuid[])', [known.map(({ id }) => id)]);
  scope.onCommit(() => wake(scope.database));
}
