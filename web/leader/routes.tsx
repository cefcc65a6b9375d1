import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { InstructionList } from './InstructionList.tsx';
import { IssueList } from './IssueList.tsx';
import { IssueReader } from './IssueReader.tsx';
import { LeaderScreens } from './LeaderScreens.tsx';
import { Today } from './Today.tsx';
import { UrgentReport } from './UrgentReport.tsx';

/** The page to print is large and seldom wanted on a phone. */
const DigestPrint = lazy(() => import('../digests/DigestPrint.tsx').then((m) => ({ default: m.DigestPrint })));

export const routes: RouteObject[] = [
  { path: 'digests/:id/print', element: <DigestPrint /> },
  {
    element: <LeaderScreens />,
    children: [
      { index: true, element: <Today /> },
      { path: 'digests', element: <IssueList /> },
      { path: 'digests/:id', element: <IssueReader /> },
      { path: 'reports/:id', element: <UrgentReport /> },
      { path: 'instructions', element: <InstructionList /> },
    ],
  },
];
