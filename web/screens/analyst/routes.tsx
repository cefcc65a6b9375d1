import type { RouteObject } from 'react-router';
import { OpensWithView } from '../../nouns/preferences/OpensWithView.tsx';
import { AnalystList } from './AnalystList.tsx';
import { AnalystPage } from './AnalystPage.tsx';
import { BehindPage } from './BehindPage.tsx';

export const routes: RouteObject[] = [
  { index: true, element: <AnalystPage /> },
  { path: 'rows', element: <BehindPage /> },
  {
    path: 'reports',
    element: (
      <OpensWithView screen="ANALYST" path="/analyst/reports">
        <AnalystList />
      </OpensWithView>
    ),
    children: [
      { index: true, element: null },
      { path: ':id', element: null },
    ],
  },
];
