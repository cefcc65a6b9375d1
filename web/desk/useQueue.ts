import { useApolloClient } from '@apollo/client/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { chime } from '../live/sound.ts';
import { useRefetchOnChanges } from '../live/useChanges.ts';
import { admits, type Filter } from '../reports/filter.ts';
import { ReportIdsDocument } from '../reports/reports.generated.ts';
import { type ListedReport, PAGE, useReportPages } from '../reports/useReportPages.ts';
import { countNewcomers } from './newcomers.ts';

/** The list a clerk works through: nothing jumps under the cursor, what they have handled leaves, what comes is announced. */
export function useQueue(filter: Filter) {
  const pages = useReportPages(filter);
  const [handled, setHandled] = useState<ReadonlySet<string>>(new Set());
  const key = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter is another list
  useEffect(() => setHandled(new Set()), [key]);

  const rows = useMemo(
    () => pages.rows?.filter((row) => !handled.has(row.id) || admits(filter, row)),
    [pages.rows, handled, filter],
  );
  const newcomers = useNewcomers(filter, pages.rows, pages.hasMore);
  return {
    ...pages,
    filter,
    rows,
    newcomers: newcomers.count,
    /** Takes out of sight what no longer belongs in the list because the clerk has just handled it. */
    leave: (ids: readonly string[]) => setHandled((now) => new Set([...now, ...ids])),
    refresh: async () => {
      newcomers.forget();
      await pages.refetch();
    },
  };
}
export type Queue = ReturnType<typeof useQueue>;

/** How many reports the server would now show that the list does not hold; the server alone knows what the filter admits. */
function useNewcomers(filter: Filter, rows: ListedReport[] | undefined, hasMore: boolean) {
  const client = useApolloClient();
  const [count, setCount] = useState(0);
  const latest = useRef({ filter, rows, hasMore, count });
  latest.current = { filter, rows, hasMore, count };
  const key = JSON.stringify(filter);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another filter is another list
  useEffect(() => setCount(0), [key]);

  useRefetchOnChanges(null, async () => {
    const asked = latest.current.filter;
    const { data } = await client
      .query({ query: ReportIdsDocument, variables: { filter: asked, first: PAGE }, fetchPolicy: 'no-cache' })
      .catch(() => ({ data: undefined }));
    if (!data || asked !== latest.current.filter) return;
    const shown = new Set(latest.current.rows?.map((row) => row.id));
    const head = data.reports.edges.map((edge) => edge.node.id);
    const found = countNewcomers(head, shown, latest.current.hasMore);
    // What comes back among the finished ones calls nobody.
    if (found > latest.current.count && asked.tray !== 'DONE') chime();
    setCount(found);
  });
  return { count, forget: () => setCount(0) };
}
