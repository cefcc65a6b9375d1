import type { RouteObject } from 'react-router';
import { MyReport } from './MyReport.tsx';
import { MyReports } from './MyReports.tsx';
import { NewReport, OpenedDraft } from './NewReport.tsx';
import { OfficerScreens } from './OfficerScreens.tsx';
import { Outbox } from './Outbox.tsx';
import { Sent } from './Sent.tsx';

export const routes: RouteObject[] = [
  {
    element: <OfficerScreens />,
    children: [
      { index: true, element: <NewReport /> },
      { path: 'draft/:clientId', element: <OpenedDraft /> },
      { path: 'sent/:clientId', element: <Sent /> },
      { path: 'mine', element: <MyReports /> },
      { path: 'mine/:id', element: <MyReport /> },
      { path: 'outbox', element: <Outbox /> },
    ],
  },
];
