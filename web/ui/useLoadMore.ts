import { useCallback, useRef } from 'react';

interface PageInfo {
  hasNextPage: boolean;
  endCursor: string | null;
}

/** Fetches the page after the last one; a second call while it is under way does nothing. */
export function useLoadMore(pageInfo: PageInfo | undefined, fetchAfter: (cursor: string | null) => Promise<unknown>) {
  const isFetching = useRef(false);
  const { hasNextPage, endCursor } = pageInfo ?? { hasNextPage: false, endCursor: null };
  const latest = useRef(fetchAfter);
  latest.current = fetchAfter;
  return useCallback(() => {
    if (isFetching.current || !hasNextPage) return;
    isFetching.current = true;
    latest
      .current(endCursor)
      .catch(() => undefined)
      .finally(() => {
        isFetching.current = false;
      });
  }, [hasNextPage, endCursor]);
}
