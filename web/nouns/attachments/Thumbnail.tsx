import { useTranslation } from 'react-i18next';
import { useOnline } from '../../ui/useOnline.ts';
import type { AttachmentWholeFragment } from './attachment.generated.ts';
import { useAnew } from './useAnew.ts';

interface Props {
  photo: AttachmentWholeFragment;
  no: number;
  anew: () => Promise<unknown>;
  onLook: () => void;
}

/** A photo in small, which opens it; a frame with words where it has not come, or cannot be shown now. */
export function Thumbnail({ photo, no, anew, onLook }: Props) {
  const { t } = useTranslation('attachments');
  const isOnline = useOnline();
  const { url, failed } = useAnew(photo.thumbnailUrl ?? photo.url, anew);
  if (photo.state !== 'ARRIVED')
    return (
      <span className="attached-frame attached-awaited">
        {t('photo', { no })}
        <small>{t('awaited')}</small>
      </span>
    );
  return (
    <button
      type="button"
      className="attached-frame"
      aria-label={t('look', { name: t('photo', { no }) })}
      onClick={onLook}
    >
      {url ? (
        <img src={url} alt="" loading="lazy" decoding="async" onError={failed} />
      ) : (
        <span aria-hidden="true">
          {t('photo', { no })}
          {!isOnline && <small>{t('needsSignal')}</small>}
        </span>
      )}
    </button>
  );
}
