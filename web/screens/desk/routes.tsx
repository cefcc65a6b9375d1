import type { RouteObject } from 'react-router';
import { OpensWithView } from '../../nouns/preferences/OpensWithView.tsx';
import { DeskPage } from './DeskPage.tsx';
import { OpeningsPage } from './OpeningsPage.tsx';

/** One page for both, so that the queue keeps its place while a report is open. */
export const routes: RouteObject[] = [
  {
    path: '',
    element: (
      <OpensWithView screen="DESK" path="/desk">
        <DeskPage />
      </OpensWithView>
    ),
    children: [
      { index: true, element: null },
      { path: 'reports/:id', element: null },
    ],
  },
  { path: 'openings', element: <OpeningsPage /> },
];
