import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { Lateness } from '../../nouns/digests/Lateness.tsx';
import { useIssueName, usePeriodText } from '../../nouns/digests/useIssueName.ts';
import { useViewer } from '../../session/session.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { shanghaiDay } from '../../ui/time.ts';
import { NewestIssueDocument, type NewestIssueQuery } from './home.generated.ts';

type Issue = NewestIssueQuery['digests']['edges'][number]['node'];
const TITLES = 8;

/** The last issue that went out, with its contents. */
export function NewestIssue() {
  const { t } = useTranslation('home');
  const { data, error, refetch } = useQuery(NewestIssueDocument);
  useRefetchOnChanges(['DIGEST_ISSUED', 'DIGEST_OVERDUE'], refetch);
  return (
    <section className="as-panel home-card">
      <h2>{t('issue.newest')}</h2>
      <Loaded
        data={data?.digests.edges.map(({ node }) => node)}
        asked={{ error, refetch }}
        empty={<Empty text={t('issue.none')} />}
      >
        {([issue]) => issue && <Contents issue={issue} />}
      </Loaded>
    </section>
  );
}

function Contents({ issue }: { issue: Issue }) {
  const { t } = useTranslation('home');
  const issueName = useIssueName();
  const period = usePeriodText();
  const canOpen = useViewer().screens.includes('digests');
  const name = `${issue.title} ${issueName(issue)}`;
  const more = issue.items.length - TITLES;
  return (
    <>
      {canOpen && <Lateness rows={[issue]} />}
      <p className="home-issue">
        {canOpen ? <Link to={`/digests/${issue.id}`}>{name}</Link> : <strong>{name}</strong>}
      </p>
      <p className="home-faint">
        {period(issue)} · {t('issue.items', { count: issue.itemCount })}
        {issue.issuedAt && ` · ${t('issue.issuedOn', { day: shanghaiDay(issue.issuedAt) })}`}
      </p>
      <ol className="home-titles">
        {issue.items.slice(0, TITLES).map(({ id, title }) => (
          <li key={id}>{title}</li>
        ))}
      </ol>
      {more > 0 && <p className="home-faint">{t('issue.more', { count: more })}</p>}
    </>
  );
}
