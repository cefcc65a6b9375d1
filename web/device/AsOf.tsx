import { useTranslation } from 'react-i18next';
import { shanghaiTime } from '../ui/time.ts';
import { type Question, useAskedAt } from './kept-answers.ts';
import './as-of.css';

/** While there is no signal: as of when the screen speaks. */
export function AsOf({ questions }: { questions: readonly Question[] }) {
  const { t } = useTranslation('ui');
  const at = useAskedAt(questions);
  if (at === undefined) return null;
  return (
    <p className="as-of" role="status">
      {t('asOf', { time: shanghaiTime(at) })}
    </p>
  );
}
