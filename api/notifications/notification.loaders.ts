import { cut, MATTERS, type Matter } from '../duties/duty.naming.ts';
import { placeByCode, unitByCode } from '../network/network.loaders.ts';
import { manyBy } from '../platform/lists/loaders.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { excerptOf } from '../reports/lists/report.fields.ts';
import { reportById } from '../reports/lists/report.loaders.ts';
import { numberOf } from '../reports/lists/report.number.ts';
import { revisitById } from '../revisits/revisit.read.ts';
import type { Notification, NotificationDelivery } from './notification.entity.ts';
import type { NotificationSubject } from './notification.type.ts';

/** By which ways each went out. */
export const deliveriesOf = manyBy<NotificationDelivery>(
  'deliveries',
  'select * from notification_delivery where county_code = $1 and notification_id = any($2::uuid[]) order by queued_at, channel_id',
  'notificationId',
);

/**
 * What somebody is told of, by the rights that they have now: a table is asked once for a whole page, under its own policies, and what they may see no longer is null. What they are told
 * of as an author they see as one, though their desk may not.
 */
export function aboutOf(
  scope: Scope,
  { subject, subjectId, why }: Pick<Notification, 'subject' | 'subjectId' | 'why'>,
): Promise<NotificationSubject | null> {
  return called(why === 'AUTHOR' ? scope.author : scope, subject, subjectId);
}

async function called(scope: Scope, subject: string, id?: string | null): Promise<NotificationSubject | null> {
  if (!id) return null;
  if (subject === 'REPORT') return reportCalled(scope, id);
  if (subject in MATTERS) return matterCalled(scope, subject as Matter, id);
  if (subject !== 'REVISIT') return null;
  const revisit = await revisitById(scope).load(id);
  return called(scope, revisit?.subject ?? '', revisit?.subjectId);
}

async function reportCalled(scope: Scope, id: string): Promise<NotificationSubject | null> {
  const report = await reportById(scope).load(id);
  if (!report) return null;
  const place = await placeByCode(scope).load(report.placeCode);
  return { no: numberOf(report), title: excerptOf(report), place: place?.fullName ?? null };
}

async function matterCalled(scope: Scope, subject: Matter, id: string): Promise<NotificationSubject | null> {
  const { byId, at, title, where, no } = MATTERS[subject];
  const row = (await byId(scope).load(id)) as Record<string, unknown> | null;
  if (!row) return null;
  const found =
    'place' in where
      ? (await placeByCode(scope).load(row[where.place] as number))?.fullName
      : (await unitByCode(scope).load(row[where.unit] as number))?.name;
  return { no: no(row[at] as Date, row.serial as number), title: cut(row[title] as string), place: found ?? null };
}
