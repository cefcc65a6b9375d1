import { lazy, Suspense, useState } from 'react';
import type { ViewerProps } from './Viewer.tsx';

/** Fetched when somebody first looks closely; a phone has it ready for when there is no signal. */
const Viewer = lazy(() => import('./Viewer.tsx').then((m) => ({ default: m.Viewer })));

/** `look` opens one of the photos in large; `viewer` stands beside them. */
export function useCloseLook(shown: Pick<ViewerProps, 'photos' | 'anew' | 'deedOf'>) {
  const [openId, setOpenId] = useState<string>();
  return {
    look: setOpenId,
    viewer: openId && (
      <Suspense fallback={null}>
        <Viewer {...shown} openId={openId} onTurn={setOpenId} onClose={() => setOpenId(undefined)} />
      </Suspense>
    ),
  };
}
