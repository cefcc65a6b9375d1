import { Navigate } from 'react-router';
import { useSession } from './session.ts';

export function Landing() {
  const session = useSession();
  if (session.status !== 'signedIn') return <Navigate to="/sign-in" replace />;
  return <Navigate to={`/${session.viewer.screens[0] ?? 'search'}`} replace />;
}
