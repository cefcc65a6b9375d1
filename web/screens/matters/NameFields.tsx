import { visibleLength } from '@lxq/schema/texts/characters.ts';
import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';

interface Named<Value> {
  id: string;
  label: string;
  value: Value;
  onChange: (value: Value) => void;
}

/** What an official, an office or a paper is called. */
export function NameField({ id, label, value, onChange, most }: Named<string> & { most: number }) {
  return (
    <Form.Item label={label} htmlFor={id} required>
      <Input
        id={id}
        count={{ max: most, show: true, strategy: visibleLength }}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </Form.Item>
  );
}

interface NamesProps extends Named<string[]> {
  most: number;
  isRequired?: boolean;
}
/** Some of them, each typed and closed with Enter. */
export function NamesField({ id, label, value, onChange, most, isRequired = false }: NamesProps) {
  const { t } = useTranslation('matters');
  return (
    <Form.Item label={label} htmlFor={id} required={isRequired}>
      <Select
        id={id}
        mode="tags"
        open={false}
        suffixIcon={null}
        maxCount={most}
        tokenSeparators={['、', '，', ',']}
        placeholder={t('names')}
        value={value}
        onChange={onChange}
      />
    </Form.Item>
  );
}
