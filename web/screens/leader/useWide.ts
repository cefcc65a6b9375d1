import { useSyncExternalStore } from 'react';

const wide = window.matchMedia('(min-width: 960px)');

function listen(hear: () => void) {
  // Safari below 14 knows only the older pair.
  if (!wide.addEventListener) return () => {};
  wide.addEventListener('change', hear);
  return () => wide.removeEventListener('change', hear);
}

/** True where two panes fit side by side. */
export const useWide = (): boolean => useSyncExternalStore(listen, () => wide.matches);
