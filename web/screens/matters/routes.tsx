import type { RouteObject } from 'react-router';
import { MattersPage } from './MattersPage.tsx';

/** One page for both, so that the list keeps its place while an instruction is open. */
export const routes: RouteObject[] = [
  {
    path: '',
    element: <MattersPage />,
    children: [
      { index: true, element: null },
      { path: ':id', element: null },
    ],
  },
];
