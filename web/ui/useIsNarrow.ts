import { useSyncExternalStore } from 'react';
import { listenToTypeScale } from './type-scale.ts';

const narrow = typeof matchMedia === 'undefined' ? null : matchMedia('(max-width: 56.25em)');

function listen(tell: () => void) {
  narrow?.addEventListener('change', tell);
  const leave = listenToTypeScale(tell);
  return () => {
    narrow?.removeEventListener('change', tell);
    leave();
  };
}

/** A phone, a window as narrow, or letters as large: tables become cards and the side panel covers the screen. */
export const useIsNarrow = (): boolean => useSyncExternalStore(listen, matches, matches);
const matches = () => narrow?.matches ?? false;
