import type { ReactNode } from 'react';
import type { RouteObject } from 'react-router';
import { CasesPage } from './cases/CasesPage.tsx';
import { MattersPage } from './MattersPage.tsx';
import { RevisitsPage } from './revisits/RevisitsPage.tsx';

/** One page for a list and what is open of it, so that the list keeps its place. */
const listAt = (path: string, page: ReactNode): RouteObject => ({
  ...{ path, element: page },
  children: [
    { index: true, element: null },
    { path: ':id', element: null },
  ],
});
export const routes: RouteObject[] = [
  listAt('cases', <CasesPage />),
  listAt('revisits', <RevisitsPage />),
  listAt('', <MattersPage />),
];
