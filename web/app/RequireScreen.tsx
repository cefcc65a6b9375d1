import type { Screen } from '@lxq/schema/roles.ts';
import type { ReactNode } from 'react';
import { Navigate, useLocation } from 'react-router';
import { useSession } from '../session/session.ts';
import { Forbidden } from '../ui/Failed.tsx';

/** Lets through only a signed-in person whose post opens this screen; the place is kept for after signing in. */
export function RequireScreen({ screen, children }: { screen: Screen; children: ReactNode }) {
  const session = useSession();
  const { pathname, search, hash } = useLocation();
  if (session.status !== 'signedIn')
    return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname + search + hash)}`} replace />;
  if (!session.viewer.screens.includes(screen)) return <Forbidden isPage />;
  return <>{children}</>;
}
