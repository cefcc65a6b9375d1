import { useEffect, useState } from 'react';
import { useOnline } from '../ui/useOnline.ts';
import { client } from './apollo.ts';
import { PresenceDocument, type PresenceSubscription } from './presence.generated.ts';
import { useLiveState } from './useChanges.ts';

export type Presence = PresenceSubscription['presence'];
const NOBODY: Presence = { names: [], count: 0 };

/**
 * Says that a thing is open on this screen for as long as it is drawn, and answers which colleagues of the desk have it open too. While the wire is cut
 * nobody is said to be there: it would be what was so before.
 */
export function usePresence(subject: string, id: string): Presence {
  const isLive = useLiveState() === 'live';
  const isOnline = useOnline();
  const [presence, setPresence] = useState(NOBODY);
  useEffect(() => {
    if (!isLive || !isOnline) return;
    const nobody = () => setPresence(NOBODY);
    const running = client
      .subscribe({ query: PresenceDocument, variables: { subject, id }, fetchPolicy: 'no-cache' })
      .subscribe({ next: ({ data }) => setPresence(data?.presence ?? NOBODY), error: nobody, complete: nobody });
    return () => {
      running.unsubscribe();
      nobody();
    };
  }, [subject, id, isLive, isOnline]);
  return presence;
}
