import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { gathered, type Told } from '../../nouns/reports/gathered.ts';
import { useStepName } from '../../nouns/reports/useStepName.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';

/** Somebody else was here while one was writing: what they did; the words written stay. */
export function ChangedNotice({ steps, onAccept }: { steps: readonly Told[]; onAccept: () => void }) {
  const { t } = useTranslation('desk');
  const name = useStepName();
  return (
    <Alert
      type="warning"
      showIcon
      title={t('changed.title')}
      description={
        <>
          <ul className="as-points">
            {gathered(steps).map((step) => (
              <li key={step.id}>
                <b>{name.deed(step)}</b> {name.states(step)} · {name.actor(step)} · <RelativeTime at={step.at} />
                {step.note && `：${step.note}`}
              </li>
            ))}
          </ul>
          <p className="desk-kept">{t('changed.kept')}</p>
          <Button size="small" onClick={onAccept}>
            {t('changed.accept')}
          </Button>
        </>
      }
    />
  );
}
