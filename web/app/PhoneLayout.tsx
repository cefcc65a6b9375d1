import 'antd-mobile/es/global'; // before our own colours and sizes below, which must win
import { ApolloProvider } from '@apollo/client/react';
import { lazy, Suspense, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation } from 'react-router';
import { useTold } from '../device/as-of.ts';
import { client } from '../live/apollo.ts';
import { Bell } from '../nouns/notifications/Bell.tsx';
import { useSession } from '../session/session.ts';
import { useActingName } from '../session/usePostName.ts';
import type { ViewerFragment } from '../session/viewer.generated.ts';
import { isHandheld } from '../ui/look.ts';
import { Icon } from '../ui/phone/Icon.tsx';
import { shanghaiTime } from '../ui/time.ts';
import { useHeightProperty } from '../ui/useHeightProperty.ts';
import { useLook } from '../ui/useLook.ts';
import { useOnline } from '../ui/useOnline.ts';
import { FirstRun, useFirstRun } from './FirstRun.tsx';
import { useLargeType } from './useLargeType.ts';
import './phone-layout.css';

/** Behind a tap, with sheets and lists that the screens themselves do without. */
const PhoneAccount = lazy(() => import('./PhoneAccount.tsx').then((m) => ({ default: m.PhoneAccount })));

/** The frame of every phone screen: unit and post above, the family's own tabs below. */
export function PhoneLayout() {
  const { t } = useTranslation('ui');
  const session = useSession();
  const online = useOnline();
  useLook('phone');
  useLargeType();
  const [open, setOpen] = useState<boolean>();
  const { pathname } = useLocation();
  const isOnPhone = session.status === 'signedIn' && isHandheld();
  const firstRun = useFirstRun(isOnPhone ? session.viewer.person.id : undefined);
  if (session.status !== 'signedIn') return <Outlet />;
  return (
    <ApolloProvider client={client}>
      <div className="phone">
        <PhoneHeader viewer={session.viewer} onMenu={() => setOpen(true)} />
        {(!online || session.isRemembered) && (
          <p className="phone-offline" role="status">
            {session.isExpired ? <Link to="/sign-in">{t('signInToSend')}</Link> : <Offline />}
          </p>
        )}
        <main className="phone-main">
          <Outlet />
        </main>
        {open !== undefined && (
          <Suspense>
            <PhoneAccount
              viewer={session.viewer}
              open={open}
              onClose={() => setOpen(false)}
              onWelcome={firstRun.open}
            />
          </Suspense>
        )}
        {firstRun.isOpen && <FirstRun isLeader={pathname.startsWith('/leader')} onClose={firstRun.close} />}
      </div>
    </ApolloProvider>
  );
}

/** One bar: that there is no network, and as of when the screen speaks where it shows what was kept. */
function Offline() {
  const { t } = useTranslation('ui');
  const at = useTold();
  return at === undefined ? t('offlineWriting') : t('asOf', { time: shanghaiTime(at) });
}

function PhoneHeader({ viewer: { person, post }, onMenu }: { viewer: ViewerFragment; onMenu: () => void }) {
  const { t } = useTranslation('session');
  const actingName = useActingName();
  const bar = useRef<HTMLElement>(null);
  useHeightProperty(bar, '--header');
  return (
    <header className="phone-header" ref={bar}>
      <img src="/icon.svg" alt="" width="32" height="32" />
      <div className="as-stack phone-who">
        <strong>{post.unit.name}</strong>
        <span>
          {person.name} · {actingName(post)}
        </span>
      </div>
      <Bell />
      <button type="button" className="phone-menu" aria-label={t('account')} onClick={onMenu}>
        <Icon of="more" size={26} />
      </button>
    </header>
  );
}
