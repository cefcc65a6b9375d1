import { useTranslation } from 'react-i18next';
import { useOnline } from '../ui/useOnline.ts';
import { useLiveState } from './useChanges.ts';
import './live-mark.css';

/** A dot that tells whether changes arrive by themselves; words for those who cannot tell colours apart. */
export function LiveMark() {
  const { t } = useTranslation();
  const live = useLiveState();
  const online = useOnline();
  const state = online ? live : 'offline';
  return (
    <span className={`live-mark live-mark-${state}`} role="status" title={t(`live.${state}`)}>
      <span className="live-mark-dot" aria-hidden="true" />
      <span className={state === 'cut' || state === 'offline' ? 'live-mark-text' : 'sr-only'}>
        {t(`live.${state}`)}
      </span>
    </span>
  );
}
