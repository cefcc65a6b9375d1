import type { ReactNode } from 'react';
import type { RouteObject } from 'react-router';
import { CasesPage } from './cases/CasesPage.tsx';
import { CensuresPage } from './censures/CensuresPage.tsx';
import { MattersPage } from './MattersPage.tsx';
import { OrdersPage } from './orders/OrdersPage.tsx';
import { RevisitsPage } from './revisits/RevisitsPage.tsx';
import { SupervisionPage } from './supervision/SupervisionPage.tsx';
import { ThemesPage } from './themes/ThemesPage.tsx';

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
  listAt('orders', <OrdersPage />),
  listAt('censures', <CensuresPage />),
  listAt('themes', <ThemesPage />),
  { path: 'supervision', element: <SupervisionPage /> },
  listAt('', <MattersPage />),
];
