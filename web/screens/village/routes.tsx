import type { RouteObject } from 'react-router';
import { fetchAhead, keepAnswersTo, restoreAnswers } from '../../device/kept-answers.ts';
import { OneReportDocument } from '../../nouns/reports/phone/mine.generated.ts';
import { session$ } from '../../session/session-store.ts';
import type { ViewerFragment } from '../../session/viewer.generated.ts';
import { VillageReport } from './VillageReport.tsx';
import { VillageReports } from './VillageReports.tsx';
import { VillageScreens } from './VillageScreens.tsx';
import { VillageAheadDocument, VillageReportsDocument } from './village.generated.ts';

keepAnswersTo(VillageReportsDocument, VillageAheadDocument, OneReportDocument);

function fetchVillageAhead() {
  const session = session$.get();
  if (session.status === 'signedIn' && !session.isRemembered) void fetchAhead([[VillageAheadDocument, {}]]);
}

export const begin = ({ person, post }: ViewerFragment) => restoreAnswers({ personId: person.id, postId: post.id });

export const routes: RouteObject[] = [
  {
    element: <VillageScreens onCalm={fetchVillageAhead} />,
    children: [
      { index: true, element: <VillageReports /> },
      { path: ':id', element: <VillageReport /> },
    ],
  },
];
