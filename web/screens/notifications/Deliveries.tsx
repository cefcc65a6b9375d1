import { useTranslation } from 'react-i18next';
import type { NotificationRowFragment } from './notifications.generated.ts';

/** Where else it went, and what became of that. */
export function Deliveries({ deliveries }: Pick<NotificationRowFragment, 'deliveries'>) {
  const { t } = useTranslation('notifications');
  return deliveries.map(({ channel, isForStandIn, state, failure }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: a person may have several channels of a kind, and they change with the whole row
    <small key={at} className={state === 'FAILED' ? 'told-failed' : ''}>
      {t(`channel.${channel}`)}
      {isForStandIn && t('standIn')}：{t(`state.${state}`)}
      {failure && state !== 'DELIVERED' && state !== 'SENT' ? `（${failure}）` : ''}
    </small>
  ));
}
