import { forgetAnswersBut } from '../device/answers-kept.ts';
import { keptLocally } from '../ui/kept-locally.ts';
import type { ViewerFragment } from './viewer.generated.ts';

export type Session =
  | { status: 'arriving' }
  | { status: 'unreachable' }
  | { status: 'signedOut'; expired: boolean }
  /**
   * `cursor`: the event log's place when the viewer came in. `isRemembered`: known from an earlier visit only, because the
   * server cannot be asked now. `isExpired`: known in that way after the server has ended the session; they write on, and
   * sign in before anything is sent.
   */
  | { status: 'signedIn'; viewer: ViewerFragment; cursor: string | null; isRemembered: boolean; isExpired?: true };

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

/** Only for those with screens for a phone: a desk's computer may be shared and keeps no name. */
const PHONE_SCREENS = ['officer', 'village', 'leader'];
function remember(viewer: ViewerFragment) {
  remembered.set(viewer.screens.some((screen) => PHONE_SCREENS.includes(screen)) ? viewer : null);
}
export function rememberedViewer(): ViewerFragment | null {
  const viewer = remembered.get();
  if (!viewer) return null;
  const { post, preferences } = viewer;
  // An earlier version of the app kept neither.
  const area = { ...post.area, pinyin: post.area.pinyin ?? '' };
  return { ...viewer, post: { ...post, area }, preferences: preferences ?? [] };
}
export const forgetViewer = () => remembered.set(null);

const forgetting = new Set<() => unknown>();

/** Calls `forget` whenever a person or post leaves: what screens keep of them must go before the next one comes in. */
export const whenLeaving = (forget: () => unknown) => forgetting.add(forget);
export async function forgetScreens() {
  // What was built on something else goes first.
  for (const forget of [...forgetting].reverse()) await forget();
}

/**
 * The server no longer knows this session: the person must sign in again. What they wrote stays, and can be reached;
 * what the server had told them goes.
 */
export function expireSession() {
  if (session.status !== 'signedIn' || session.isExpired) return;
  session$.set({ status: 'signedOut', expired: true });
  void forgetAnswersBut(null).catch(() => undefined);
}

/** After that, on with what is written on this phone. */
export function writeOn() {
  const viewer = rememberedViewer();
  if (viewer) session$.set({ status: 'signedIn', viewer, cursor: null, isRemembered: true, isExpired: true });
}
