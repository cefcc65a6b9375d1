import { useQuery } from '@apollo/client/react';
import { IN_THE_MAKING, ISSUED_STATES } from '@lxq/schema/digests/digest-states.ts';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { DigestState } from '../../contract.generated.ts';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { DigestsDocument } from '../../nouns/digests/digest.generated.ts';
import { Lateness } from '../../nouns/digests/Lateness.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { usePages } from '../../ui/usePages.ts';
import { DigestTable } from './DigestTable.tsx';
import css from './lists.module.css';
import { OpenDigestButton } from './OpenDigestButton.tsx';

const SHOWN: Record<string, DigestState[] | null> = {
  all: null,
  open: [...IN_THE_MAKING],
  issued: [...ISSUED_STATES],
};
const KINDS = ['DIGEST_OPENED', 'DIGEST_MOVED', 'DIGEST_ISSUED', 'DIGEST_READ', 'DIGEST_OVERDUE'] as const;

/** Every issue of the county, newest first. */
export function DigestList() {
  const { t } = useTranslation('digests');
  const [params, setParams] = useSearchParams();
  const shown = params.get('show') ?? 'all';
  const asked = useQuery(DigestsDocument, { variables: { states: SHOWN[shown] ?? null, first: 20 } });
  const pages = usePages(asked.data?.digests, asked);
  useRefetchOnChanges(KINDS, pages.refetch);
  useTabTitle(t('title'));
  return (
    <section className={css.list}>
      <header className={css.listHead}>
        <h1>{t('title')}</h1>
        <Segmented
          value={shown}
          onChange={(show) => setParams(show === 'all' ? {} : { show })}
          options={['all', 'open', 'issued'].map((value) => ({ value, label: t(`show.${value as 'all'}`) }))}
        />
        <Link to="/matters">{t('inbox.title')}</Link>
        <OpenDigestButton />
      </header>
      <Lateness rows={pages.rows ?? []} />
      <PagedList pages={pages} empty={<Empty text={t('none')} />}>
        {(rows) => <DigestTable rows={rows} />}
      </PagedList>
    </section>
  );
}
