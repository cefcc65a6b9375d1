import { UNREAD_SHOWN } from '@lxq/schema/notifications/badge.ts';
import type { GraphQLResolveInfo } from 'graphql';
import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../platform/contract/graphql.ts';
import { selectionOf } from '../platform/lists/selection.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { type Notification, thingOf } from './notification.entity.ts';

/** The newest that a person is told of one thing, with how many of it there are. */
export type Listed = Notification & { count: number; unreadCount: number };
export type NotificationPage = Connection<Listed> & { unreadCount: number };
interface Asked {
  first: number;
  after: string | null;
  info: GraphQLResolveInfo;
}

/** The viewer's, by what they are of, newest first. A badge asks for the count alone, and gets it from an index. */
export async function list(scope: Scope, { first, after, info }: Asked): Promise<NotificationPage> {
  const selection = selectionOf(info);
  const [rows, unreadCount] = await Promise.all([
    selection.has('edges') || selection.has('pageInfo') ? rowsOf(scope, pageSize(first), after) : [],
    selection.has('unreadCount') ? countUnread(scope) : 0,
  ]);
  return { ...connection(rows, first, (row) => [row.createdAt.toISOString(), row.id]), unreadCount };
}

/** Of each thing the newest alone, so that a page holds as many things and none stands on two. */
function rowsOf(scope: Scope, first: number, after: string | null): Promise<Listed[]> {
  const key = decodeCursor(after, 2);
  return scope.rows<Listed>(
    counting(`select n.* from notification n where n.county_code = $1 and n.person_id = $2 ${key ? 'and (n.created_at, n.id) < ($3::timestamptz, $4::uuid)' : ''}
       and not exists (select from notification m where ${SAME_THING} and (m.created_at, m.id) > (n.created_at, n.id))
     order by n.created_at desc, n.id desc limit ${pageBucket(first)}`),
    [scope.county, scope.rights.personId, ...(key ?? [])],
  );
}

/** One that the viewer is told, as a list has it. */
export const listedById = (scope: Scope, id: string): Promise<Listed | undefined> =>
  scope.row<Listed>(
    counting('select n.* from notification n where n.county_code = $1 and n.person_id = $2 and n.id = $3'),
    [scope.county, scope.rights.personId, id],
  );

/** Of a person's notifications `m` those that are of the same thing as `n`. */
export const SAME_THING = `m.county_code = n.county_code and m.person_id = n.person_id and ${thingOf('m')} = ${thingOf('n')}`;
const counting = (rows: string) =>
  `select n.*, g.count, g.unread_count from (${rows}) n
   cross join lateral (select count(*)::int as count, (count(*) filter (where m.acknowledged_at is null))::int as unread_count from notification m where ${SAME_THING}) g
   order by n.created_at desc, n.id desc`;

/** One more than a badge shows, at most. */
async function countUnread(scope: Scope): Promise<number> {
  const counted = await scope.row<{ n: number }>(
    `select count(*)::int as n from (select from notification where county_code = $1 and person_id = $2 and acknowledged_at is null limit ${UNREAD_SHOWN + 1}) unread`,
    [scope.county, scope.rights.personId],
  );
  return counted?.n ?? 0;
}
