import { useApolloClient, useQuery } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { chime } from '../../live/sound.ts';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { UnreadNotificationsDocument as query } from './notifications.generated.ts';

/** Tabs of a browser tell each other that something was acknowledged: the server tells nobody of it. */
const tabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('lxq.notifications');
export const tellTabs = () => tabs?.postMessage('acknowledged');

/** Says how many the viewer has not acknowledged, whenever that changes, and sounds when there are more. */
export function useUnread(onCount: (count: number) => void): void {
  const client = useApolloClient();
  const { data } = useQuery(query, { fetchPolicy: 'cache-and-network' });
  const count = data?.notifications.unreadCount;
  const latest = useRef(() => {});
  latest.current = () => void client.query({ query, fetchPolicy: 'network-only' }).catch(() => undefined);
  useRefetchOnChanges(['NOTIFIED', 'ALERT_ACKNOWLEDGED'], () => latest.current());
  useEffect(() => {
    const again = () => latest.current();
    tabs?.addEventListener('message', again);
    return () => tabs?.removeEventListener('message', again);
  }, []);
  const before = useRef<number>(undefined);
  useEffect(() => {
    if (count === undefined) return;
    if (before.current !== undefined && count > before.current) chime();
    before.current = count;
    onCount(count);
  }, [count, onCount]);
}
