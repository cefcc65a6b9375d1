import type { Screen } from '@lxq/schema/roles.ts';
import { rememberedViewer, type Session } from '../session/session-store.ts';
import { FAMILIES, fetchScreen } from './screens.ts';

const SCREENS = Object.values(FAMILIES).flatMap((families) => Object.keys(families)) as Screen[];

/** Fetches what will most likely be opened next, while the server is being asked who we are or a password is typed. */
export async function foresee(session: Session): Promise<void> {
  const viewer = session.status === 'signedIn' ? session.viewer : rememberedViewer();
  const asked = SCREENS.find((screen) => location.pathname.split('/')[1] === screen);
  const screen = asked ?? (viewer?.screens[0] as Screen | undefined) ?? likely(session);
  // What is missing is asked for again, and complained of, by the screen that needs it.
  if (screen) await fetchScreen(screen).catch(() => undefined);
}

/** Who holds a phone is nearly always an officer; at a desk it may be anybody. */
function likely({ status }: Session): Screen | undefined {
  return status === 'signedOut' ? (matchMedia('(max-width: 600px)').matches ? 'officer' : 'desk') : undefined;
}
