import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { DigestPrint } from '../../nouns/digests/DigestPrint.tsx';
import { DigestList } from './DigestList.tsx';

/** The editor is the larger half of this family, and the list opens without it. */
const DigestDesk = lazy(() => import('./DigestDesk.tsx').then((m) => ({ default: m.DigestDesk })));

export const routes: RouteObject[] = [
  { index: true, element: <DigestList /> },
  { path: ':id', element: <DigestDesk /> },
  { path: ':id/print', element: <DigestPrint /> },
];
