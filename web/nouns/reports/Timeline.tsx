import { INTERNAL } from '@lxq/schema/reports/report-desk.ts';
import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { gathered, type Told } from './gathered.ts';
import { type StateWords, useStepName } from './useStepName.ts';
import './reading.css';

interface Props {
  steps: readonly Told[];
  /** Whose states its lines name; a report's or an issue's unless said. What a desk says to itself is of a report alone. */
  of?: StateWords;
}

/** Who, when, from what to what; oldest first, as it happened. */
export function Timeline({ steps, of }: Props) {
  const { t } = useTranslation('reports');
  const name = useStepName(of);
  return (
    <ol className="as-list report-timeline">
      {gathered(steps).map((step) => (
        <li key={step.id}>
          <b>{name.deed(step)}</b>{' '}
          {!of && (INTERNAL as readonly string[]).includes(step.deed) && <Tag>{t('beside.internal')}</Tag>}
          <span className="report-step-states">{name.states(step)}</span>
          <div className="report-step-who">
            {name.actor(step)} · <RelativeTime at={step.at} isWhole />
          </div>
          {step.note && <p className="report-step-note">{step.note}</p>}
        </li>
      ))}
    </ol>
  );
}

/** The same below its heading. */
export function TimelineSection(props: Props) {
  const { t } = useTranslation('reports');
  return (
    <section>
      <h3 className="report-heading">{t('timeline')}</h3>
      <Timeline {...props} />
    </section>
  );
}
