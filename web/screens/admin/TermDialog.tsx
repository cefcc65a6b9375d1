import { skipToken, useQuery } from '@apollo/client/react';
import { LIMITS } from '@lxq/schema/limits.ts';
import { termProblems } from '@lxq/schema/network/term-draft.ts';
import { visibleLength } from '@lxq/schema/texts/characters.ts';
import { Form, Input, InputNumber, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { SavedFields } from '../../deeds/desk/SavedFields.tsx';
import { useSavedForm } from '../../deeds/desk/useSavedForm.ts';
import { useSend } from '../../deeds/useSend.ts';
import { ChoicesDocument } from '../../nouns/network/choices.generated.ts';
import type { Term } from '../../nouns/network/TermTable.tsx';
import { useTerms } from '../../nouns/network/useTerms.ts';
import { DeskModal } from '../../ui/desk/dialogs.tsx';
import { FieldHint } from '../../ui/desk/FieldHint.tsx';
import { useFieldRule } from '../../ui/desk/useFieldRule.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { CountToSealDocument, SaveTermDocument } from './terms.generated.ts';

interface Props {
  kind: Term['kind'];
  /** Absent for a new entry. */
  term: Term | undefined;
  onClose: () => void;
}
type Fields = Pick<
  Term,
  'code' | 'name' | 'nameEn' | 'isProblem' | 'isActive' | 'isAccusation' | 'tags' | 'position'
> & {
  parentCode?: string | null;
};

/** One entry of a dictionary; its code is given once, because reports bear it. */
export function TermDialog({ kind, term, onClose }: Props) {
  const { t } = useTranslation(['admin', 'network', 'ui']);
  const { done } = useMessages();
  const ruleOf = useFieldRule((fields: Partial<Fields>) => termProblems(toldBy(fields)));
  const { isBusy, send } = useSend();
  const { topics, sources, tags } = useTerms();
  const terms = kind === 'TOPIC' ? topics : sources;
  const isParent = terms.some((other) => other.parentCode === term?.code);
  const parents = terms.filter((other) => !other.parentCode && other.code !== term?.code);

  const form = useSavedForm<Fields>(
    { deed: `term.${kind}`, subject: term?.code ?? 'new' },
    term ?? { isProblem: true, isAccusation: false, tags: [], isActive: true, position: nextPosition(terms) },
    {
      send: (fields) =>
        send(
          SaveTermDocument,
          { term: { ...fields, kind, isNew: !term, parentCode: fields.parentCode ?? null } },
          { refetchQueries: [ChoicesDocument] },
        ),
      onSaved: ({ name }) => {
        done(t('saved', { name }));
        onClose();
      },
    },
  );

  return (
    <DeskModal
      open
      title={term ? t('edit', { name: term.name }) : t('add')}
      okText={t('ui:save')}
      okButtonProps={{ loading: isBusy }}
      onOk={() => form.props.form.submit()}
      onCancel={onClose}
    >
      <SavedFields form={form}>
        <Form.Item name="code" label={t('network:term.code')} rules={ruleOf('code')} required>
          <Input disabled={!!term} maxLength={limits.code} autoComplete="off" />
        </Form.Item>
        <Form.Item name="name" label={t('network:term.name')} rules={ruleOf('name')} required>
          <Input count={{ max: limits.name.max, strategy: visibleLength }} />
        </Form.Item>
        <FieldHint name="name" />
        <Form.Item name="nameEn" label={t('network:term.nameEn')} rules={ruleOf('nameEn')} required>
          <Input count={{ max: limits.nameEn.max, strategy: visibleLength }} />
        </Form.Item>
        <Form.Item name="parentCode" label={t('parent')} extra={isParent ? t('isParent') : undefined}>
          <Select
            allowClear
            disabled={isParent}
            placeholder={t('noParent')}
            options={parents.map((parent) => ({ value: parent.code, label: parent.name }))}
          />
        </Form.Item>
        <Form.Item name="tags" rules={ruleOf('tags')} label={t('network:term.tags')} hidden={kind !== 'TOPIC'}>
          <Select mode="tags" maxCount={limits.tags} options={tags.map((tag) => ({ value: tag, label: tag }))} />
        </Form.Item>
        <div className="as-wrap admin-row">
          <Form.Item name="position" rules={ruleOf('position')} label={t('network:term.position')}>
            <InputNumber min={0} max={limits.position} precision={0} />
          </Form.Item>
          <Form.Item name="isProblem" label={t('isProblem')} valuePropName="checked" hidden={kind !== 'TOPIC'}>
            <Switch />
          </Form.Item>
          <Form.Item
            name="isAccusation"
            label={t('isAccusation')}
            valuePropName="checked"
            extra={<AccusationHint term={kind === 'TOPIC' ? term : undefined} />}
            hidden={kind !== 'TOPIC'}
          >
            <Switch />
          </Form.Item>
          <Form.Item name="isActive" label={t('isActive')} valuePropName="checked" extra={t('closeHint')}>
            <Switch />
          </Form.Item>
        </div>
      </SavedFields>
    </DeskModal>
  );
}

/** What the switch does to what is to come, and to what has come already. */
function AccusationHint({ term }: Pick<Props, 'term'>) {
  const { t } = useTranslation('admin');
  const isOn = Form.useWatch('isAccusation');
  const isNew = !!term && !term.isAccusation && isOn;
  const { data } = useQuery(
    CountToSealDocument,
    isNew ? { variables: { topic: term.code }, fetchPolicy: 'network-only' } : skipToken,
  );
  const count = isNew ? data?.countToSeal : undefined;
  return (
    <>
      {t('accusationHint')}
      {!!count && <strong> {t('accusationSeals', { count })}</strong>}
    </>
  );
}

const limits = LIMITS.term;

const toldBy = ({ code = '', name = '', nameEn = '', tags = [], position = 0 }: Partial<Fields>) => ({
  code: code.trim(),
  name: name.trim(),
  nameEn: nameEn.trim(),
  tags,
  position: position ?? Number.NaN, // an emptied field
});
const nextPosition = (terms: readonly Term[]) => Math.max(0, ...terms.map((term) => term.position)) + 10;
