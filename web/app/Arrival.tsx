import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { arrive } from '../session/deeds.ts';
import { useSession } from '../session/session.ts';
import { Loading } from '../ui/Loading.tsx';
import { Notice } from '../ui/Notice.tsx';
import { PlainButton } from '../ui/PlainButton.tsx';

/** Waits for the answer to "who are we", and asks again when the network returns. */
export function Arrival({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const session = useSession();
  const isSettled =
    session.status === 'signedOut' || (session.status === 'signedIn' && (!session.isRemembered || session.isExpired));
  useEffect(() => {
    if (isSettled) return;
    void arrive();
    const ask = () => void arrive();
    const timer = setInterval(ask, 10_000);
    addEventListener('online', ask);
    return () => {
      clearInterval(timer);
      removeEventListener('online', ask);
    };
  }, [isSettled]);
  if (session.status === 'arriving') return <Loading />;
  if (session.status === 'unreachable')
    return (
      <Notice figure="offline" title={t('offline')} hint={t('offlineHint')} role="alert">
        <PlainButton onClick={() => void arrive()}>{t('retry')}</PlainButton>
      </Notice>
    );
  return <>{children}</>;
}
