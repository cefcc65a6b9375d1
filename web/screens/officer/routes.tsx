import { type ComponentType, lazy } from 'react';
import type { RouteObject } from 'react-router';
import { restoreAnswers } from '../../device/kept-answers.ts';
import type { ViewerFragment } from '../../session/viewer.generated.ts';
import { fetchOfficerAhead } from './ahead.ts';
import { lookAhead } from './latest-draft.ts';
import { fetchTerms } from './lists.ts';
import { authorOf, NewReport, OpenedDraft } from './NewReport.tsx';
import { OfficerScreens } from './OfficerScreens.tsx';

/** The form is what an officer opens the app for; the screens after it come while it is filled in. */
const later = {
  Sent: () => import('./Sent.tsx').then((m) => m.Sent),
  MyReports: () => import('./MyReports.tsx').then((m) => m.MyReports),
  MyReport: () => import('./MyReport.tsx').then((m) => m.MyReport),
  Outbox: () => import('./outbox/Outbox.tsx').then((m) => m.Outbox),
};
const screen = (load: () => Promise<ComponentType>) => lazy(() => load().then((Screen) => ({ default: Screen })));
const Sent = screen(later.Sent);
const MyReports = screen(later.MyReports);
const MyReport = screen(later.MyReport);
const Outbox = screen(later.Outbox);

/** Everything that must open when the signal has gone meanwhile. */
function fetchLater() {
  const loads = [
    ...Object.values(later),
    () => import('../../ui/phone/dialogs.ts'),
    // On its first day the page is not yet the service worker's, and a photo may be chosen where there is no signal.
    () => import('../../device/compress.ts'),
    () => import('../../device/recording.ts'),
    () => import('../../nouns/attachments/Viewer.tsx'),
  ];
  for (const load of loads) load().catch(() => undefined);
  fetchOfficerAhead();
}

export async function begin(viewer: ViewerFragment) {
  fetchTerms();
  const author = authorOf(viewer);
  await Promise.all([lookAhead(author), restoreAnswers(author)]);
}

export const routes: RouteObject[] = [
  {
    element: <OfficerScreens onCalm={fetchLater} />,
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
