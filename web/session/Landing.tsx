import { Navigate } from 'react-router';
import { useSession } from './session.ts';

export function Landing() {
  const session = useSession();
  if (session.status !== 'signedIn') return <Navigate to="/sign-in" replace />;
  return <Navigate to={`/${session.viewer.screens[0] ?? 'search'}`} replace />;
}

/** Where to go after signing in: where one wanted to, when the post opens it. */
export function placeAfterSignIn(next: string | null, screens: readonly string[]): string {
  const family = next?.match(/^\/([a-z]+)(?=[/?#]|$)/)?.[1];
  return next && family && screens.includes(family) ? next : '/';
}
