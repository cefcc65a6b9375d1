import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSend } from '../../deeds/useSend.ts';
import {
  AcknowledgeNotificationDocument,
  type NotificationRowFragment,
  UnreadNotificationsDocument,
} from '../../nouns/notifications/notifications.generated.ts';
import { tellTabs } from '../../nouns/notifications/useUnread.ts';
import { useFailureWords } from '../../ui/failure-words.ts';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';

interface Props {
  notification: NotificationRowFragment;
  onSaid: (words: string) => void;
}

/** One thing that the viewer is told, where to open it, and where else it went. */
export function NotificationRow({ notification, onSaid }: Props) {
  const { t, i18n } = useTranslation('notifications');
  const { isBusy, send } = useSend();
  const wordsOf = useFailureWords();
  const { id, kind, forName, subject, link, isSevere, createdAt, acknowledgedAt, climbedAt, deliveries } = notification;
  const isNew = !acknowledgedAt;
  const know = async () => {
    const outcome = await send(
      AcknowledgeNotificationDocument,
      { id },
      { refetchQueries: [UnreadNotificationsDocument] },
    );
    if ('failure' in outcome) onSaid(outcome.failure.code === 'OFFLINE' ? t('offline') : wordsOf(outcome.failure).line);
    else tellTabs();
  };
  return (
    <li className={`told-row${isNew ? ' told-new' : ''}${isSevere && isNew ? ' told-severe' : ''}`}>
      <div className="told-what">
        <strong>
          {isSevere && <b className="told-tag">{t('severe')}</b>}
          {t(`kind.${kind}`)}
          {i18n.exists(`notifications:subject.${subject}`) && `（${t(`subject.${subject as 'CASE'}`)}）`}
          {forName && t('forLeader', { name: forName })}
          {isNew && <span className="sr-only">（{t('isNew')}）</span>}
        </strong>
        <small>
          <RelativeTime at={createdAt} isWhole />
          {acknowledgedAt && ` · ${t('known')}`}
          {climbedAt && isNew && ` · ${t('climbed')}`}
        </small>
        {deliveries.map(({ channel, state, failure }) => (
          <small key={channel} className={state === 'FAILED' ? 'told-failed' : ''}>
            {t(`channel.${channel}`)}：{t(`state.${state}`)}
            {failure && state !== 'DELIVERED' && state !== 'SENT' ? `（${failure}）` : ''}
          </small>
        ))}
      </div>
      <div className="told-deeds">
        {link && (
          <Link to={link} className="told-link">
            {t('open')}
          </Link>
        )}
        {isNew && (
          <PlainButton onClick={() => void know()} disabled={isBusy}>
            {t('acknowledge')}
          </PlainButton>
        )}
      </div>
    </li>
  );
}
