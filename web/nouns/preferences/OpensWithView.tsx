import type { ListScreen } from '@lxq/schema/views/list-screens.ts';
import { type ReactNode, useEffect, useState } from 'react';
import { Navigate, useLocation } from 'react-router';
import { viewSearch } from '../views/viewAddress.ts';
import { useArrangement } from './usePreference.ts';

interface Props {
  screen: ListScreen;
  path: string;
  children: ReactNode;
}

/** Whoever comes to a list without an address of its own gets the view that they open first; who is there already does not. */
export function OpensWithView({ screen, path, children }: Props) {
  const { pathname, search } = useLocation();
  const { firstView } = useArrangement(screen);
  const [isArriving, setArriving] = useState(true);
  useEffect(() => setArriving(false), []);
  const isBare = search === '' && pathname.replace(/\/$/, '') === path;
  if (isArriving && isBare && firstView) return <Navigate to={`${path}?${viewSearch(firstView)}`} replace />;
  return <>{children}</>;
}
