import { useApolloClient, useMutation } from '@apollo/client/react';
import { copiesHandedOut } from '@lxq/schema/digests/digest-document.ts';
import { type DigestHead, headProblems, RECIPIENT_KINDS } from '@lxq/schema/digests/digest-draft.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { visibleLength } from '@lxq/schema/texts/characters.ts';
import { Button, Form, type FormInstance, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DigestHeadFragment } from '../../nouns/digests/digest.generated.ts';
import { useKeptForm } from '../../session/useKeptForm.ts';
import { DeskDrawer } from '../../ui/desk/dialogs.tsx';
import { KeptNote } from '../../ui/desk/KeptNote.tsx';
import { useFieldRule } from '../../ui/desk/useFieldRule.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { failureOf } from '../../ui/failure.ts';
import { SaveDigestDocument } from './desk.generated.ts';
import css from './digests.module.css';
import { DigestDeskDocument } from './editor/editor.generated.ts';

const { title, copies, recipients } = LIMITS.digest;

/** 刊头、密级标注、印数与报/送/发对象. */
export function Settings(props: { digest: DigestHeadFragment; onClose: () => void }) {
  const { t } = useTranslation(['digests', 'ui']);
  const { digest, onClose } = props;
  const ruleOf = useFieldRule(headProblems);
  const kept = useKeptForm<DigestHead>(
    { deed: 'digest.settings', subject: digest.id },
    { title: digest.title, mark: digest.mark, copies: digest.copies ?? null, recipients: digest.recipients },
  );
  const { save, loading } = useSave(digest, () => {
    kept.forget();
    onClose();
  });
  return (
    <DeskDrawer
      open
      onClose={onClose}
      title={t('settings.title')}
      size={520}
      extra={
        <Button type="primary" loading={loading} onClick={() => kept.props.form.submit()}>
          {t('ui:save')}
        </Button>
      }
    >
      <KeptNote isFound={kept.isFound} onDiscard={kept.discard} />
      <Form<DigestHead> {...kept.props} layout="vertical" onFinish={(values) => void save(values)}>
        <Form.Item name="title" label={t('settings.banner')} rules={ruleOf('title')} required>
          <Input count={{ max: title.max, strategy: visibleLength }} />
        </Form.Item>
        <Form.Item
          name="mark"
          label={t('settings.mark')}
          extra={t('settings.markHint')}
          rules={ruleOf('mark')}
          required
        >
          <Input count={{ max: title.max, strategy: visibleLength }} />
        </Form.Item>
        {RECIPIENT_KINDS.map((kind) => (
          <Form.Item
            key={kind}
            name={['recipients', kind]}
            rules={ruleOf(`recipients.${kind}`)}
            label={t(`settings.${kind}`)}
            extra={t(`settings.${kind}Hint`)}
          >
            <Select
              mode="tags"
              open={false}
              suffixIcon={null}
              tokenSeparators={['、', '，', ',', ';', '；', '\n']}
              maxCount={recipients.perKind}
              placeholder={t('settings.tags')}
            />
          </Form.Item>
        ))}
        <HandedOut form={kept.props.form} />
        <Form.Item name="copies" rules={ruleOf('copies')} label={t('settings.copies')} extra={t('settings.copiesHint')}>
          <InputNumber min={1} max={copies} precision={0} style={{ width: 140 }} />
        </Form.Item>
      </Form>
    </DeskDrawer>
  );
}

/** What the recipients named come to, to be taken over as the number printed. */
function HandedOut({ form }: { form: FormInstance<DigestHead> }) {
  const { t } = useTranslation('digests');
  const named = Form.useWatch('recipients', form);
  const printed = Form.useWatch('copies', form);
  const count = named ? copiesHandedOut(named) : 0;
  return (
    <p className={`${css.panelLead} ${css.handedOut}`}>
      {t('settings.handedOut', { count })}
      {count > 0 && count !== printed && (
        <Button size="small" type="link" onClick={() => form.setFieldValue('copies', count)}>
          {t('settings.takeOver')}
        </Button>
      )}
    </p>
  );
}

function useSave(digest: DigestHeadFragment, onSaved: () => void) {
  const { t } = useTranslation('digests');
  const client = useApolloClient();
  const { done, failed } = useMessages();
  const [run, { loading }] = useMutation(SaveDigestDocument);
  const save = async ({ copies: printed, ...values }: DigestHead) => {
    try {
      await run({ variables: { ...values, copies: printed ?? null, id: digest.id, version: digest.version } });
      done(t('settings.saved'));
      onSaved();
    } catch (error) {
      failed(error);
      // The form keeps what was typed; the next press saves it upon the newer version.
      if (failureOf(error).code === 'CONFLICT') await client.refetchQueries({ include: [DigestDeskDocument] });
    }
  };
  return { save, loading };
}
