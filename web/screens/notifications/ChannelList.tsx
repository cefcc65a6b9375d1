import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { UndoBar } from '../../ui/UndoBar.tsx';
import type { OwnChannelsFragment } from './channels.generated.ts';
import { Problem } from './Field.tsx';
import type { Channels, Refusal } from './useChannels.ts';
import { Verification } from './Verification.tsx';

/** The viewer's channels and their unit's, and for a while what was just taken away. */
export function ChannelList({ own, channels }: { own: OwnChannelsFragment; channels: Channels }) {
  const { t } = useTranslation('notifications');
  const [removed, setRemoved] = useState<string | null>(null);
  const bringBack = async () => {
    setRemoved(null);
    if (!removed) return;
    const refused = await channels.save({ restore: [removed] }, t('channels.restored'));
    if (refused) channels.say(refused.line);
  };
  return (
    <>
      {own.channels.length === 0 && <p>{t('channels.none')}</p>}
      <ul className="as-list">
        {own.channels.map((channel) => (
          <ChannelRow
            key={channel.id}
            channel={channel}
            mayRemove={!channel.isOfUnit || own.viewerCanKeepUnitChannels}
            channels={channels}
            onRemoved={setRemoved}
          />
        ))}
      </ul>
      {removed && (
        <UndoBar
          key={removed}
          words={t('channels.removed')}
          onUndo={() => void bringBack()}
          onOver={() => setRemoved(null)}
        />
      )}
    </>
  );
}

interface Row {
  channel: OwnChannelsFragment['channels'][number];
  mayRemove: boolean;
  channels: Channels;
  onRemoved: (id: string) => void;
}
/** Which kind, since when, and whether it works. Never where it leads. */
function ChannelRow({ channel, mayRemove, channels, onRemoved }: Row) {
  const { t } = useTranslation('notifications');
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const { id, kind, isOfUnit, isVerified, codeAt, addedAt, endedAt, endedWhy } = channel;
  const remove = async () => {
    const refused = await channels.save({ remove: [id] }, endedAt ? t('channels.removed') : '');
    setRefusal(refused);
    if (!refused && !endedAt) onRemoved(id);
  };
  return (
    <li className="as-wrap as-panel told-row">
      <div className="as-stack told-what">
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
        {!endedAt && !isVerified && <small className="told-failed">{t('channels.code.unverified')}</small>}
        <Problem text={refusal?.line} />
      </div>
      <div className="as-wrap told-deeds">
        {!endedAt && isVerified && (
          <PlainButton disabled={channels.isBusy} onClick={async () => setRefusal(await channels.tryOne(id))}>
            {t('channels.try')}
          </PlainButton>
        )}
        {mayRemove && (
          <PlainButton disabled={channels.isBusy} onClick={() => void remove()}>
            {t('channels.remove')}
          </PlainButton>
        )}
      </div>
      {!endedAt && !isVerified && <Verification id={id} codeAt={codeAt} channels={channels} />}
    </li>
  );
}
