import { visibleLength } from '@lxq/schema/texts/characters.ts';
import { Form, Input, type InputRef } from 'antd';
import type { KeyboardEvent, Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { PersonalDataHint } from '../PersonalDataHint.tsx';

interface Props {
  id: string;
  label: string;
  /** Characters, as a reader counts them. */
  length: { min: number; max: number };
  value: string;
  onChange: (text: string) => void;
  autoFocus?: boolean;
  /** Words that may be left out. */
  isRequired?: boolean;
  placeholder?: string;
  ref?: Ref<InputRef>;
  onKeyDown?: (event: KeyboardEvent) => void;
}

/** The words that a deed cannot do without: how many at least and at most, and what in them may name somebody. */
export function ReasonField({ id, label, length, value, onChange, isRequired = true, ...more }: Props) {
  const { t } = useTranslation();
  return (
    <Form.Item
      label={label}
      htmlFor={id}
      extra={t('least', { ...length, written: visibleLength(value) })}
      required={isRequired}
    >
      <Input.TextArea
        {...more}
        id={id}
        rows={4}
        count={{ max: length.max, strategy: visibleLength }}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <PersonalDataHint text={value} onMask={onChange} />
    </Form.Item>
  );
}
