import { EditSOutline, FileOutline, SendOutline, UnorderedListOutline } from 'antd-mobile-icons';
import { useTranslation } from 'react-i18next';
import { useOutbox } from '../../../device/useOutbox.ts';
import { useViewer } from '../../../session/session.ts';
import { PhoneTabs } from '../../../ui/phone/PhoneTabs.tsx';

/** What an author has at the foot of the screen; the head of a village room has the village's reports as well. */
export function OfficerTabs() {
  const { t } = useTranslation('officer');
  const { screens } = useViewer();
  const waiting = useOutbox('report')?.length ?? 0;
  const village = { to: '/village', label: t('tabs.village'), icon: <FileOutline /> };
  return (
    <PhoneTabs
      tabs={[
        { to: '/officer', label: t('tabs.report'), icon: <EditSOutline />, end: true },
        { to: '/officer/mine', label: t('tabs.mine'), icon: <UnorderedListOutline /> },
        { to: '/officer/outbox', label: t('tabs.outbox'), icon: <SendOutline />, count: waiting },
        ...(screens.includes('village') ? [village] : []),
      ]}
    />
  );
}
