import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { failureOf } from '../failure.ts';
import { NotFound } from './NotFound.tsx';
import { Notice } from './Notice.tsx';
import { PlainButton } from './PlainButton.tsx';

/** What went wrong, in the server's words where it has any, and a way to try again. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const failure = failureOf(error);
  const retry = onRetry && <PlainButton onClick={onRetry}>{t('retry')}</PlainButton>;
  if (failure.code === 'FORBIDDEN') return <Forbidden />;
  if (failure.code === 'NOT_FOUND') return <NotFound />;
  if (failure.code === 'OFFLINE')
    return (
      <Notice figure="offline" title={t('offline')} hint={t('offlineHint')} role="alert">
        {retry}
      </Notice>
    );
  return (
    <Notice figure="alert" title={t('failed')} hint={failure.message} role="alert">
      {retry}
    </Notice>
  );
}

export function Forbidden() {
  const { t } = useTranslation();
  return (
    <Notice figure="forbidden" title={t('forbidden')} hint={t('forbiddenHint')} role="alert">
      <Link to="/">{t('home')}</Link>
    </Notice>
  );
}
