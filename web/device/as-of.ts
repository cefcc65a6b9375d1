import { useEffect, useSyncExternalStore } from 'react';

/** As of when the screens speak that are open, each for itself. */
const told = new Map<object, number>();
const hearers = new Set<() => void>();
const tell = () => {
  for (const hear of hearers) hear();
};

/** Tells the frame as of when this screen speaks, as long as it is open; undefined while it speaks of now. */
export function useTelling(at: number | undefined): void {
  useEffect(() => {
    if (at === undefined) return;
    const screen = {};
    told.set(screen, at);
    tell();
    return () => {
      told.delete(screen);
      tell();
    };
  }, [at]);
}

/** The oldest of what is shown. */
export const useTold = (): number | undefined =>
  useSyncExternalStore(listen, () => (told.size === 0 ? undefined : Math.min(...told.values())));

function listen(hear: () => void) {
  hearers.add(hear);
  return () => hearers.delete(hear);
}
