import { LIMITS } from '@lxq/schema/limits.ts';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { Selecting } from '../../nouns/reports/ReportTable.tsx';
import { between } from './between.ts';

/** The reports chosen for a bulk deed, in the order of the list; never more than one deed may name. */
export function useSelection(ids: readonly string[]) {
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | undefined>(undefined);
  const shown = useMemo(() => ids.filter((id) => chosen.has(id)).slice(0, LIMITS.bulk), [ids, chosen]);

  const toggle = useCallback(
    (id: string, isRange: boolean) => {
      setChosen((now) => {
        const next = new Set(now);
        const isAdding = !now.has(id);
        const range = isRange && last.current ? between(ids, last.current, id) : [id];
        for (const each of range) {
          if (isAdding) next.add(each);
          else next.delete(each);
        }
        last.current = id;
        return next;
      });
    },
    [ids],
  );
  const choose = useCallback((some: readonly string[]) => setChosen(new Set(some)), []);

  const selecting = useMemo<Selecting>(
    () => ({
      has: (id) => chosen.has(id),
      toggle,
      all: () => choose(shown.length === ids.length ? [] : ids.slice(0, LIMITS.bulk)),
      isAll: ids.length > 0 && shown.length === ids.length,
      isSome: shown.length > 0 && shown.length < ids.length,
    }),
    [chosen, toggle, choose, shown, ids],
  );
  return { ids: shown, selecting, choose, clear: useCallback(() => choose([]), [choose]) };
}
