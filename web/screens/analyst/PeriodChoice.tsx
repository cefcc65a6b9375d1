import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../../nouns/reports/filter.ts';
import { daysOf, PERIODS, periodOf } from '../../nouns/reports/periods.ts';

/** 本旬, 上旬, 本月, 上月: one tap sets the days, another takes them away. */
export function PeriodChoice({ filter, onChange }: { filter: Filter; onChange: (change: Partial<Filter>) => void }) {
  const { t } = useTranslation('reports');
  const now = new Date();
  const current = periodOf(filter, now);
  return (
    <fieldset className="as-wrap as-list analyst-periods">
      <legend className="sr-only">{t('filter.days')}</legend>
      {PERIODS.map((period) => (
        <Button
          key={period}
          shape="round"
          type={period === current ? 'primary' : 'default'}
          aria-pressed={period === current}
          onClick={() =>
            onChange(period === current ? { submittedFrom: undefined, submittedTo: undefined } : daysOf(period, now))
          }
        >
          {t(`period.${period}`)}
        </Button>
      ))}
    </fieldset>
  );
}
