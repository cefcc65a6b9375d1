import { useQuery } from '@apollo/client/react';
import { InfiniteScroll } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import { AsOf } from '../../device/AsOf.tsx';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { ISSUES } from './ahead.ts';
import { IssueCard } from './IssueCard.tsx';
import { LeaderIssuesDocument } from './leader.generated.ts';
import css from './leader.module.css';

export function IssueList() {
  const { t } = useTranslation('leader');
  const variables = ISSUES;
  const { data, error, refetch, fetchMore } = useQuery(LeaderIssuesDocument, { variables });
  useRefetchOnChanges(['DIGEST_ISSUED'], () => refetch());
  return (
    <section className={css.page}>
      <h1 className={css.pageTitle}>{t('issues.title')}</h1>
      <AsOf questions={[[LeaderIssuesDocument, variables]]} />
      <Loaded
        data={data?.digests}
        error={error}
        onRetry={() => void refetch()}
        isEmpty={({ edges }) => edges.length === 0}
        empty={<Empty text={t('issues.none')} />}
      >
        {({ edges, pageInfo }) => (
          <>
            {edges.map(({ node }) => (
              <IssueCard key={node.id} issue={node} />
            ))}
            <InfiniteScroll
              hasMore={pageInfo.hasNextPage}
              loadMore={async () => {
                await fetchMore({ variables: { ...variables, after: pageInfo.endCursor } });
              }}
            />
          </>
        )}
      </Loaded>
    </section>
  );
}
