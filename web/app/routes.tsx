import type { Screen } from '@lxq/schema/roles.ts';
import { type ComponentType, Suspense, useEffect } from 'react';
import { Navigate, Outlet, type RouteObject, useLocation, useRoutes } from 'react-router';
import { i18n } from '../i18n/i18n.ts';
import { SignIn } from '../screens/sign-in/SignIn.tsx';
import { useSession } from '../session/session.ts';
import { session$ } from '../session/session-store.ts';
import { Loading } from '../ui/Loading.tsx';
import { NotFound } from '../ui/NotFound.tsx';
import { UpdatePrompt } from '../ui/UpdatePrompt.tsx';
import { Arrival } from './Arrival.tsx';
import { foresee } from './foresight.ts';
import { Holding } from './Holding.tsx';
import { Landing } from './Landing.tsx';
import { lazily } from './lazily.ts';
import { RequireScreen } from './RequireScreen.tsx';
import { FAMILIES, type Family, FRAMES, NOTIFICATIONS, PAPERS, TOKENS } from './screens.ts';

const frames = {
  desk: lazily(() => FRAMES.desk().then((m) => m.DeskLayout)),
  phone: lazily(() => FRAMES.phone().then((m) => m.PhoneLayout)),
};
type Frame = keyof typeof frames;

/** A family's routes are fetched with its screens and words, when it is first opened. */
async function screensOf({ words, load }: Family): Promise<ComponentType> {
  const session = session$.get();
  const loading = load().then(async ({ routes, begin }) => {
    if (session.status === 'signedIn') await begin?.(session.viewer);
    return routes;
  });
  const [routes] = await Promise.all([loading, i18n.loadNamespaces(words)]);
  return () => useRoutes([...routes, { path: '*', element: <NotFound isPage /> }]);
}

const families = (['desk', 'phone'] as const).flatMap((frame) =>
  Object.entries(FAMILIES[frame]).map(([screen, family]) => ({
    frame,
    screen: screen as Screen,
    ...lazily(() => screensOf(family)),
  })),
);

/** Everything of a screen is there before it is drawn. */
export async function prepare(screen: string | undefined): Promise<void> {
  const family = families.find((one) => one.screen === screen);
  if (family) await Promise.all([frames[family.frame].fetch(), family.fetch()]);
}

/** Screens whose promises the outbox keeps. */
const WRITING = ['officer', 'leader'];

function Shell() {
  const session = useSession();
  // Another post sees other rows: nothing of the old screens may stay.
  const key = session.status === 'signedIn' ? session.viewer.post.id : session.status;
  const reports = session.status === 'signedIn' && session.viewer.screens.some((screen) => WRITING.includes(screen));
  useEffect(() => {
    // Whatever screen is open, what was written on the phone goes out.
    if (reports) void import('../device/sending.ts').then(({ startSending }) => startSending());
  }, [reports]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key tells every change of person and post
  useEffect(() => void foresee(session), [key]);
  return (
    <Arrival>
      <Suspense fallback={<Loading />}>
        <Outlet key={key} />
        <UpdatePrompt />
      </Suspense>
    </Arrival>
  );
}

function under(kind: Frame): RouteObject {
  const { Component: Layout } = frames[kind];
  return {
    element: <Layout />,
    children: families
      .filter(({ frame }) => frame === kind)
      .map(({ screen, Component: Screens }) => ({
        path: `${screen}/*`,
        element: (
          <Holding>
            <RequireScreen screen={screen}>
              <Suspense fallback={<Loading />}>
                <Screens />
              </Suspense>
            </RequireScreen>
          </Holding>
        ),
      })),
  };
}

const OWN = [
  { path: 'papers/*', ...lazily(() => screensOf(PAPERS)) },
  { path: 'notifications/*', ...lazily(() => screensOf(NOTIFICATIONS)) },
  { path: 'tokens/*', ...lazily(() => screensOf(TOKENS)) },
];

/** Whichever frame its reader is at home in: what they may read says the server. */
function OwnFrame() {
  const session = useSession();
  const { pathname } = useLocation();
  if (session.status !== 'signedIn') return <Navigate to={`/sign-in?next=${encodeURIComponent(pathname)}`} replace />;
  const [home] = session.viewer.screens;
  const { Component: Layout } = frames[home && home in FAMILIES.phone ? 'phone' : 'desk'];
  return <Layout />;
}
const inOwnFrame: RouteObject = {
  element: <OwnFrame />,
  children: OWN.map(({ path, Component }) => ({
    path,
    element: (
      <Holding>
        <Suspense fallback={<Loading />}>
          <Component />
        </Suspense>
      </Holding>
    ),
  })),
};

/** An address outside every frame. */
const Nowhere = () => (
  <main>
    <NotFound isPage />
  </main>
);

const ROUTES: RouteObject[] = [
  {
    element: (
      <Holding>
        <Shell />
      </Holding>
    ),
    children: [
      { index: true, element: <Landing /> },
      { path: 'sign-in', element: <SignIn /> },
      under('desk'),
      under('phone'),
      inOwnFrame,
      { path: '*', element: <Nowhere /> },
    ],
  },
];

/** What stands at the address. */
export const Addressed = () => useRoutes(ROUTES);
