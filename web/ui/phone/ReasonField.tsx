import { STORED_PER_VISIBLE, visibleLength } from '@lxq/schema/texts/characters.ts';
import { useTranslation } from 'react-i18next';
import { PersonalDataHint } from '../PersonalDataHint.tsx';

interface Props {
  id: string;
  label: string;
  /** Characters, as a reader counts them. */
  length: { min: number; max: number };
  value: string;
  onChange: (text: string) => void;
}

/** On the phone, the words that a deed cannot do without: how many at least and at most, and what in them may name somebody. */
export function ReasonField({ id, label, length, value, onChange }: Props) {
  const { t } = useTranslation();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <textarea
        id={id}
        rows={3}
        maxLength={length.max * STORED_PER_VISIBLE}
        aria-describedby={`${id}-count`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <p id={`${id}-count`} className="field-count">
        {t('least', { ...length, written: visibleLength(value) })}
      </p>
      <PersonalDataHint text={value} onMask={onChange} />
    </div>
  );
}
