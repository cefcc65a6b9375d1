import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { TokensPage } from './TokensPage.tsx';

/** An editor with a language of its own weighs more than all the rest of the app. */
const ExplorerPage = lazy(() => import('./ExplorerPage.tsx').then((m) => ({ default: m.ExplorerPage })));

export const routes: RouteObject[] = [
  { index: true, element: <TokensPage /> },
  { path: 'explorer', element: <ExplorerPage /> },
];
