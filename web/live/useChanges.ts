import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { ChangeKind } from '../contract.generated.ts';
import { stream } from './live.ts';
import type { Change, LiveState } from './stream.ts';

/**
 * Calls `onChange` for each change of these kinds (all kinds when null), in order, none twice; after a cut the missed ones come.
 * `onResync` is called when history has gone: fetch the screen anew.
 */
export function useChanges(
  kinds: readonly ChangeKind[] | null,
  onChange: (change: Change) => void,
  onResync: () => void,
) {
  const latest = useRef({ kinds, onChange, onResync });
  latest.current = { kinds, onChange, onResync };
  useEffect(
    () =>
      stream.listen((change) => {
        const now = latest.current;
        if (change.kind === 'RESYNC') now.onResync();
        else if (now.kinds === null || now.kinds.includes(change.kind)) now.onChange(change);
      }),
    [],
  );
}

/** Fetches the screen again soon after a change of these kinds; a burst of changes costs one fetch. */
export function useRefetchOnChanges(kinds: readonly ChangeKind[] | null, refetch: () => unknown, waitMs = 300) {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(refetch);
  latest.current = refetch;
  const soon = () => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void latest.current(), waitMs);
  };
  useEffect(() => () => clearTimeout(timer.current), []);
  useChanges(kinds, soon, soon);
}

export function useLiveState(): LiveState {
  return useSyncExternalStore(stream.watch, stream.state);
}
