import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { CountyOverview } from '../../nouns/network/CountyOverview.tsx';
import { writeAsked } from './asked.ts';
import { QUESTIONS } from './questions.ts';
import type { Measure } from './tableShape.ts';

/** Where an analyst begins: a question, not an empty form. Those whose measures the viewer may ask for. */
export function Start({ measures }: { measures: readonly Measure[] }) {
  const { t } = useTranslation('analyst');
  const names = new Set(measures.map(({ name }) => name));
  const asked = QUESTIONS.filter((question) => question.asked.measures.every((name) => names.has(name)));
  return (
    <>
      <CountyOverview />
      <nav className="as-panel analyst-questions" aria-labelledby="analyst-questions">
        <h2 id="analyst-questions">{t('questions')}</h2>
        <p className="table-note">{t('questionsHint')}</p>
        <ul className="as-list">
          {asked.map((question) => (
            <li key={question.name}>
              <Link to={`/analyst?${writeAsked(question.asked)}`}>{t(`question.${question.name}`)}</Link>
            </li>
          ))}
          <li>
            <Link to="/analyst?measures=reports">{t('own')}</Link>
          </li>
        </ul>
      </nav>
    </>
  );
}
