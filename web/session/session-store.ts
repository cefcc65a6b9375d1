import { keptLocally } from '../ui/kept-locally.ts';
import type { ViewerFragment } from './viewer.generated.ts';

export type Session =
  | { status: 'arriving' }
  | { status: 'unreachable' }
  | { status: 'signedOut'; expired: boolean }
  /**
   * `cursor`: the event log's place when the viewer came in. `isRemembered`: known from an earlier visit only, because the
   * server cannot be asked now.
   */
  | { status: 'signedIn'; viewer: ViewerFragment; cursor: string | null; isRemembered: boolean };

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

const forgetting = new Set<() => unknown>();

/** Calls `forget` whenever a person or post leaves: what screens keep of them must go before the next one comes in. */
export const whenLeaving = (forget: () => unknown) => forgetting.add(forget);
export async function forgetScreens() {
  // What was built on something else goes first.
  for (const forget of [...forgetting].reverse()) await forget();
}

/** The server no longer knows this session: what is on the device stays, the person must sign in again. */
export function expireSession() {
  if (session.status !== 'signedIn') return;
  forgetViewer();
  session$.set({ status: 'signedOut', expired: true });
}
