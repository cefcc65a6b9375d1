import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainButton } from '../../../ui/PlainButton.tsx';
import { lasting, weighing } from '../../../ui/sizes.ts';
import type { Shown } from './useLooking.tsx';

interface Props extends Shown {
  onRemove: () => void;
  onMoveUp?: (() => void) | undefined;
  /** Another in its place. */
  replacing?: ReactNode;
  /** How it fares, where it is under way already. */
  children?: ReactNode;
}

/** One photo, voice note or document of a draft, as it stands on the phone or came with a report that is being mended. */
export function AttachmentRow({ onRemove, onMoveUp, replacing, children, ...shown }: Props) {
  const { t } = useTranslation('officer');
  const { name } = shown;
  const { size, seconds, isStored } = shown.attached;
  return (
    <li className="as-row attachment">
      <Figure {...shown} />
      <div className="attachment-words">
        <strong>{name}</strong>
        <span>{[seconds !== null && lasting(seconds), weighing(size)].filter(Boolean).join(' · ')}</span>
        {isStored && <span>{t('attach.stored')}</span>}
        {children}
      </div>
      <div className="as-row attachment-deeds">
        {onMoveUp && (
          <PlainButton aria-label={t('attach.moveUp', { name })} onClick={onMoveUp}>
            ↑
          </PlainButton>
        )}
        {replacing}
        <PlainButton aria-label={t('attach.removeOne', { name })} onClick={onRemove}>
          {t('attach.remove')}
        </PlainButton>
      </div>
    </li>
  );
}

function Figure({ attached: { kind }, name, address: { url, small }, onLook }: Shown) {
  const { t } = useTranslation(['officer', 'attachments']);
  if (kind === 'PHOTO' && small)
    return (
      <button type="button" className="as-look" aria-label={t('attachments:look', { name })} onClick={onLook}>
        <img className="attachment-figure" src={small} alt="" />
      </button>
    );
  if (kind === 'VOICE' && url)
    return (
      // biome-ignore lint/a11y/useMediaCaption: what somebody has just told
      <audio className="attachment-voice" controls preload="none" aria-label={name} src={url} />
    );
  return (
    <span className="attachment-figure" aria-hidden="true">
      {t(`attach.sign.${kind}`)}
    </span>
  );
}
