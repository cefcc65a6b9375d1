import { LIMITS } from '@lxq/schema/limits.ts';
import { useCallback, useMemo, useState } from 'react';
import type { SourceReportFragment } from './editor.generated.ts';

export interface Basket {
  reports: readonly SourceReportFragment[];
  has(id: string): boolean;
  put(reports: readonly SourceReportFragment[]): void;
  take(ids: readonly string[]): void;
  clear(): void;
}

/** Reports picked from the candidates, kept across portfolios until they are gathered. */
export function useBasket(): Basket {
  const [picked, setPicked] = useState<ReadonlyMap<string, SourceReportFragment>>(new Map());
  const put = useCallback(
    (reports: readonly SourceReportFragment[]) =>
      setPicked(
        (now) => new Map([...now, ...reports.map((report) => [report.id, report] as const)].slice(0, LIMITS.bulk)),
      ),
    [],
  );
  const take = useCallback(
    (ids: readonly string[]) => setPicked((now) => new Map([...now].filter(([id]) => !ids.includes(id)))),
    [],
  );
  const clear = useCallback(() => setPicked(new Map()), []);
  return useMemo(
    () => ({ reports: [...picked.values()], has: (id) => picked.has(id), put, take, clear }),
    [picked, put, take, clear],
  );
}
