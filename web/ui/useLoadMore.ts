import { useCallback, useRef, useState } from 'react';

export interface PageInfo {
  hasNextPage: boolean;
  endCursor: string | null;
}

/** Fetches the page after the last one; a second call while it is under way does nothing. `isAsked`: it is under way, or did not come. */
export function useLoadMore(pageInfo: PageInfo | undefined, fetchAfter: (cursor: string | null) => Promise<unknown>) {
  const isFetching = useRef(false);
  const [askedAt, setAskedAt] = useState<string | null>();
  const { hasNextPage, endCursor } = pageInfo ?? { hasNextPage: false, endCursor: null };
  const latest = useRef(fetchAfter);
  latest.current = fetchAfter;
  const loadMore = useCallback(() => {
    if (isFetching.current || !hasNextPage) return;
    isFetching.current = true;
    setAskedAt(endCursor);
    latest
      .current(endCursor)
      .then(
        () => setAskedAt(undefined),
        () => undefined,
      )
      .finally(() => {
        isFetching.current = false;
      });
  }, [hasNextPage, endCursor]);
  return { loadMore, isAsked: askedAt !== undefined && askedAt === endCursor };
}
