import type { RouteObject } from 'react-router';
import { OpensWithView } from '../../nouns/preferences/OpensWithView.tsx';
import { SearchPage } from './SearchPage.tsx';

export const routes: RouteObject[] = [
  {
    path: '',
    element: (
      <OpensWithView screen="SEARCH" path="/search">
        <SearchPage />
      </OpensWithView>
    ),
    children: [
      { index: true, element: null },
      { path: 'reports/:id', element: null },
    ],
  },
];
