import { useTranslation } from 'react-i18next';
import type { Filter } from '../../nouns/reports/filter.ts';
import { daysOf, PERIODS, periodOf } from '../../nouns/reports/periods.ts';
import { PeriodChips } from '../../ui/desk/PeriodChips.tsx';

/** 本旬, 上旬, 本月, 上月: one tap sets the days, another takes them away. */
export function PeriodChoice({ filter, onChange }: { filter: Filter; onChange: (change: Partial<Filter>) => void }) {
  const { t } = useTranslation('reports');
  const now = new Date();
  const current = periodOf(filter, now);
  return (
    <PeriodChips
      label={t('filter.days')}
      periods={PERIODS}
      nameOf={(period) => t(`period.${period}`)}
      current={current}
      onChoose={(period) =>
        onChange(period === current ? { submittedFrom: undefined, submittedTo: undefined } : daysOf(period, now))
      }
    />
  );
}
