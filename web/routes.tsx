import type { Screen } from '@lxq/schema/roles.ts';
import { type ComponentType, lazy, type ReactNode, Suspense, useEffect } from 'react';
import { createBrowserRouter, Outlet, type RouteObject, useRoutes } from 'react-router';
import { Arrival } from './session/Arrival.tsx';
import { Landing } from './session/Landing.tsx';
import { RequireScreen } from './session/RequireScreen.tsx';
import { useSession } from './session/session.ts';
import { Crashed } from './ui/Crashed.tsx';
import { Loading } from './ui/Loading.tsx';
import { NotFound } from './ui/NotFound.tsx';

const SignIn = lazy(() => import('./session/SignIn.tsx').then((m) => ({ default: m.SignIn })));
const DeskLayout = lazy(() => import('./session/DeskLayout.tsx').then((m) => ({ default: m.DeskLayout })));
const PhoneLayout = lazy(() => import('./session/PhoneLayout.tsx').then((m) => ({ default: m.PhoneLayout })));

type Family = () => Promise<{ routes: RouteObject[] }>;

/** A family's routes are fetched with its screens, when it is first opened. */
const family = (load: Family) =>
  lazy(() =>
    load().then(({ routes }) => ({ default: () => useRoutes([...routes, { path: '*', element: <NotFound /> }]) })),
  );

const desks: Partial<Record<Screen, ComponentType>> = {
  home: family(() => import('./home/routes.tsx')),
  desk: family(() => import('./desk/routes.tsx')),
  digests: family(() => import('./digests/routes.tsx')),
  analyst: family(() => import('./analyst/routes.tsx')),
  search: family(() => import('./search/routes.tsx')),
  network: family(() => import('./network/routes.tsx')),
  admin: family(() => import('./admin/routes.tsx')),
};
const phones: Partial<Record<Screen, ComponentType>> = {
  officer: family(() => import('./officer/routes.tsx')),
  village: family(() => import('./village/routes.tsx')),
  leader: family(() => import('./leader/routes.tsx')),
};

function Shell() {
  const session = useSession();
  // Another post sees other rows: nothing of the old screens may stay.
  const key = session.status === 'signedIn' ? session.viewer.post.id : session.status;
  const reports = session.status === 'signedIn' && session.viewer.screens.includes('officer');
  useEffect(() => {
    // Whatever screen is open, what was written on the phone goes out.
    if (reports) void import('./officer/sending.ts').then(({ startSending }) => startSending());
  }, [reports]);
  return (
    <Arrival>
      <Suspense fallback={<Loading />}>
        <Outlet key={key} />
      </Suspense>
    </Arrival>
  );
}

function under(layout: ReactNode, families: Partial<Record<Screen, ComponentType>>): RouteObject {
  return {
    element: layout,
    children: Object.entries(families).map(([screen, Screens]) => ({
      path: `${screen}/*`,
      errorElement: <Crashed />,
      element: (
        <RequireScreen screen={screen as Screen}>
          <Suspense fallback={<Loading />}>
            <Screens />
          </Suspense>
        </RequireScreen>
      ),
    })),
  };
}

export const router = createBrowserRouter([
  {
    element: <Shell />,
    errorElement: <Crashed />,
    children: [
      { index: true, element: <Landing /> },
      { path: 'sign-in', element: <SignIn /> },
      under(<DeskLayout />, desks),
      under(<PhoneLayout />, phones),
      { path: '*', element: <NotFound /> },
    ],
  },
]);
