import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { LoadMore } from '../../ui/desk/LoadMore.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import css from './digests.module.css';
import { InstructionTable } from './InstructionTable.tsx';
import { InstructionInboxDocument } from './inbox.generated.ts';

const KINDS = ['INSTRUCTED', 'INSTRUCTION_WITHDRAWN', 'INSTRUCTION_READ'] as const;
const PAGE = 50;

/** Leaders' instructions as they come in; what the office has received can no longer be withdrawn (R46). */
export function InstructionInbox() {
  const { t } = useTranslation('digests');
  const variables = { first: PAGE };
  const { data, error, refetch, fetchMore, loading } = useQuery(InstructionInboxDocument, { variables });
  useRefetchOnChanges(KINDS, () => refetch());
  const unread = data?.instructions.edges.filter(({ node }) => node.state === 'INSTRUCTED' && !node.readAt).length ?? 0;
  useTabTitle(t('inbox.title'), unread);
  return (
    <section className={css.list}>
      <header className={css.listHead}>
        <h1>{t('inbox.title')}</h1>
        {unread > 0 && <span className={css.waiting}>{t('inbox.unread', { count: unread })}</span>}
        <Link to="/digests">{t('backToList')}</Link>
      </header>
      <Loaded
        data={data?.instructions}
        error={error}
        onRetry={() => void refetch()}
        isEmpty={({ edges }) => edges.length === 0}
        empty={<Empty text={t('inbox.none')} />}
      >
        {({ edges, pageInfo }) => (
          <>
            <InstructionTable rows={edges.map(({ node }) => node)} />
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
