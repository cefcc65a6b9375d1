import { useCallback, useEffect, useMemo, useState } from 'react';
import { admits } from '../../nouns/reports/filter.ts';
import type { Shown } from '../../nouns/views/viewAddress.ts';
import { useDesk } from './useDesk.ts';
import { useNewcomers } from './useNewcomers.ts';

/** The list a clerk works through: nothing jumps under the cursor, what they have handled leaves, what comes is announced. */
export function useQueue(shown: Shown) {
  const { filter } = shown;
  const desk = useDesk(shown);
  const [handled, setHandled] = useState<ReadonlySet<string>>(new Set());
  const key = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter is another list
  useEffect(() => setHandled(new Set()), [key]);

  const rows = useMemo(
    () => desk.rows?.filter((row) => !handled.has(row.id) || admits(filter, row)),
    [desk.rows, handled, filter],
  );
  const newcomers = useNewcomers(shown, desk);
  return {
    ...desk,
    filter,
    rows,
    newcomers: newcomers.count,
    /** Takes out of sight what no longer belongs in the list because the clerk has just handled it. */
    leave: useCallback((ids: readonly string[]) => setHandled((now) => new Set([...now, ...ids])), []),
    refresh: async () => {
      newcomers.forget();
      await desk.refetch();
    },
  };
}
export type Queue = ReturnType<typeof useQueue>;
