import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import './load-more.css';

/** Loads the next page when it comes into sight; a button for the keyboard and where that fails. */
export function LoadMore({ hasMore, isLoading, onMore }: { hasMore: boolean; isLoading: boolean; onMore: () => void }) {
  const { t } = useTranslation();
  const mark = useRef<HTMLDivElement>(null);
  const latest = useRef(onMore);
  latest.current = onMore;
  useEffect(() => {
    if (!hasMore || isLoading || !mark.current) return;
    const watcher = new IntersectionObserver((seen) => seen.some((one) => one.isIntersecting) && latest.current(), {
      rootMargin: '400px',
    });
    watcher.observe(mark.current);
    return () => watcher.disconnect();
  }, [hasMore, isLoading]);
  return (
    <div ref={mark} className="load-more">
      {hasMore ? (
        <Button onClick={onMore} loading={isLoading}>
          {isLoading ? t('page.loading') : t('page.more')}
        </Button>
      ) : (
        <span>{t('page.end')}</span>
      )}
    </div>
  );
}
