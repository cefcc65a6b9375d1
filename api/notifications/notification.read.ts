import { UNREAD_SHOWN } from '@lxq/schema/notifications/badge.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../platform/contract/graphql.ts';
import { selectionOf } from '../platform/lists/selection.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Notification, NotificationDelivery } from './notification.entity.ts';

export type NotificationPage = Connection<Notification> & { unreadCount: number };
interface Asked {
  first: number;
  after: string | null;
  info: GraphQLResolveInfo;
}

/** The viewer's, newest first. A badge asks for the count alone, and gets it from an index. */
export async function list(scope: Scope, { first, after, info }: Asked): Promise<NotificationPage> {
  const selection = selectionOf(info);
  const [rows, unreadCount] = await Promise.all([
    selection.has('edges') || selection.has('pageInfo') ? rowsOf(scope, pageSize(first), after) : [],
    selection.has('unreadCount') ? countUnread(scope) : 0,
  ]);
  return { ...connection(rows, first, (row) => [row.createdAt.toISOString(), row.id]), unreadCount };
}

function rowsOf(scope: Scope, first: number, after: string | null): Promise<Notification[]> {
  const key = decodeCursor(after, 2);
  return scope.rows<Notification>(
    `select * from notification where county_code = $1 and person_id = $2 ${key ? 'and (created_at, id) < ($3::timestamptz, $4::uuid)' : ''}
     order by created_at desc, id desc limit ${pageBucket(first)}`,
    [scope.county, scope.rights.personId, ...(key ?? [])],
  );
}

/** One more than a badge shows, at most. */
async function countUnread(scope: Scope): Promise<number> {
  const counted = await scope.row<{ n: number }>(
    `select count(*)::int as n from (select from notification where county_code = $1 and person_id = $2 and acknowledged_at is null limit ${UNREAD_SHOWN + 1}) unread`,
    [scope.county, scope.rights.personId],
  );
  return counted?.n ?? 0;
}

/** By which ways each went out. */
export const deliveriesOf = (scope: Scope) =>
  scope.loader<string, NotificationDelivery[]>('deliveries', async (ids) => {
    const rows = await scope.rows<NotificationDelivery>(
      'select * from notification_delivery where county_code = $1 and notification_id = any($2::uuid[]) order by queued_at, channel_id',
      [scope.county, ids],
    );
    const found = Map.groupBy(rows, ({ notificationId }) => notificationId);
    return ids.map((id) => found.get(id) ?? []);
  });
