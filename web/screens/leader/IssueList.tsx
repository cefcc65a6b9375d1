import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { AsOf } from '../../device/AsOf.tsx';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { Empty } from '../../ui/Empty.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { usePages } from '../../ui/usePages.ts';
import { ISSUES } from './ahead.ts';
import { IssueCard } from './IssueCard.tsx';
import { LeaderIssuesDocument } from './leader.generated.ts';
import css from './leader.module.css';

export function IssueList() {
  const { t } = useTranslation('leader');
  const asked = useQuery(LeaderIssuesDocument, { variables: ISSUES });
  const pages = usePages(asked.data?.digests, asked);
  useRefetchOnChanges(['DIGEST_ISSUED'], pages.refetch);
  return (
    <section className={css.page}>
      <h1 className={css.pageTitle}>{t('issues.title')}</h1>
      <AsOf questions={[[LeaderIssuesDocument, ISSUES]]} />
      <PagedList pages={pages} empty={<Empty text={t('issues.none')} />}>
        {(issues) => issues.map((issue) => <IssueCard key={issue.id} issue={issue} />)}
      </PagedList>
    </section>
  );
}
