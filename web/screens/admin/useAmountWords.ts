import type { Counting } from '@lxq/schema/deadlines/deadline-rules.ts';
import { useTranslation } from 'react-i18next';

/** 5 work days, the same day, one month: as a rule counts. */
export function useAmountWords(): (counts: Counting, amount: number) => string {
  const { t } = useTranslation('admin');
  return (counts, amount) => {
    if (counts === 'WORK_DAYS' && amount === 0) return t('threshold.sameDay');
    return t(`threshold.counts.${counts}`, { count: amount });
  };
}
