import type { ReactNode } from 'react';
import { Empty } from './Empty.tsx';
import { Failed } from './Failed.tsx';
import { Loading } from './Loading.tsx';

interface Props<T> {
  data: T | undefined | null;
  error?: unknown;
  onRetry?: () => void;
  isEmpty?: (data: T) => boolean;
  empty?: ReactNode;
  rows?: number;
  /** Whether the page's heading comes with the data. */
  isPage?: boolean;
  children: (data: T) => ReactNode;
}

/** The four faces of fetched data. Data that is there stays on screen while it is fetched again or when that fails. */
export function Loaded<T>({ data, error, onRetry, isEmpty, empty, rows, isPage, children }: Props<T>) {
  if (data === undefined || data === null)
    return error ? (
      <Failed error={error} isPage={isPage === true} {...(onRetry ? { onRetry } : {})} />
    ) : (
      <Loading rows={rows ?? 5} />
    );
  if (isEmpty?.(data)) return <>{empty ?? <Empty />}</>;
  return <>{children(data)}</>;
}
