import { useQuery } from '@apollo/client/react';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { DigestState } from '../../contract.generated.ts';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { DigestsDocument } from '../../nouns/digests/digest.generated.ts';
import { Lateness } from '../../nouns/digests/Lateness.tsx';
import { LoadMore } from '../../ui/desk/LoadMore.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { DigestTable } from './DigestTable.tsx';
import css from './digests.module.css';
import { OpenDigestButton } from './OpenDigestButton.tsx';

const SHOWN: Record<string, DigestState[] | null> = {
  all: null,
  open: ['COLLECTING', 'EDITING', 'REVIEWING', 'APPROVED'],
  issued: ['ISSUED', 'FOLLOWED', 'CLOSED'],
};
const KINDS = ['DIGEST_OPENED', 'DIGEST_MOVED', 'DIGEST_ISSUED', 'DIGEST_READ', 'DIGEST_OVERDUE'] as const;

/** Every issue of the county, newest first. */
export function DigestList() {
  const { t } = useTranslation('digests');
  const [params, setParams] = useSearchParams();
  const shown = params.get('show') ?? 'all';
  const variables = { states: SHOWN[shown] ?? null, first: 20 };
  const { data, error, refetch, fetchMore, loading } = useQuery(DigestsDocument, { variables });
  useRefetchOnChanges(KINDS, () => refetch());
  useTabTitle(t('title'));
  const page = data?.digests;
  return (
    <section className={css.list}>
      <header className={css.listHead}>
        <h1>{t('title')}</h1>
        <Segmented
          value={shown}
          onChange={(show) => setParams(show === 'all' ? {} : { show })}
          options={['all', 'open', 'issued'].map((value) => ({ value, label: t(`show.${value as 'all'}`) }))}
        />
        <Link to="/digests/instructions">{t('inbox.title')}</Link>
        <OpenDigestButton />
      </header>
      <Lateness rows={page?.edges.map(({ node }) => node) ?? []} />
      <Loaded
        data={page}
        error={error}
        onRetry={() => void refetch()}
        isEmpty={({ edges }) => edges.length === 0}
        empty={<Empty text={t('none')} />}
      >
        {({ edges, pageInfo }) => (
          <>
            <DigestTable rows={edges.map(({ node }) => node)} />
            <LoadMore
              hasMore={pageInfo.hasNextPage}
              isLoading={loading}
              onMore={() => void fetchMore({ variables: { ...variables, after: pageInfo.endCursor } })}
            />
          </>
        )}
      </Loaded>
    </section>
  );
}
