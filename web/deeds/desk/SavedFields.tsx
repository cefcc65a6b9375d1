import { Button, Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DeskDrawer } from '../../ui/desk/dialogs.tsx';
import { FailureAlert } from '../../ui/desk/FailureAlert.tsx';
import { KeptNote } from '../../ui/desk/KeptNote.tsx';
import type { SavedForm } from './useSavedForm.ts';

interface Props<Fields> {
  form: SavedForm<Fields>;
  children: ReactNode;
}

/** The fields of a form that is kept until it is saved, and why it could not be. */
export function SavedFields<Fields extends object>({ form, children }: Props<Fields>) {
  return (
    <>
      <KeptNote isFound={form.isFound} onDiscard={form.discard} />
      <Form<Fields> layout="vertical" {...form.props}>
        {children}
      </Form>
      {form.failure && <FailureAlert failure={form.failure} />}
    </>
  );
}

/** The same beside what it belongs to. */
export function SavedDrawer<Fields extends object>(
  props: Props<Fields> & { title: string; isBusy: boolean; onClose: () => void },
) {
  const { t } = useTranslation('ui');
  const { title, isBusy, onClose, ...fields } = props;
  return (
    <DeskDrawer
      open
      onClose={onClose}
      title={title}
      size={520}
      extra={
        <Button type="primary" loading={isBusy} onClick={() => fields.form.props.form.submit()}>
          {t('save')}
        </Button>
      }
    >
      <SavedFields {...fields} />
    </DeskDrawer>
  );
}
