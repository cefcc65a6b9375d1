import { useSyncExternalStore } from 'react';

const narrow = typeof matchMedia === 'undefined' ? null : matchMedia('(max-width: 900px)');

/** A phone, or a window as narrow: tables become cards and the side panel covers the screen. */
export function useIsNarrow(): boolean {
  return useSyncExternalStore(
    (tell) => {
      narrow?.addEventListener('change', tell);
      return () => narrow?.removeEventListener('change', tell);
    },
    () => narrow?.matches ?? false,
  );
}
