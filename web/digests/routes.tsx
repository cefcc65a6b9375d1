import type { RouteObject } from 'react-router';
import { DigestDesk } from './DigestDesk.tsx';
import { DigestList } from './DigestList.tsx';
import { DigestPrint } from './DigestPrint.tsx';

export const routes: RouteObject[] = [
  { index: true, element: <DigestList /> },
  { path: ':id', element: <DigestDesk /> },
  { path: ':id/print', element: <DigestPrint /> },
];
