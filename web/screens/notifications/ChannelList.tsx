import { useTranslation } from 'react-i18next';
import type { OwnChannelsFragment } from '../../nouns/notifications/channels.generated.ts';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import type { Channels } from './useChannels.ts';

/** The viewer's channels and their unit's: which kind, since when, and whether it still works. Never where it leads. */
export function ChannelList({ own, channels }: { own: OwnChannelsFragment; channels: Channels }) {
  const { t } = useTranslation('notifications');
  if (own.channels.length === 0) return <p>{t('channels.none')}</p>;
  return (
    <ul className="as-list">
      {own.channels.map(({ id, kind, isOfUnit, addedAt, endedAt, endedWhy }) => (
        <li key={id} className="told-row">
          <div className="told-what">
            <strong>
              {t(`channel.${kind}`)}（{t(isOfUnit ? 'channels.unit' : 'channels.mine')}）
            </strong>
            <small>
              <RelativeTime at={addedAt} isWhole />
            </small>
            {endedAt && (
              <small className="told-failed">
                {t('channels.ended')}
                {endedWhy && `：${endedWhy}`}
              </small>
            )}
          </div>
          <div className="told-deeds">
            {!endedAt && (
              <PlainButton disabled={channels.isBusy} onClick={() => void channels.tryOne(id)}>
                {t('channels.try')}
              </PlainButton>
            )}
            {(!isOfUnit || own.viewerCanKeepUnitChannels) && (
              <PlainButton
                disabled={channels.isBusy}
                onClick={() => void channels.save({ remove: [id] }, t('channels.removed'))}
              >
                {t('channels.remove')}
              </PlainButton>
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
