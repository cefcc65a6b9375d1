import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { failureOf } from './failure.ts';
import { useFailureWords } from './failure-words.ts';
import { NotFound } from './NotFound.tsx';
import { Notice } from './Notice.tsx';
import { PlainButton } from './PlainButton.tsx';

interface Props {
  error: unknown;
  onRetry?: () => void;
  /** Whether it stands where the page's heading would have been. */
  isPage?: boolean;
}

/** What went wrong, and a way to try again where that may help. */
export function Failed({ error, onRetry, isPage = false }: Props) {
  const { t } = useTranslation();
  const wordsOf = useFailureWords();
  const { code } = failureOf(error);
  const { line, mayHeal } = wordsOf(error);
  if (code === 'FORBIDDEN') return <Forbidden isPage={isPage} />;
  if (code === 'NOT_FOUND') return <NotFound isPage={isPage} />;
  if (!mayHeal) return <Notice figure="alert" title={line} role="alert" isPage={isPage} />;
  const isOffline = code === 'OFFLINE';
  return (
    <Notice
      figure={isOffline ? 'offline' : 'alert'}
      title={isOffline ? line : t('failed')}
      hint={isOffline ? t('offlineHint') : line}
      role="alert"
      isPage={isPage}
    >
      {onRetry && <PlainButton onClick={onRetry}>{t('retry')}</PlainButton>}
    </Notice>
  );
}

export function Forbidden({ isPage = false }: { isPage?: boolean }) {
  const { t } = useTranslation();
  return (
    <Notice figure="forbidden" title={t('forbidden')} hint={t('forbiddenHint')} role="alert" isPage={isPage}>
      <Link to="/">{t('home')}</Link>
    </Notice>
  );
}
