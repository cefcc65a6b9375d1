import { Form, type FormInstance } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useKeptText } from '../../session/useKeptText.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import type { Failure } from '../../ui/failure.ts';
import type { Outcome } from '../../ui/useOnce.ts';

export interface SavedForm<Fields> {
  /** For the form: itself, what it begins with, where it tells of typing and what it sends. */
  props: {
    form: FormInstance<Fields>;
    initialValues: Partial<Fields>;
    onValuesChange: (_: unknown, all: Fields) => void;
    onFinish: (fields: Fields) => void;
  };
  isFound: boolean;
  /** Thrown away on purpose: the fields as they are stored. */
  discard: () => void;
  failure: Failure | undefined;
}
interface Saving<Fields> {
  send: (fields: Fields) => Promise<Outcome<unknown>>;
  onSaved: (fields: Fields) => void;
}

/** A form whose fields outlive Esc, Back, a reload and a refusal until they are saved or thrown away; see useKeptText. */
export function useSavedForm<Fields extends object>(
  of: { deed: string; subject: string },
  stored: Partial<Fields>,
  { send, onSaved }: Saving<Fields>,
): SavedForm<Fields> {
  const [form] = Form.useForm<Fields>();
  const [failure, setFailure] = useState<Failure>();
  const { failed } = useMessages();
  const isGone = useRef(false);
  useEffect(() => {
    isGone.current = false;
    return () => {
      isGone.current = true;
    };
  }, []);
  const kept = useKeptText<Partial<Fields>>(of, stored);
  const save = async (fields: Fields) => {
    const outcome = await send(fields);
    if ('isRepeat' in outcome) return;
    if ('failure' in outcome && isGone.current) failed(outcome.failure);
    setFailure('failure' in outcome ? outcome.failure : undefined);
    if (!('value' in outcome)) return;
    kept.forget();
    onSaved(fields);
  };
  return {
    props: {
      form,
      initialValues: { ...stored, ...kept.value },
      onValuesChange: (_, all) => kept.change(all),
      onFinish: (fields) => void save(fields),
    },
    isFound: kept.isFound,
    discard: () => {
      kept.forget();
      form.setFieldsValue(stored as Parameters<typeof form.setFieldsValue>[0]);
    },
    failure,
  };
}
