import type { ReactNode } from 'react';
import { Empty } from './Empty.tsx';
import { Failed } from './Failed.tsx';
import { Loading } from './Loading.tsx';

interface Props<T> {
  data: T | undefined | null;
  /** The query that it comes from: why it did not, and asking again. */
  asked: { error?: unknown; refetch: () => Promise<unknown> };
  /** Whether there is nothing in it; of a list this is known. */
  isEmpty?: (data: T) => boolean;
  empty?: ReactNode;
  rows?: number;
  /** Whether the page's heading comes with the data. */
  isPage?: boolean;
  children: (data: T) => ReactNode;
}
const isEmptyList = (data: unknown) => Array.isArray(data) && data.length === 0;

/** The four faces of fetched data. Data that is there stays on screen while it is fetched again or when that fails. */
export function Loaded<T>({ data, asked, isEmpty, empty, rows = 5, isPage = false, children }: Props<T>) {
  const { error, refetch } = asked;
  if (data === undefined || data === null)
    return error ? (
      // A failure is shown as the next error.
      <Failed error={error} isPage={isPage} onRetry={() => void refetch().catch(() => undefined)} />
    ) : (
      <Loading rows={rows} />
    );
  if (isEmpty ? isEmpty(data) : empty && isEmptyList(data)) return <>{empty ?? <Empty />}</>;
  return <>{children(data)}</>;
}
