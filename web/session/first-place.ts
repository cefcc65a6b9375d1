import type { Session } from './session-store.ts';

/** Where somebody who names no place begins; undefined as long as nobody knows who it is. */
export function firstPlace(session: Session): string | undefined {
  if (session.status === 'signedOut') return '/sign-in';
  return session.status === 'signedIn' ? `/${session.viewer.screens[0] ?? 'search'}` : undefined;
}
