import { useTranslation } from 'react-i18next';
import { failureOf } from '../failure.ts';
import { Notice } from './Notice.tsx';
import { PlainButton } from './PlainButton.tsx';

/** What went wrong, in the server's words where it has any, and a way to try again. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const failure = failureOf(error);
  const retry = onRetry && <PlainButton onClick={onRetry}>{t('retry')}</PlainButton>;
  if (failure.code === 'FORBIDDEN') return <Forbidden />;
  if (failure.code === 'NOT_FOUND') return <Notice figure="question" title={t('notFound')} role="alert" />;
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
  return <Notice figure="forbidden" title={t('forbidden')} hint={t('forbiddenHint')} role="alert" />;
}
