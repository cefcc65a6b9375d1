import type { RouteObject } from 'react-router';
import { keepAnswersTo, restoreAnswers } from '../../device/kept-answers.ts';
import { OneReportDocument } from '../../nouns/reports/phone/mine.generated.ts';
import type { ViewerFragment } from '../../session/viewer.generated.ts';
import { VillageReport } from './VillageReport.tsx';
import { VillageReports } from './VillageReports.tsx';
import { VillageScreens } from './VillageScreens.tsx';
import { VillageReportsDocument } from './village.generated.ts';

keepAnswersTo(VillageReportsDocument, OneReportDocument);
export const begin = ({ person, post }: ViewerFragment) => restoreAnswers({ personId: person.id, postId: post.id });

export const routes: RouteObject[] = [
  {
    element: <VillageScreens />,
    children: [
      { index: true, element: <VillageReports /> },
      { path: ':id', element: <VillageReport /> },
    ],
  },
];
