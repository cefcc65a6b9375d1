import { Navigate } from 'react-router';
import { firstPlace } from './first-place.ts';
import { useSession } from './session.ts';

export function Landing() {
  return <Navigate to={firstPlace(useSession()) ?? '/sign-in'} replace />;
}
