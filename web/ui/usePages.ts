import { NetworkStatus } from '@apollo/client';
import { type PageInfo, useLoadMore } from './useLoadMore.ts';
import { useNodes } from './useNodes.ts';

interface Connection<Node> {
  edges: readonly { node: Node }[];
  pageInfo: PageInfo;
}
/** Of useQuery, as far as a list needs it. */
interface Asked {
  error?: unknown;
  networkStatus: NetworkStatus;
  refetch: () => Promise<unknown>;
  fetchMore: (more: { variables: { after: string | null } }) => Promise<unknown>;
}
/** A list that comes page by page. */
export interface Pages<Node> {
  /** Undefined until the first page is there. */
  rows: readonly Node[] | undefined;
  /** They answer an earlier question. */
  isStale: boolean;
  error: unknown;
  hasMore: boolean;
  isLoadingMore: boolean;
  /** The next page was asked for: nothing asks for it again by itself, should it not come. */
  isAsked: boolean;
  loadMore: () => void;
  /** A failure is `error`. */
  refetch: () => Promise<unknown>;
}

/**
 * The pages of a connection that a query has asked for. `earlier` is what another question was answered with: its rows stay
 * until this one is answered, without a next page.
 *
 *   const asked = useQuery(DigestsDocument, { variables });
 *   const pages = usePages(asked.data?.digests, asked);
 */
export function usePages<Node>(
  connection: Connection<Node> | undefined,
  { error, networkStatus, refetch, fetchMore }: Asked,
  earlier?: Connection<Node>,
): Pages<Node> {
  const isStale = !connection && !error && !!earlier?.edges.length;
  return {
    rows: useNodes(isStale ? earlier.edges : connection?.edges),
    isStale,
    error,
    hasMore: connection?.pageInfo.hasNextPage ?? false,
    isLoadingMore: networkStatus === NetworkStatus.fetchMore,
    ...useLoadMore(connection?.pageInfo, (after) => fetchMore({ variables: { after } })),
    refetch: () => refetch().catch(() => undefined),
  };
}
