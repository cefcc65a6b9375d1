import type { Screen } from '@lxq/schema/roles.ts';
import { rememberedViewer, type Session } from '../session/session-store.ts';
import { isHandheld } from '../ui/look.ts';
import { FAMILIES, fetchScreen } from './screens.ts';

const SCREENS = Object.values(FAMILIES).flatMap((families) => Object.keys(families)) as Screen[];

const SCREENS_OF_PHONES = Object.keys(FAMILIES.phone);
const asked = () => SCREENS.find((screen) => location.pathname.split('/')[1] === screen);

/** The frame that will most likely be drawn, so that the very first picture has its colours and letters. */
export function foreseenFrame(): 'phone' | 'desk' {
  const screen = asked() ?? rememberedViewer()?.screens[0];
  return (screen ? SCREENS_OF_PHONES.includes(screen) : isHandheld()) ? 'phone' : 'desk';
}

/** Fetches what will most likely be opened next, while the server is being asked who we are or a password is typed. */
export async function foresee(session: Session): Promise<void> {
  const viewer = session.status === 'signedIn' ? session.viewer : rememberedViewer();
  const screen = asked() ?? (viewer?.screens[0] as Screen | undefined) ?? likely(session);
  // What is missing is asked for again, and complained of, by the screen that needs it.
  if (screen) await fetchScreen(screen).catch(() => undefined);
}

/** Who holds a phone is nearly always an officer; at a desk it may be anybody. */
function likely({ status }: Session): Screen | undefined {
  return status === 'signedOut' ? (isHandheld() ? 'officer' : 'desk') : undefined;
}
