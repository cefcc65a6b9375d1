import { useQuery } from '@apollo/client/react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSend } from '../../deeds/useSend.ts';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { UnreadNotificationsDocument } from '../../nouns/notifications/unread.generated.ts';
import { CONCERNED } from '../../nouns/notifications/useUnread.ts';
import { Empty } from '../../ui/Empty.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { usePages } from '../../ui/usePages.ts';
import { NotificationRow } from './NotificationRow.tsx';
import { AcknowledgeNotificationsDocument, NotificationsDocument } from './notifications.generated.ts';
import { useUnknownWords } from './useKnow.ts';
import './notifications.css';

const PAGE = 20;

/** What the viewer is told, the newest first, on phone and desk alike. */
export function NotificationsPage() {
  const { t } = useTranslation(['notifications', 'ui']);
  const asked = useQuery(NotificationsDocument, {
    variables: { first: PAGE },
    fetchPolicy: 'cache-and-network',
    notifyOnNetworkStatusChange: true,
  });
  useRefetchOnChanges(CONCERNED, asked.refetch);
  const pages = usePages(asked.data?.notifications, asked);
  const unread = asked.data?.notifications.unreadCount ?? 0;
  useTabTitle(t('title'), unread);
  const [said, say] = useState('');
  return (
    <section className="told">
      <header className="as-ends told-head">
        <Link to="/" className="told-link">
          {t('ui:home')}
        </Link>
        <h1>{t('title')}</h1>
        <Link to="/notifications/channels" className="told-link">
          {t('settings')}
        </Link>
      </header>
      <p className="told-said" role="status">
        {said}
      </p>
      {unread > 0 && pages.rows?.[0] && <KnowAll upTo={pages.rows[0].createdAt} onSaid={say} refetch={asked.refetch} />}
      <PagedList
        pages={pages}
        empty={
          <Empty text={t('none')}>
            <p>{t('noneHint')}</p>
          </Empty>
        }
      >
        {(rows) => (
          <ul className="as-list">
            {rows.map((row) => (
              <NotificationRow key={row.id} notification={row} onSaid={say} />
            ))}
          </ul>
        )}
      </PagedList>
    </section>
  );
}

interface All {
  /** What came later was not seen. */
  upTo: string;
  onSaid: (words: string) => void;
  refetch: () => Promise<unknown>;
}
function KnowAll({ upTo, onSaid, refetch }: All) {
  const { t } = useTranslation('notifications');
  const { isBusy, send } = useSend();
  const wordsOf = useUnknownWords();
  const know = async () => {
    const outcome = await send(
      AcknowledgeNotificationsDocument,
      { upTo },
      { refetchQueries: [UnreadNotificationsDocument] },
    );
    if ('failure' in outcome) onSaid(wordsOf(outcome.failure));
    else if ('value' in outcome) await refetch().catch(() => undefined);
  };
  return (
    <div className="as-row told-all">
      <PlainButton onClick={() => void know()} disabled={isBusy}>
        {t('acknowledgeAll')}
      </PlainButton>
      <small>{t('acknowledgeAllHint')}</small>
    </div>
  );
}
