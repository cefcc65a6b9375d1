import { useSyncExternalStore } from 'react';
import { type Session, session$ } from './session-store.ts';
import type { ViewerFragment } from './viewer.generated.ts';

export function useSession(): Session {
  return useSyncExternalStore(session$.listen, session$.get);
}

/** The signed-in viewer; only below RequireScreen, which lets nobody else through. */
export function useViewer(): ViewerFragment {
  const now = useSession();
  if (now.status !== 'signedIn') throw new Error('useViewer outside of a signed-in screen');
  return now.viewer;
}
