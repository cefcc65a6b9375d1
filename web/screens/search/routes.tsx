import type { RouteObject } from 'react-router';
import { SearchPage } from './SearchPage.tsx';

export const routes: RouteObject[] = [
  {
    path: '',
    element: <SearchPage />,
    children: [
      { index: true, element: null },
      { path: 'reports/:id', element: null },
    ],
  },
];
