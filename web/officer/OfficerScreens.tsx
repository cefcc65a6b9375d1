import { EditSOutline, SendOutline, UnorderedListOutline } from 'antd-mobile-icons';
import { Suspense, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { useOutbox } from '../device/useOutbox.ts';
import { PhoneTabs } from '../session/PhoneTabs.tsx';
import { Loading } from '../ui/Loading.tsx';
import { useAfter } from '../ui/useAfter.ts';

/** The form's own lists go first on a slow line. */
const CALM_MS = 1_500;

/** `onCalm` is called once, when the first screen has stood for a moment. */
export function OfficerScreens({ onCalm }: { onCalm: () => void }) {
  const { t } = useTranslation('officer');
  const waiting = useOutbox('report')?.length ?? 0;
  const isCalm = useAfter(CALM_MS);
  useEffect(() => {
    if (isCalm) onCalm();
  }, [isCalm, onCalm]);
  return (
    <>
      <Suspense fallback={<Loading />}>
        <Outlet />
      </Suspense>
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
