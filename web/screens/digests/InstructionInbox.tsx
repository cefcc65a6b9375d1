import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { INSTRUCTION_CHANGES } from '../../nouns/instructions/changes.ts';
import { Empty } from '../../ui/Empty.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { usePages } from '../../ui/usePages.ts';
import { InstructionTable } from './InstructionTable.tsx';
import { InstructionInboxDocument } from './inbox.generated.ts';
import css from './lists.module.css';

const PAGE = 50;

/** Leaders' instructions as they come in; what the office has received can no longer be withdrawn (R46). */
export function InstructionInbox() {
  const { t } = useTranslation('digests');
  const asked = useQuery(InstructionInboxDocument, { variables: { first: PAGE } });
  const pages = usePages(asked.data?.instructions, asked);
  useRefetchOnChanges(INSTRUCTION_CHANGES, pages.refetch);
  const unread = pages.rows?.filter(({ state, readAt }) => state === 'INSTRUCTED' && !readAt).length ?? 0;
  useTabTitle(t('inbox.title'), unread);
  return (
    <section className={css.list}>
      <header className={css.listHead}>
        <h1>{t('inbox.title')}</h1>
        {unread > 0 && <span className={css.waiting}>{t('inbox.unread', { count: unread })}</span>}
        <Link to="/digests">{t('backToList')}</Link>
      </header>
      <PagedList pages={pages} empty={<Empty text={t('inbox.none')} />}>
        {(rows) => <InstructionTable rows={rows} />}
      </PagedList>
    </section>
  );
}
