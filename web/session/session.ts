import { useSyncExternalStore } from 'react';
import { keptLocally } from '../ui/kept-locally.ts';
import type { ViewerFragment } from './viewer.generated.ts';

export type Session =
  | { status: 'arriving' }
  | { status: 'unreachable' }
  | { status: 'signedOut'; expired: boolean }
  /** `isRemembered`: known from an earlier visit only, because the server cannot be asked now. */
  | { status: 'signedIn'; viewer: ViewerFragment; isRemembered: boolean };

const remembered = keptLocally<ViewerFragment | null>('lxq.viewer', null);
const listeners = new Set<() => void>();
let session: Session = { status: 'arriving' };

export const session$ = {
  get: () => session,
  set(next: Session) {
    session = next;
    if (next.status === 'signedIn' && !next.isRemembered) remember(next.viewer);
    for (const hear of listeners) hear();
  },
  listen(hear: () => void) {
    listeners.add(hear);
    return () => listeners.delete(hear);
  },
};

/** Only for those who report from the phone: a desk's computer may be shared and keeps no name. */
function remember(viewer: ViewerFragment) {
  remembered.set(viewer.screens.includes('officer') ? viewer : null);
}
export const rememberedViewer = () => remembered.get();
export const forgetViewer = () => remembered.set(null);

/** The server no longer knows this session: what is on the device stays, the person must sign in again. */
export function expireSession() {
  if (session.status !== 'signedIn') return;
  forgetViewer();
  session$.set({ status: 'signedOut', expired: true });
}

export function useSession(): Session {
  return useSyncExternalStore(session$.listen, session$.get);
}

/** The signed-in viewer; only below RequireScreen, which lets nobody else through. */
export function useViewer(): ViewerFragment {
  const now = useSession();
  if (now.status !== 'signedIn') throw new Error('useViewer outside of a signed-in screen');
  return now.viewer;
}
