import { useEffect, useState, useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsAnythingBegun } from './begun.ts';
import { lookForNewVersions, newVersion, takeNewVersion } from './new-version.ts';
import { PlainButton } from './PlainButton.tsx';
import { useAfter } from './useAfter.ts';
import './update-prompt.css';

/** Installing fetches every screen that opens offline: not while somebody waits for the first one. */
const FIRST_SCREENS_MS = 3_000;

/** A new version waits until it is asked for, and does not ask while something is being written. */
export function UpdatePrompt() {
  const { t } = useTranslation();
  const isCalm = useAfter(FIRST_SCREENS_MS);
  useEffect(() => {
    if (isCalm && import.meta.env.PROD) void lookForNewVersions();
  }, [isCalm]);
  const isThere = useSyncExternalStore(newVersion.listen, newVersion.isThere);
  const isWriting = useIsAnythingBegun();
  const [isPutOff, putOff] = useState(false);
  if (!isThere || isWriting || isPutOff) return null;
  return (
    <aside className="update-prompt" role="status" aria-label={t('update.title')}>
      <PlainButton kind="primary" onClick={() => void takeNewVersion()}>
        {t('update.take')}
      </PlainButton>
      <PlainButton onClick={() => putOff(true)}>{t('update.later')}</PlainButton>
    </aside>
  );
}
