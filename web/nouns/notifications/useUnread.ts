import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { chime } from '../../live/sound.ts';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { UnreadNotificationsDocument as query } from './unread.generated.ts';

/** What of the log says that there is more or less of it: something has rung, or is known on another screen. */
export const CONCERNED = ['NOTIFIED', 'ALERT_ACKNOWLEDGED'] as const;

/** Says how many the viewer has not acknowledged, whenever that changes, and sounds when there are more. */
export function useUnread(onCount: (count: number) => void): void {
  const client = useApolloClient();
  const { data } = useQuery(query, { fetchPolicy: 'cache-and-network' });
  const count = data?.notifications.unreadCount;
  useRefetchOnChanges(CONCERNED, () => client.query({ query, fetchPolicy: 'network-only' }).catch(() => undefined));
  const before = useRef<number>(undefined);
  useEffect(() => {
    if (count === undefined) return;
    if (before.current !== undefined && count > before.current) chime();
    before.current = count;
    onCount(count);
  }, [count, onCount]);
}
