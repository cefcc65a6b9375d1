import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { restoreAnswers } from '../../device/kept-answers.ts';
import type { ViewerFragment } from '../../session/viewer.generated.ts';
import { fetchLeaderAhead } from './ahead.ts';
import { CasePage } from './CasePage.tsx';
import { InstructionList } from './InstructionList.tsx';
import { InstructionPage } from './InstructionPage.tsx';
import { IssueList } from './IssueList.tsx';
import { IssueReader } from './IssueReader.tsx';
import { LeaderScreens } from './LeaderScreens.tsx';
import { Today } from './Today.tsx';
import { UrgentReport } from './UrgentReport.tsx';

/** The page to print is large and seldom wanted on a phone. */
const DigestPrint = lazy(() => import('../../nouns/digests/DigestPrint.tsx').then((m) => ({ default: m.DigestPrint })));

export const begin = ({ person, post }: ViewerFragment) => restoreAnswers({ personId: person.id, postId: post.id });

export const routes: RouteObject[] = [
  { path: 'digests/:id/print', element: <DigestPrint /> },
  {
    element: <LeaderScreens onCalm={fetchLeaderAhead} />,
    children: [
      { index: true, element: <Today /> },
      { path: 'digests', element: <IssueList /> },
      { path: 'digests/:id', element: <IssueReader /> },
      { path: 'cases/:id', element: <CasePage /> },
      { path: 'reports/:id', element: <UrgentReport /> },
      { path: 'instructions', element: <InstructionList /> },
      { path: 'instructions/:id', element: <InstructionPage /> },
    ],
  },
];
