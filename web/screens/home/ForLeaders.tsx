import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { ChangeKind } from '../../contract.generated.ts';
import { useSend } from '../../deeds/useSend.ts';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { useViewer } from '../../session/session.ts';
import { useFailureWords } from '../../ui/failure-words.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { useJoined } from '../../ui/useJoined.ts';
import { AcknowledgeForLeaderDocument, ForLeadersDocument, type ForLeadersQuery } from './home.generated.ts';

const CHANGES: readonly ChangeKind[] = [
  'ALERT_RAISED',
  'ALERT_ACKNOWLEDGED',
  'ALERT_WITHDRAWN',
  'SECRETARY_NAMED',
  'SECRETARY_ENDED',
];
type Alert = ForLeadersQuery['alertsAsSecretary']['edges'][number]['node'];

/** What waits for leaders who have named the viewer to acknowledge their alerts; nothing at all where nobody has. */
export function ForLeaders() {
  const { t } = useTranslation('home');
  const joined = useJoined();
  const { data, error, refetch } = useQuery(ForLeadersDocument, { fetchPolicy: 'cache-and-network' });
  useRefetchOnChanges(CHANGES, refetch);
  const [said, say] = useState('');
  if (!error && !data?.secretaries.length) return null;
  return (
    <section className="as-panel home-card">
      <Loaded data={data} asked={{ error, refetch }} rows={1}>
        {({ secretaries, alertsAsSecretary: { edges, waitingCount } }) => (
          <>
            <h2>
              {t('forLeaders.title')}
              {waitingCount > 0 && <span className="home-late-count">{waitingCount}</span>}
            </h2>
            <p className="home-faint">
              {t('forLeaders.whose', { names: joined(secretaries.map(({ leader }) => leader.name)) })}
            </p>
            <p role="status">{said}</p>
            {edges.length === 0 && <p className="home-faint">{t('forLeaders.none')}</p>}
            <ul className="as-list home-alerts">
              {edges.map(({ node }) => (
                <Waiting key={node.id} alert={node} onSaid={say} />
              ))}
            </ul>
            {waitingCount > edges.length && (
              <p className="home-faint">{t('forLeaders.more', { count: waitingCount - edges.length })}</p>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Waiting({ alert, onSaid }: { alert: Alert; onSaid: (words: string) => void }) {
  const { t } = useTranslation(['home', 'words']);
  const { person } = useViewer();
  const wordsOf = useFailureWords();
  const { isBusy, send } = useSend();
  const { leader, report, raisedAt } = alert;
  const know = async () => {
    const outcome = await send(
      AcknowledgeForLeaderDocument,
      { id: alert.id },
      { refetchQueries: [ForLeadersDocument] },
    );
    if ('failure' in outcome) onSaid(wordsOf(outcome.failure).line);
    if (!('value' in outcome)) return;
    const first = outcome.value.actedBy ?? leader;
    onSaid(
      first.id === person.id
        ? t('forLeaders.done', { name: leader.name, no: report.no })
        : t('forLeaders.first', { name: first.name, no: report.no }),
    );
  };
  return (
    <li>
      <span className="as-stack">
        <span>
          <b className="home-severe">{t(`words:urgency.${report.urgency}`)}</b>{' '}
          <Link className="home-alert-no" to={`/desk/reports/${report.id}`}>
            {report.no}
          </Link>{' '}
          {report.place.fullName}
        </span>
        <span className="home-faint">
          {t('forLeaders.for', { name: leader.name })} · <RelativeTime at={raisedAt} isWhole />
        </span>
      </span>
      <Button
        danger
        loading={isBusy}
        onClick={() => void know()}
        aria-label={t('forLeaders.deedOf', { name: leader.name, no: report.no })}
      >
        {t('forLeaders.deed')}
      </Button>
    </li>
  );
}
