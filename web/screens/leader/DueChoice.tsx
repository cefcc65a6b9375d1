import { dueDays } from '@lxq/schema/instructions/instruction-draft.ts';
import { useTranslation } from 'react-i18next';
import { countyNow } from '../../ui/county-clock.ts';
import { dayLabel, defaultDueDay, isDueProvisional, today, workDaysBetween } from './dueDay.ts';
import sheet from './sheet.module.css';

const STEPS = [3, 7, 15] as const;

/** When it is due: a date with its weekday and the work days until then. */
export function DueChoice({ value, onChange }: { value: string; onChange: (day: string) => void }) {
  const { t, i18n } = useTranslation(['leader', 'words']);
  const from = today();
  const { first, last } = dueDays(new Date(countyNow()));
  return (
    <fieldset className={sheet.field}>
      <legend>{t('instruct.due')}</legend>
      <div className={sheet.chips}>
        {STEPS.map((days) => {
          const day = defaultDueDay(from, days);
          return (
            <button
              key={days}
              type="button"
              aria-pressed={day === value}
              className={day === value ? sheet.chipOn : sheet.chip}
              onClick={() => onChange(day)}
            >
              {t('instruct.days', { count: days })}
            </button>
          );
        })}
        <input
          type="date"
          className={sheet.date}
          aria-label={t('instruct.due')}
          value={value}
          min={first}
          max={last}
          onChange={(event) => event.target.value && onChange(event.target.value)}
        />
      </div>
      <p className={sheet.dueWords}>
        {t('instruct.dueWords', { day: dayLabel(value, i18n.language), count: workDaysBetween(from, value) })}
        {isDueProvisional(value) && ` ${t('words:provisional')}`}
      </p>
    </fieldset>
  );
}
