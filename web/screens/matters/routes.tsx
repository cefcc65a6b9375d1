import type { RouteObject } from 'react-router';
import { MattersPage } from './MattersPage.tsx';
import { RevisitsPage } from './revisits/RevisitsPage.tsx';

/** One page for each list and what is open of it, so that the list keeps its place. */
export const routes: RouteObject[] = [
  {
    path: 'revisits',
    element: <RevisitsPage />,
    children: [
      { index: true, element: null },
      { path: ':id', element: null },
    ],
  },
  {
    path: '',
    element: <MattersPage />,
    children: [
      { index: true, element: null },
      { path: ':id', element: null },
    ],
  },
];
