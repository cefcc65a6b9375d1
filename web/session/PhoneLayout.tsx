import { ConfigProvider } from 'antd-mobile';
import enUS from 'antd-mobile/es/locales/en-US';
import zhCN from 'antd-mobile/es/locales/zh-CN';
import { MoreOutline } from 'antd-mobile-icons';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { useHeightProperty } from '../ui/useHeightProperty.ts';
import { useOnline } from '../ui/useOnline.ts';
import { PhoneAccount } from './PhoneAccount.tsx';
import './antd-mobile-root.ts';
import { useSession } from './session.ts';
import type { ViewerFragment } from './viewer.generated.ts';
import './phone-layout.css';

/** The frame of every phone screen: unit and post above, the family's own tabs below. */
export function PhoneLayout() {
  const { t, i18n } = useTranslation('ui');
  const session = useSession();
  const online = useOnline();
  const [open, setOpen] = useState(false);
  if (session.status !== 'signedIn') return <Outlet />;
  return (
    <ConfigProvider locale={i18n.language === 'en' ? enUS : zhCN}>
      <div className="phone">
        <PhoneHeader viewer={session.viewer} onMenu={() => setOpen(true)} />
        {(!online || session.isRemembered) && (
          <p className="phone-offline" role="status">
            {t('offline')}
          </p>
        )}
        <main className="phone-main">
          <Outlet />
        </main>
        <PhoneAccount viewer={session.viewer} open={open} onClose={() => setOpen(false)} />
      </div>
    </ConfigProvider>
  );
}

function PhoneHeader({ viewer: { person, post }, onMenu }: { viewer: ViewerFragment; onMenu: () => void }) {
  const { t } = useTranslation(['session', 'words']);
  const bar = useRef<HTMLElement>(null);
  useHeightProperty(bar, '--header');
  return (
    <header className="phone-header" ref={bar}>
      <img src="/icon.svg" alt="" width="32" height="32" />
      <div className="phone-who">
        <strong>{post.unit.name}</strong>
        <span>
          {person.name} · {t(`words:role.${post.role}`)}
        </span>
      </div>
      <button type="button" className="phone-menu" aria-label={t('account')} onClick={onMenu}>
        <MoreOutline fontSize={26} />
      </button>
    </header>
  );
}
