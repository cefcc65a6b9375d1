import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import './desks.css';

const CHOICES = ['ME', 'NOBODY'] as const;
type Assigned = (typeof CHOICES)[number];

/** The queue of one's own, or of what nobody has taken; pressed again it is everybody's. */
export function AssignedChoices({
  value,
  onChange,
}: {
  value: Assigned | undefined;
  onChange: (value: Assigned | undefined) => void;
}) {
  const { t } = useTranslation('reports');
  return (
    <fieldset className="as-row as-list assigned-choices">
      <legend className="sr-only">{t('beside.choose.label')}</legend>
      {CHOICES.map((choice) => (
        <Button
          key={choice}
          type={value === choice ? 'primary' : 'default'}
          aria-pressed={value === choice}
          onClick={() => onChange(value === choice ? undefined : choice)}
        >
          {t(`beside.choose.${choice}`)}
        </Button>
      ))}
    </fieldset>
  );
}
