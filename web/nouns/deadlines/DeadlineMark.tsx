import { useTranslation } from 'react-i18next';
import type { DeadlineBriefFragment } from './deadlines.generated.ts';
import { useTimeLeft } from './useTimeLeft.ts';
import './deadlines.css';

/** On a line of a list: how much time is left. How that was counted stands where the line leads. */
export function DeadlineMark({ deadline }: { deadline: DeadlineBriefFragment }) {
  const { t } = useTranslation('deadlines');
  const { tone, rule, left } = useTimeLeft(deadline);
  return <span className={`deadline-mark deadline-${tone}`}>{t('of', { rule, left })}</span>;
}
