import { lazy } from 'react';
import type { RouteObject } from 'react-router';
import { NotificationsPage } from './NotificationsPage.tsx';

/** Opened once in a while. */
const ChannelsPage = lazy(() => import('./ChannelsPage.tsx').then((m) => ({ default: m.ChannelsPage })));

export const routes: RouteObject[] = [
  { index: true, element: <NotificationsPage /> },
  { path: 'channels', element: <ChannelsPage /> },
];
