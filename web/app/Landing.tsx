import { Navigate } from 'react-router';
import { firstPlace } from '../session/first-place.ts';
import { useSession } from '../session/session.ts';

export function Landing() {
  return <Navigate to={firstPlace(useSession()) ?? '/sign-in'} replace />;
}
