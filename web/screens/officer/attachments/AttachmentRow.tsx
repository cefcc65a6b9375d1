import { useLiveQuery } from 'dexie-react-hooks';
import { type ReactNode, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attached, Draft } from '../../../device/draft.ts';
import { localDb } from '../../../device/local-db.ts';
import { blobOf } from '../../../device/parts.ts';
import { PlainButton } from '../../../ui/PlainButton.tsx';
import { lasting, weighing } from '../../../ui/sizes.ts';
import { useStored } from './useStored.ts';

interface Props {
  attached: Attached;
  draft: Draft;
  /** Which of the photos, where there are several. */
  no?: number | undefined;
  onRemove: () => void;
  onMoveUp?: (() => void) | undefined;
  /** Another in its place. */
  replacing?: ReactNode;
  /** How it fares, where it is under way already. */
  children?: ReactNode;
}

/** One photo, voice note or document of a draft, as it stands on the phone or came with a report that is being mended. */
export function AttachmentRow({ attached, draft, no, onRemove, onMoveUp, replacing, children }: Props) {
  const { t } = useTranslation(['officer', 'attachments']);
  const { kind, size, seconds, name, isStored } = attached;
  const title = name ?? (no === undefined ? t(`attach.kind.${kind}`) : t('attachments:photo', { no }));
  return (
    <li className="as-row attachment">
      <Figure attached={attached} draft={draft} />
      <div className="attachment-words">
        <strong>{title}</strong>
        <span>{[seconds !== null && lasting(seconds), weighing(size)].filter(Boolean).join(' · ')}</span>
        {isStored && <span>{t('attach.stored')}</span>}
        {children}
      </div>
      <div className="as-row attachment-deeds">
        {onMoveUp && (
          <PlainButton aria-label={t('attach.moveUp', { name: title })} onClick={onMoveUp}>
            ↑
          </PlainButton>
        )}
        {replacing}
        <PlainButton aria-label={t('attach.removeOne', { name: title })} onClick={onRemove}>
          {t('attach.remove')}
        </PlainButton>
      </div>
    </li>
  );
}

function Figure({ attached, draft }: Pick<Props, 'attached' | 'draft'>) {
  const { t } = useTranslation('officer');
  const own = useOwnUrl(attached, draft.personId);
  const stored = useStored(draft.mends?.reportId, attached);
  const url = own ?? (attached.kind === 'PHOTO' ? stored?.thumbnailUrl : stored?.url);
  if (attached.kind === 'PHOTO' && url)
    return <img className="attachment-figure" src={url} alt={t('attach.kind.PHOTO')} />;
  if (attached.kind === 'VOICE' && url)
    return (
      // biome-ignore lint/a11y/useMediaCaption: what somebody has just told
      <audio className="attachment-voice" controls preload="none" src={url} />
    );
  return (
    <span className="attachment-figure" aria-hidden="true">
      {t(`attach.sign.${attached.kind}`)}
    </span>
  );
}

/** An address for what stands on the phone, as long as it is drawn. */
function useOwnUrl({ clientId, isStored, kind }: Attached, personId: string): string | undefined {
  const blob = useLiveQuery(
    async () =>
      isStored || kind === 'FILE' ? undefined : await blobOf(localDb, clientId, { personId }).catch(() => undefined),
    [clientId, personId, isStored, kind],
  );
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    if (!blob) return;
    const made = URL.createObjectURL(blob);
    setUrl(made);
    return () => {
      setUrl(undefined);
      URL.revokeObjectURL(made);
    };
  }, [blob]);
  return url;
}
