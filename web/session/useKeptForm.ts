import { Form, type FormInstance } from 'antd';
import { useKeptText } from './useKeptText.ts';

interface KeptForm<Fields> {
  /** For the form: itself, what it begins with, and where it tells of typing. */
  props: {
    form: FormInstance<Fields>;
    initialValues: Partial<Fields>;
    onValuesChange: (_: unknown, all: Fields) => void;
  };
  isFound: boolean;
  /** Saved. */
  forget: () => void;
  /** Thrown away on purpose: the fields as they are stored. */
  discard: () => void;
}

/** A form whose fields outlive Esc, Back and a reload until they are saved or thrown away; see useKeptText. */
export function useKeptForm<Fields extends object>(
  of: { deed: string; subject: string },
  stored: Partial<Fields>,
): KeptForm<Fields> {
  const [form] = Form.useForm<Fields>();
  const kept = useKeptText<Partial<Fields>>(of, stored);
  return {
    props: { form, initialValues: { ...stored, ...kept.value }, onValuesChange: (_, all) => kept.change(all) },
    isFound: kept.isFound,
    forget: kept.forget,
    discard: () => {
      kept.forget();
      form.setFieldsValue(stored as Parameters<typeof form.setFieldsValue>[0]);
    },
  };
}
