import { useApolloClient } from '@apollo/client/react';
import { copiesHandedOut } from '@lxq/schema/digests/digest-document.ts';
import { type DigestHead, headProblems, RECIPIENT_KINDS } from '@lxq/schema/digests/digest-draft.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { visibleLength } from '@lxq/schema/texts/characters.ts';
import { Button, Form, type FormInstance, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SavedDrawer } from '../../deeds/desk/SavedFields.tsx';
import { useSavedForm } from '../../deeds/desk/useSavedForm.ts';
import { useSend } from '../../deeds/useSend.ts';
import type { DigestHeadFragment } from '../../nouns/digests/digest.generated.ts';
import { FieldHint } from '../../ui/desk/FieldHint.tsx';
import { useFieldRule } from '../../ui/desk/useFieldRule.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { SaveDigestDocument } from './desk.generated.ts';
import css from './digests.module.css';
import { DigestDeskDocument } from './editor/editor.generated.ts';

const { title, copies, recipients } = LIMITS.digest;

/** 刊头、密级标注、印数与报/送/发对象. */
export function Settings({ digest, onClose }: { digest: DigestHeadFragment; onClose: () => void }) {
  const { t } = useTranslation('digests');
  const client = useApolloClient();
  const { done } = useMessages();
  const ruleOf = useFieldRule(headProblems);
  const { isBusy, send } = useSend();
  /** What others save meanwhile raises the screen's version: the form was begun upon this one. */
  const [begun, setBegun] = useState<number | undefined>(digest.version);
  const version = begun ?? digest.version;
  const form = useSavedForm<DigestHead>(
    { deed: 'digest.settings', subject: digest.id },
    { title: digest.title, mark: digest.mark, copies: digest.copies ?? null, recipients: digest.recipients },
    {
      send: async ({ copies: printed, ...head }) => {
        const outcome = await send(SaveDigestDocument, { ...head, copies: printed ?? null, id: digest.id, version });
        // The form keeps what was typed; the next press saves it upon the version that the screen has then.
        if ('failure' in outcome && outcome.failure.code === 'CONFLICT') {
          await client.refetchQueries({ include: [DigestDeskDocument] });
          setBegun(undefined);
        }
        return outcome;
      },
      onSaved: () => {
        done(t('settings.saved'));
        onClose();
      },
    },
  );
  return (
    <SavedDrawer form={form} title={t('settings.title')} isBusy={isBusy} onClose={onClose}>
      <Form.Item name="title" label={t('settings.banner')} rules={ruleOf('title')} required>
        <Input count={{ max: title.max, strategy: visibleLength }} />
      </Form.Item>
      <FieldHint name="title" />
      <Form.Item name="mark" label={t('settings.mark')} extra={t('settings.markHint')} rules={ruleOf('mark')} required>
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
      <HandedOut form={form.props.form} />
      <Form.Item name="copies" rules={ruleOf('copies')} label={t('settings.copies')} extra={t('settings.copiesHint')}>
        <InputNumber min={1} max={copies} precision={0} style={{ width: 140 }} />
      </Form.Item>
    </SavedDrawer>
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
