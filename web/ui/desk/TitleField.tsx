import { visibleLength } from '@lxq/schema/texts/characters.ts';
import { Form, Input } from 'antd';
import { PersonalDataHint } from '../PersonalDataHint.tsx';

interface Props {
  id: string;
  label: string;
  length: { min: number; max: number };
  value: string;
  onChange: (text: string) => void;
}

/** Words in one line that a thing is called by. */
export function TitleField({ id, label, length, value, onChange }: Props) {
  return (
    <Form.Item label={label} htmlFor={id} required>
      <Input
        id={id}
        count={{ max: length.max, show: true, strategy: visibleLength }}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <PersonalDataHint text={value} onMask={onChange} />
    </Form.Item>
  );
}
