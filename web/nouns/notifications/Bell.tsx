import { UNREAD_SHOWN } from '@lxq/schema/notifications/badge.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSession } from '../../session/session.ts';
import { countText } from '../../ui/count-text.ts';
import { Icon } from '../../ui/phone/Icon.tsx';
import { useAfter } from '../../ui/useAfter.ts';
import { useUnread } from './useUnread.ts';
import './bell.css';

/** What is on the screen goes first on a slow line. */
const CALM_MS = 1_500;

/** The way to what the viewer is told, with how much of it is new; the frame of every screen has it. */
export function Bell() {
  const { t } = useTranslation('session');
  const session = useSession();
  const isCalm = useAfter(CALM_MS);
  const [count, setCount] = useState(0);
  const shown = count > UNREAD_SHOWN ? `${UNREAD_SHOWN}+` : countText(count);
  if (session.status !== 'signedIn' || session.viewer.post.role === 'ADMIN') return null;
  return (
    <Link
      to="/notifications"
      className="bell"
      aria-label={count ? t('notificationsNew', { shown }) : t('notifications')}
    >
      <Icon of="bell" size={24} />
      {count > 0 && (
        <b className="bell-count" aria-hidden="true">
          {shown}
        </b>
      )}
      {/* Who is remembered without a signal asks nobody. */}
      {isCalm && !session.isRemembered && <Count onCount={setCount} />}
    </Link>
  );
}

function Count({ onCount }: { onCount: (count: number) => void }) {
  useUnread(onCount);
  return null;
}
