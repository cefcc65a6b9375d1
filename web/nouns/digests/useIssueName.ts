import { useTranslation } from 'react-i18next';
import type { DigestNameFragment } from './digest.generated.ts';
import { periodText } from './period.ts';

/** 第3期（总第28期）, and before it has a number: 11月1日至10日（未印发）. */
export function useIssueName(): (digest: DigestNameFragment) => string {
  const { t, i18n } = useTranslation('digests');
  return ({ no, cumNo, periodFrom, periodTo }) =>
    no === null
      ? t('unnumbered', { period: periodText(periodFrom, periodTo, i18n.language) })
      : t('numbered', { no, cumNo });
}

/** Where the period stands beside it anyway. */
export function useIssueNumber(): (digest: DigestNameFragment) => string {
  const { t } = useTranslation('digests');
  return ({ no, cumNo, state }) => {
    if (no !== null) return t('numbered', { no, cumNo });
    return t(state === 'VOIDED' ? 'noNumber' : 'numberComes');
  };
}

export function usePeriodText(): (digest: { periodFrom: string; periodTo: string }) => string {
  const { i18n } = useTranslation();
  return ({ periodFrom, periodTo }) => periodText(periodFrom, periodTo, i18n.language);
}
