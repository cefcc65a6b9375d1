import { Form } from 'antd';
import { PersonalDataHint } from '../PersonalDataHint.tsx';

/** Under a field of a form that takes words: what in them may name somebody. */
export function FieldHint({ name }: { name: string }) {
  const form = Form.useFormInstance();
  const text: unknown = Form.useWatch(name, form);
  return <PersonalDataHint text={String(text ?? '')} onMask={(masked) => form.setFieldValue(name, masked)} />;
}
