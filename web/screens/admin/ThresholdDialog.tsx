import { thresholdProblems } from '@lxq/schema/deadlines/deadline-drafts.ts';
import { Button, Form, InputNumber } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SavedFields } from '../../deeds/desk/SavedFields.tsx';
import { useSavedForm } from '../../deeds/desk/useSavedForm.ts';
import { useSend } from '../../deeds/useSend.ts';
import { useRuleName } from '../../nouns/deadlines/useRuleName.ts';
import { DeskModal } from '../../ui/desk/dialogs.tsx';
import { useFieldRule } from '../../ui/desk/useFieldRule.ts';
import { useMessages } from '../../ui/desk/useMessages.ts';
import type { Failure } from '../../ui/failure.ts';
import { SaveThresholdDocument, type ThresholdRowFragment as Threshold } from './deadlines.generated.ts';
import { Trial } from './Trial.tsx';
import { useAmountWords } from './useAmountWords.ts';

interface Fields {
  amount: number;
}

/** How much time the county gives from now on. Whoever was overtaken sees both values and decides. */
export function ThresholdDialog({ threshold, onClose }: { threshold: Threshold; onClose: () => void }) {
  const { t } = useTranslation(['admin', 'ui']);
  const { rule, counts, floor, ceiling } = threshold;
  const name = useRuleName()(rule);
  const wordsOf = useAmountWords();
  const { done } = useMessages();
  const { isBusy, send } = useSend();
  const [version, setVersion] = useState(threshold.version);
  const ruleOf = useFieldRule(({ amount }: Partial<Fields>) => thresholdProblems(rule, amount ?? Number.NaN));
  const form = useSavedForm<Fields>(
    { deed: 'threshold', subject: rule },
    { amount: threshold.amount },
    {
      send: ({ amount }) => send(SaveThresholdDocument, { rule, amount, version }),
      onSaved: ({ amount }) => {
        done(t('threshold.saved', { name, amount: wordsOf(counts, amount) }));
        onClose();
      },
    },
  );
  const { form: fields } = form.props;
  const amount = Form.useWatch('amount', fields);
  const theirs = overtakenBy(form.failure);
  const isMine = theirs?.version === version;
  return (
    <DeskModal
      open
      title={t('threshold.editTitle', { name })}
      okText={t('ui:save')}
      okButtonProps={{ loading: isBusy, disabled: !!theirs && !isMine }}
      onOk={() => fields.submit()}
      onCancel={onClose}
    >
      <SavedFields form={form}>
        <Form.Item
          name="amount"
          label={t(`threshold.unit.${counts}`)}
          extra={t('threshold.bounds', { min: floor, max: ceiling })}
          rules={ruleOf('amount')}
          required
        >
          <InputNumber min={floor} max={ceiling} precision={0} autoFocus />
        </Form.Item>
      </SavedFields>
      {theirs && !isMine && (
        <section className="admin-overtaken" aria-label={t('threshold.overtaken')}>
          <dl>
            <dt>{t('threshold.mine')}</dt>
            <dd>{wordsOf(counts, amount ?? 0)}</dd>
            <dt>{t('threshold.theirs', { name: theirs.by })}</dt>
            <dd>{wordsOf(counts, theirs.amount)}</dd>
          </dl>
          <Button onClick={() => setVersion(theirs.version)}>{t('threshold.keepMine')}</Button>
          <Button
            onClick={() => {
              form.discard();
              onClose();
            }}
          >
            {t('threshold.takeTheirs')}
          </Button>
        </section>
      )}
      {typeof amount === 'number' && amount >= floor && amount <= ceiling && <Trial counts={counts} amount={amount} />}
      <p className="admin-note">{t('threshold.fromNowOn')}</p>
    </DeskModal>
  );
}

/** What it is by now, and who has set it. */
function overtakenBy(failure: Failure | undefined): { amount: number; version: number; by: string } | undefined {
  if (failure?.code !== 'CONFLICT') return undefined;
  const { amount, version, by } = failure.extensions;
  return { amount: Number(amount), version: Number(version), by: String(by ?? '') };
}
