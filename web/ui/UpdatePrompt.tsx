import { useRegisterSW } from 'virtual:pwa-register/react';
import { useTranslation } from 'react-i18next';
import { PlainButton } from './PlainButton.tsx';
import { useAfter } from './useAfter.ts';
import './update-prompt.css';

const HOUR = 3_600_000;
const FIRST_SCREENS_MS = 3_000;

/** Installing fetches every screen that opens offline: not while somebody waits for the first one. */
export function UpdatePrompt() {
  return useAfter(FIRST_SCREENS_MS) ? <Prompt /> : null;
}

/** A new version waits until it is asked for: an update never takes a half-written page away. */
function Prompt() {
  const { t } = useTranslation();
  const {
    needRefresh: [isReady, setReady],
    updateServiceWorker,
  } = useRegisterSW({
    onRegisteredSW: (_url, registration) => {
      if (registration) setInterval(() => void registration.update().catch(() => undefined), HOUR);
    },
  });
  if (!isReady) return null;
  return (
    <div className="as-row update-prompt" role="status">
      <span>{t('update.ready')}</span>
      <PlainButton onClick={() => setReady(false)}>{t('update.later')}</PlainButton>
      <PlainButton kind="primary" onClick={() => void updateServiceWorker(true)}>
        {t('update.apply')}
      </PlainButton>
    </div>
  );
}
