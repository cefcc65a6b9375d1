import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Filter } from '../../nouns/reports/filter.ts';
import { daysOf } from '../../nouns/reports/periods.ts';
import { NO_FILTER, NO_TRAY } from '../../nouns/reports/useFilter.ts';

/** Where an analyst begins: a question, not an empty form. */
export function Questions({ onAsk }: { onAsk: (filter: Partial<Filter>) => void }) {
  const { t } = useTranslation('analyst');
  const now = new Date();
  const questions: [string, Partial<Filter>][] = [
    [t('question.tenDays'), { ...daysOf('thisTenDays', now), problemsOnly: true }],
    [t('question.waiting'), { tray: 'OVERDUE' }],
    [t('question.urgent'), { ...daysOf('thisMonth', now), urgency: 'HIGH' }],
    [t('question.lastMonth'), daysOf('lastMonth', now)],
  ];
  return (
    <nav className="as-wrap analyst-questions" aria-label={t('questions')}>
      {questions.map(([question, filter]) => (
        <Button key={question} type="link" onClick={() => onAsk({ ...NO_FILTER, ...NO_TRAY, ...filter })}>
          {question}
        </Button>
      ))}
    </nav>
  );
}
