import { EditSOutline, SendOutline, UnorderedListOutline } from 'antd-mobile-icons';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { PhoneTabs } from '../session/PhoneTabs.tsx';
import { useOutbox } from './useOutbox.ts';

export function OfficerScreens() {
  const { t } = useTranslation('officer');
  const waiting = useOutbox()?.length ?? 0;
  return (
    <>
      <Outlet />
      <PhoneTabs
        tabs={[
          { to: '/officer', label: t('tabs.report'), icon: <EditSOutline />, end: true },
          { to: '/officer/mine', label: t('tabs.mine'), icon: <UnorderedListOutline /> },
          { to: '/officer/outbox', label: t('tabs.outbox'), icon: <SendOutline />, count: waiting },
        ]}
      />
    </>
  );
}
