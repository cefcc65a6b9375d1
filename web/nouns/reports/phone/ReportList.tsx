import { InfiniteScroll, PullToRefresh } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../../ui/Empty.tsx';
import { Loaded } from '../../../ui/Loaded.tsx';
import type { MyReportsQuery } from './mine.generated.ts';
import { ReportCard } from './ReportCard.tsx';
import './cards.css';

interface Props {
  reports: MyReportsQuery['reports'] | undefined;
  error: unknown;
  empty: string;
  to: (id: string) => string;
  refetch: () => Promise<unknown>;
  more: (after: string | null) => Promise<unknown>;
}

/** Cards of reports; pulled down they are fetched again, at the end the next ones come. */
export function ReportList({ reports, error, empty, to, refetch, more }: Props) {
  const { t } = useTranslation('officer');
  const isEmpty = (list: MyReportsQuery['reports']) => list.edges.length === 0;
  return (
    <PullToRefresh onRefresh={() => refetch().catch(() => undefined)}>
      <Loaded
        data={reports}
        error={error}
        onRetry={() => void refetch()}
        isEmpty={isEmpty}
        empty={<Empty text={empty} />}
      >
        {({ edges, pageInfo }) => (
          <div className="as-stack cards">
            {edges.map(({ node }) => (
              <ReportCard key={node.id} report={node} to={to(node.id)} />
            ))}
            <InfiniteScroll
              hasMore={pageInfo.hasNextPage}
              loadMore={() => more(pageInfo.endCursor).then(() => undefined)}
            >
              {(hasMore, hasFailed, retry) => {
                if (hasFailed)
                  return (
                    <button type="button" onClick={retry}>
                      {t('mine.more')}
                    </button>
                  );
                return <span>{hasMore ? '…' : t('mine.end')}</span>;
              }}
            </InfiniteScroll>
          </div>
        )}
      </Loaded>
    </PullToRefresh>
  );
}
