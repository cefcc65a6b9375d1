import { ConfigProvider } from 'antd-mobile';
import enUS from 'antd-mobile/es/locales/en-US';
import zhCN from 'antd-mobile/es/locales/zh-CN';
import { MoreOutline } from 'antd-mobile-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { useOnline } from '../ui/useOnline.ts';
import { PhoneAccount } from './PhoneAccount.tsx';
import './antd-mobile-root.ts';
import { useSession } from './session.ts';
import './phone-layout.css';

/** The frame of every phone screen: unit and post above, the family's own tabs below. */
export function PhoneLayout() {
  const { t, i18n } = useTranslation(['session', 'words', 'ui']);
  const session = useSession();
  const online = useOnline();
  const [open, setOpen] = useState(false);
  if (session.status !== 'signedIn') return <Outlet />;
  const { post, person } = session.viewer;
  return (
    <ConfigProvider locale={i18n.language === 'en' ? enUS : zhCN}>
      <div className="phone">
        <header className="phone-header">
          <img src="/icon.svg" alt="" width="32" height="32" />
          <div className="phone-who">
            <strong>{post.unit.name}</strong>
            <span>
              {person.name} · {t(`words:role.${post.role}`)}
            </span>
          </div>
          <button type="button" className="phone-menu" aria-label={t('account')} onClick={() => setOpen(true)}>
            <MoreOutline fontSize={26} />
          </button>
        </header>
        {(!online || session.isRemembered) && (
          <p className="phone-offline" role="status">
            {t('ui:offline')}
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
