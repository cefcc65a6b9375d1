import '@fontsource-variable/noto-sans-sc/wght.css';
import { MenuOutlined } from '@ant-design/icons';
import { ApolloProvider } from '@apollo/client/react';
import { SIGNERS } from '@lxq/schema/signing/signing-kinds.ts';
import { App, Button, ConfigProvider, Layout } from 'antd';
import { type MouseEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { client } from '../live/apollo.ts';
import { LiveMark } from '../live/LiveMark.tsx';
import { Bell } from '../nouns/notifications/Bell.tsx';
import { SigningCount } from '../nouns/signing/SigningCount.tsx';
import { useSession } from '../session/session.ts';
import type { ViewerFragment } from '../session/viewer.generated.ts';
import { DeskDrawer } from '../ui/desk/dialogs.tsx';
import { deskLocale } from '../ui/desk/locale.ts';
import { deskThemeAt } from '../ui/desk/theme.ts';
import { useTypeScale } from '../ui/type-scale.ts';
import { afterClosing } from '../ui/useBackCloses.ts';
import { useLook } from '../ui/useLook.ts';
import { DeskAccount } from './DeskAccount.tsx';
import { LateDigest } from './LateDigest.tsx';
import './desk-layout.css';

/** What pops up belongs to the landmark that it was opened from, and not beside them all; a dialog moves while it opens. */
function landmarkOf(opener?: HTMLElement): HTMLElement {
  if (opener?.closest('[role=dialog]')) return document.body;
  return opener?.closest<HTMLElement>('main, header.desk-header') ?? document.body;
}

/** The frame of every desk: product, screens of the post, who acts for which unit, state of the live connection. */
export function DeskLayout() {
  const { i18n } = useTranslation();
  const session = useSession();
  useLook('desk');
  const scale = useTypeScale();
  const theme = useMemo(() => deskThemeAt(scale), [scale]);
  if (session.status !== 'signedIn') return <Outlet />;
  return (
    <ApolloProvider client={client}>
      <ConfigProvider
        theme={theme}
        getPopupContainer={landmarkOf}
        locale={deskLocale(i18n.language === 'en' ? 'en' : 'zh')}
      >
        <App className="desk" notification={{ maxCount: 3 }}>
          <Layout className="desk-layout">
            <DeskHeader viewer={session.viewer} />
            <LateDigest />
            <Layout.Content id="content" className="desk-content" tabIndex={-1}>
              <Outlet />
            </Layout.Content>
          </Layout>
        </App>
      </ConfigProvider>
    </ApolloProvider>
  );
}

function DeskHeader({ viewer }: { viewer: ViewerFragment }) {
  const { t } = useTranslation(['session', 'ui']);
  const [open, setOpen] = useState(false);
  return (
    <Layout.Header className="desk-header">
      <a className="desk-skip" href="#content">
        {t('skip')}
      </a>
      <Button
        className="desk-burger"
        type="text"
        icon={<MenuOutlined />}
        aria-label={t('menu')}
        onClick={() => setOpen(true)}
      />
      <Link to={viewer.screens.includes('home') ? '/home' : '/'} className="desk-brand">
        <img src="/icon.svg" alt="" width="28" height="28" />
        <span>{t('ui:product')}</span>
      </Link>
      <Screens viewer={viewer} />
      <div className="desk-side">
        <LiveMark />
        <Bell />
        <DeskAccount viewer={viewer} />
      </div>
      <DeskDrawer open={open} onClose={() => setOpen(false)} placement="left" size={260} title={t('ui:product')}>
        <Screens viewer={viewer} onGo={() => setOpen(false)} />
      </DeskDrawer>
    </Layout.Header>
  );
}

/** Where the viewer may go; `onGo` closes what these stand in. */
function Screens({ viewer, onGo }: { viewer: ViewerFragment; onGo?: () => void }) {
  const { t } = useTranslation('session');
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const isSigning = pathname === '/home/signing';
  const family = isSigning ? '' : (pathname.split('/')[1] ?? '');
  /** The drawer's own entry of the history goes first. */
  const go = (to: string) => (event: MouseEvent) => {
    if (!onGo || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onGo();
    afterClosing(() => void navigate(to));
  };
  return (
    <nav className={onGo ? 'desk-screens' : 'desk-nav'} aria-label={t('menu')}>
      {viewer.screens.map((screen) => (
        <Link
          key={screen}
          to={`/${screen}`}
          onClick={go(`/${screen}`)}
          aria-current={screen === family ? 'page' : undefined}
        >
          {t(`screens.${screen as 'desk'}`)}
        </Link>
      ))}
      {SIGNERS.includes(viewer.post.role) && (
        <Link to="/home/signing" onClick={go('/home/signing')} aria-current={isSigning ? 'page' : undefined}>
          {t('signing')} <SigningCount />
        </Link>
      )}
    </nav>
  );
}
