import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Loaded } from './Loaded.tsx';
import { PlainButton } from './PlainButton.tsx';
import type { Pages } from './usePages.ts';
import './paged-list.css';

interface Props<Row> {
  pages: Pages<Row>;
  /** What is said where there is nothing. */
  empty: ReactNode;
  /** How many rows the placeholder has. */
  placeholders?: number;
  children: (rows: readonly Row[]) => ReactNode;
}

/** A list of any screen that goes on as it is scrolled. */
export function PagedList<Row>({ pages, empty, placeholders, children }: Props<Row>) {
  return (
    <Loaded
      data={pages.rows}
      asked={pages}
      isEmpty={(rows) => rows.length === 0 && !pages.hasMore}
      empty={empty}
      {...(placeholders ? { rows: placeholders } : {})}
    >
      {(rows) => (
        <>
          {children(rows)}
          <End {...pages} />
        </>
      )}
    </Loaded>
  );
}

/** Loads the next page when it comes into sight; a button for the keyboard, and where it did not come. */
function End({ hasMore, isLoadingMore, isAsked, loadMore }: Omit<Pages<unknown>, 'rows'>) {
  const { t } = useTranslation();
  const mark = useRef<HTMLDivElement>(null);
  const isWatched = hasMore && !isAsked;
  useEffect(() => {
    if (!isWatched || !mark.current) return;
    const watcher = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && loadMore(), {
      rootMargin: '400px',
    });
    watcher.observe(mark.current);
    return () => watcher.disconnect();
  }, [isWatched, loadMore]);
  const isMissing = isAsked && !isLoadingMore;
  useEffect(() => {
    if (!isMissing) return;
    addEventListener('online', loadMore);
    return () => removeEventListener('online', loadMore);
  }, [isMissing, loadMore]);
  return (
    <div ref={mark} className="paged-list-end">
      <output>{isMissing && t('page.missing')}</output>{' '}
      {hasMore ? (
        <PlainButton onClick={loadMore} aria-disabled={isLoadingMore}>
          {t(isLoadingMore ? 'page.loading' : 'page.more')}
        </PlainButton>
      ) : (
        t('page.end')
      )}
    </div>
  );
}
