import type { RouteObject } from 'react-router';
import { AnalystList } from './AnalystList.tsx';
import { AnalystPage } from './AnalystPage.tsx';

export const routes: RouteObject[] = [
  { index: true, element: <AnalystPage /> },
  {
    path: 'reports',
    element: <AnalystList />,
    children: [
      { index: true, element: null },
      { path: ':id', element: null },
    ],
  },
];
