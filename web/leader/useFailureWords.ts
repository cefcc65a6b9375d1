import { useTranslation } from 'react-i18next';
import { failureOf } from '../failure.ts';

/** A failure in one line: the server's words and every unmet guard, or that the line is down. */
export function useFailureWords(): (error: unknown) => string {
  const { t } = useTranslation();
  return (error) => {
    const { code, message, unmet } = failureOf(error);
    return code === 'OFFLINE' ? t('offline') : unmet.join('；') || message;
  };
}
