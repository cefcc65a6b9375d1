import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { failureOf } from '../failure.ts';
import { useFailureWords } from './failure-words.ts';
import { NotFound } from './NotFound.tsx';
import { Notice } from './Notice.tsx';
import { PlainButton } from './PlainButton.tsx';

/** What went wrong, and a way to try again where that may help. */
export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const wordsOf = useFailureWords();
  const { code } = failureOf(error);
  const { line, mayHeal } = wordsOf(error);
  if (code === 'FORBIDDEN') return <Forbidden />;
  if (code === 'NOT_FOUND') return <NotFound />;
  if (!mayHeal) return <Notice figure="alert" title={line} role="alert" />;
  const isOffline = code === 'OFFLINE';
  return (
    <Notice
      figure={isOffline ? 'offline' : 'alert'}
      title={isOffline ? line : t('failed')}
      hint={isOffline ? t('offlineHint') : line}
      role="alert"
    >
      {onRetry && <PlainButton onClick={onRetry}>{t('retry')}</PlainButton>}
    </Notice>
  );
}

export function Forbidden() {
  const { t } = useTranslation();
  return (
    <Notice figure="forbidden" title={t('forbidden')} hint={t('forbiddenHint')} role="alert" isPage>
      <Link to="/">{t('home')}</Link>
    </Notice>
  );
}
