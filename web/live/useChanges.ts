import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { ChangeKind } from '../contract.generated.ts';
import { stream } from './live.ts';
import { paced } from './pace.ts';
import type { Change, LiveState } from './stream.ts';

/** Which changes concern a screen: all when null, those of some kinds, or what it says itself. */
type Concern = readonly ChangeKind[] | null | ((change: Change) => boolean);

const concerns = (concern: Concern, change: Change) =>
  concern === null || (typeof concern === 'function' ? concern(change) : concern.includes(change.kind));

/**
 * Calls `onChange` for each change that concerns the screen, in order, none twice; after a cut the missed ones come.
 * `onResync` is called when history has gone: fetch the screen anew.
 */
export function useChanges(concern: Concern, onChange: (change: Change) => void, onResync: () => void) {
  const latest = useRef({ concern, onChange, onResync });
  latest.current = { concern, onChange, onResync };
  useEffect(
    () =>
      stream.listen((change) => {
        const now = latest.current;
        if (change.kind === 'RESYNC') now.onResync();
        else if (concerns(now.concern, change)) now.onChange(change);
      }),
    [],
  );
}

const PAUSE_MS = 1_000;

/** Fetches again soon after a change that concerns the screen; while a burst lasts about once a second, and once after it. */
export function useRefetchOnChanges(concern: Concern, refetch: () => unknown, waitMs = 300) {
  const latest = useRef(refetch);
  latest.current = refetch;
  const pace = useRef<ReturnType<typeof paced>>(undefined);
  useEffect(() => {
    const own = paced(() => latest.current(), waitMs, Math.max(waitMs, PAUSE_MS));
    pace.current = own;
    return own.stop;
  }, [waitMs]);
  const soon = () => pace.current?.soon();
  useChanges(concern, soon, soon);
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(stream.watch, stream.state);
}
