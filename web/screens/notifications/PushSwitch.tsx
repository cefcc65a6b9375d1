import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { Problem } from './Field.tsx';
import type { Channels } from './useChannels.ts';

/** Web Push on this device: off unless somebody wants it. */
export function PushSwitch({ pushKey, channels }: { pushKey: string; channels: Channels }) {
  const { t } = useTranslation('notifications');
  const [problem, setProblem] = useState<string>();
  const subscribe = async () => {
    const given = await subscribed(pushKey).catch(() => null);
    if (!given) return setProblem(t('channels.pushNo'));
    const push = { kind: 'WEB_PUSH', isOfUnit: false, ...given } as const;
    setProblem((await channels.save({ add: [push] }, t('channels.added')))?.line);
  };
  return (
    <div className="as-panel as-stack told-form">
      <PlainButton disabled={channels.isBusy} onClick={() => void subscribe()}>
        {t('channels.pushOn')}
      </PlainButton>
      <Problem text={problem} />
      <small>{t('channels.pushHint')}</small>
    </div>
  );
}

interface Subscribed {
  address: string;
  p256dh: string;
  auth: string;
}
/** The browser's subscription under the county's key; null where it has none to give. */
async function subscribed(pushKey: string): Promise<Subscribed | null> {
  const registration = await navigator.serviceWorker?.getRegistration();
  if (!registration?.pushManager || (await Notification.requestPermission()) !== 'granted') return null;
  const subscription = await registration.pushManager.subscribe({
    userVisibleOnly: true,
    applicationServerKey: pushKey,
  });
  const { endpoint, keys } = subscription.toJSON();
  return endpoint && keys?.p256dh && keys.auth ? { address: endpoint, p256dh: keys.p256dh, auth: keys.auth } : null;
}
