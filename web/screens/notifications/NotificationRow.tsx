import { ACKNOWLEDGE_MINUTES } from '@lxq/schema/alerts/climbing.ts';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { Deliveries } from './Deliveries.tsx';
import type { NotificationRowFragment } from './notifications.generated.ts';
import { useKnow } from './useKnow.ts';

interface Props {
  notification: NotificationRowFragment;
  onSaid: (words: string) => void;
}

/** What the viewer is told of one thing: the newest of it, which thing, where to open it, and where else it went. Whoever opens it knows. */
export function NotificationRow({ notification, onSaid }: Props) {
  const { t, i18n } = useTranslation('notifications');
  const { isBusy, know } = useKnow(notification, onSaid);
  const { kind, forName, subject, link, isSevere, createdAt, count, unreadCount, climbedAt, deliveries } = notification;
  const isNew = unreadCount > 0;
  return (
    <li className={`as-wrap as-panel told-row${isNew ? ' told-new' : ''}${isSevere && isNew ? ' told-severe' : ''}`}>
      <div className="as-stack told-what">
        <strong>
          {isSevere && <b className="told-tag">{t('severe')}</b>}
          {t(`kind.${kind}`)}
          {i18n.exists(`notifications:subject.${subject}`) && `（${t(`subject.${subject as 'CASE'}`)}）`}
          {forName && t('forLeader', { name: forName })}
          {isNew && <span className="sr-only">（{t('isNew')}）</span>}
          {count > 1 && <span className="as-one-line told-count">{t('count', { count })}</span>}
        </strong>
        <About {...notification} />
        <small>
          <RelativeTime at={createdAt} />
          {!isNew && ` · ${t('known')}`}
          {climbedAt && isNew && ` · ${t('climbed', { minutes: ACKNOWLEDGE_MINUTES })}`}
        </small>
        <Deliveries deliveries={deliveries} />
      </div>
      <div className="as-wrap told-deeds">
        {link && (
          <Link to={link} className="told-link" onClick={() => isNew && know()}>
            {t('open')}
          </Link>
        )}
        {isNew && (
          <PlainButton onClick={know} disabled={isBusy}>
            {t('acknowledge')}
          </PlainButton>
        )}
      </div>
    </li>
  );
}

/** Which thing it is; of a trial there is none, and what the viewer sees no longer says so and nothing else. */
function About({ kind, about }: Pick<NotificationRowFragment, 'kind' | 'about'>) {
  const { t } = useTranslation('notifications');
  if (!about) return kind === 'TRIAL' ? null : <small>{t('gone')}</small>;
  return (
    <>
      <span className="as-excerpt told-about">{about.title}</span>
      <small>
        <span className="as-one-line">{about.no}</span>
        {about.place && ` · ${about.place}`}
      </small>
    </>
  );
}
