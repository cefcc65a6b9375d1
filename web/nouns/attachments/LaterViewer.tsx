import { lazy, Suspense } from 'react';
import type { ViewerProps } from './Viewer.tsx';

const Viewer = lazy(() => import('./Viewer.tsx').then((m) => ({ default: m.Viewer })));

/** Fetched when somebody first looks closely; a phone has it ready for when there is no signal. */
export const LaterViewer = (props: ViewerProps) => (
  <Suspense fallback={null}>
    <Viewer {...props} />
  </Suspense>
);
