import { REVISIT_METHODS, type RevisitMethod } from '@lxq/schema/revisits/revisit-states.ts';
import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';

interface Props {
  label: string;
  value: RevisitMethod;
  onChange: (method: RevisitMethod) => void;
}

/** By telephone, at the door or in person. */
export function MethodField({ label, value, onChange }: Props) {
  const { t } = useTranslation('words');
  return (
    <Form.Item label={label} required>
      <Radio.Group
        value={value}
        onChange={(event) => onChange(event.target.value)}
        options={REVISIT_METHODS.map((method) => ({ value: method, label: t(`verifiedBy.${method}`) }))}
      />
    </Form.Item>
  );
}
