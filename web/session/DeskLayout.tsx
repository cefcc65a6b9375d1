import '@fontsource-variable/noto-sans-sc/wght.css';
import { MenuOutlined } from '@ant-design/icons';
import { ApolloProvider } from '@apollo/client/react';
import { App, Button, ConfigProvider, Layout, Menu } from 'antd';
import { type MouseEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useLocation, useNavigate } from 'react-router';
import { client } from '../apollo.ts';
import { DeskDrawer } from '../ui/desk-dialogs.tsx';
import { deskLocale } from '../ui/desk-locale.ts';
import { deskTheme } from '../ui/theme.ts';
import { afterClosing } from '../ui/useBackCloses.ts';
import { DeskAccount } from './DeskAccount.tsx';
import { LateDigest } from './LateDigest.tsx';
import { LiveMark } from './LiveMark.tsx';
import { useSession } from './session.ts';
import type { ViewerFragment } from './viewer.generated.ts';
import './desk-layout.css';

/** The frame of every desk: product, screens of the post, who acts for which unit, state of the live connection. */
export function DeskLayout() {
  const { i18n } = useTranslation();
  const session = useSession();
  if (session.status !== 'signedIn') return <Outlet />;
  return (
    <ApolloProvider client={client}>
      <ConfigProvider theme={deskTheme} locale={deskLocale(i18n.language === 'en' ? 'en' : 'zh')}>
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
      <nav className="desk-nav" aria-label={t('menu')}>
        <Screens viewer={viewer} mode="horizontal" />
      </nav>
      <div className="desk-side">
        <LiveMark />
        <DeskAccount viewer={viewer} />
      </div>
      <DeskDrawer open={open} onClose={() => setOpen(false)} placement="left" size={260} title={t('ui:product')}>
        <Screens viewer={viewer} mode="vertical" onGo={() => setOpen(false)} />
      </DeskDrawer>
    </Layout.Header>
  );
}

function Screens(props: { viewer: ViewerFragment; mode: 'horizontal' | 'vertical'; onGo?: () => void }) {
  const { t } = useTranslation('session');
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const family = pathname.split('/')[1] ?? '';
  const { onGo } = props;
  /** The drawer's own entry of the history goes first. */
  const go = (to: string) => (event: MouseEvent) => {
    if (!onGo || event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onGo();
    afterClosing(() => void navigate(to));
  };
  return (
    <Menu
      mode={props.mode}
      selectedKeys={[family]}
      items={props.viewer.screens.map((screen) => ({
        key: screen,
        label: (
          <Link to={`/${screen}`} onClick={go(`/${screen}`)}>
            {t(`screens.${screen as 'desk'}`)}
          </Link>
        ),
      }))}
    />
  );
}
