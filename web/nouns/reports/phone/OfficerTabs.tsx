import { useTranslation } from 'react-i18next';
import { useOutbox } from '../../../device/useOutbox.ts';
import { useViewer } from '../../../session/session.ts';
import { Icon } from '../../../ui/phone/Icon.tsx';
import { PhoneTabs } from '../../../ui/phone/PhoneTabs.tsx';

/** What an author has at the foot of the screen; the head of a village room has the village's reports as well. */
export function OfficerTabs() {
  const { t } = useTranslation('officer');
  const { screens } = useViewer();
  const waiting = useOutbox('report')?.length ?? 0;
  const village = { to: '/village', label: t('tabs.village'), icon: <Icon of="sheet" /> };
  return (
    <PhoneTabs
      tabs={[
        { to: '/officer', label: t('tabs.report'), icon: <Icon of="pencil" />, end: true },
        { to: '/officer/mine', label: t('tabs.mine'), icon: <Icon of="list" /> },
        { to: '/officer/outbox', label: t('tabs.outbox'), icon: <Icon of="send" />, count: waiting },
        ...(screens.includes('village') ? [village] : []),
      ]}
    />
  );
}
