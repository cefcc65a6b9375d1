import { useTranslation } from 'react-i18next';
import { shanghaiTime } from '../../ui/time.ts';
import { gathered, type Told } from '../reports/gathered.ts';
import { type StateWords, useStepName } from '../reports/useStepName.ts';
import './instructions.css';

/** The whole way on a phone, newest first: what was done, by whom, when, and in what words. */
export function WayOf({ steps, of = 'instructionState' }: { steps: readonly Told[]; of?: StateWords }) {
  const { t } = useTranslation('instructions');
  const name = useStepName(of);
  return (
    <section>
      <h2 className="instruction-way-head">{t('way')}</h2>
      <ol className="as-list instruction-way">
        {gathered(steps)
          .toReversed()
          .map((step) => (
            <li key={step.id}>
              <strong>{name.deed(step)}</strong> <span>{name.actor(step)}</span>{' '}
              <time dateTime={step.at} className="as-one-line">
                {shanghaiTime(step.at)}
              </time>
              {step.note && <p className="as-verbatim">{step.note}</p>}
            </li>
          ))}
      </ol>
    </section>
  );
}
