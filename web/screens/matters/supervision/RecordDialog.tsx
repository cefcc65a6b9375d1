import { accountabilityProblems } from '@lxq/schema/accountabilities/accountability-draft.ts';
import {
  ACCOUNTABILITY_BASES,
  ACCOUNTABILITY_KINDS,
  type AccountabilityBasis,
  type AccountabilityKind,
} from '@lxq/schema/accountabilities/accountability-states.ts';
import { dayOf } from '@lxq/schema/calendar.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { DatePicker, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { v7 } from 'uuid';
import { DeedDialog } from '../../../deeds/desk/DeedDialog.tsx';
import { useSend } from '../../../deeds/useSend.ts';
import { useKeptText } from '../../../session/useKeptText.ts';
import { useMessages } from '../../../ui/desk/useMessages.ts';
import { NameField } from '../NameFields.tsx';
import { UnitField } from '../UnitsFields.tsx';
import { RecordAccountabilityDocument, SupervisionDocument } from './supervision.generated.ts';

const EMPTY = {
  unit: null as string | null,
  kind: null as AccountabilityKind | null,
  basis: null as AccountabilityBasis | null,
  ...{ decidedOn: '', organ: '', reference: '', matterNo: '' },
};
const { accountability: LENGTHS } = LIMITS;

/** What an organ outside has decided: of a unit and of no person (R71). Its id is made with the form: sent twice it is kept once. */
export function RecordDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('supervision');
  const { done } = useMessages();
  const { isBusy, send } = useSend();
  const [begun] = useState(() => ({ ...EMPTY, clientId: v7() }));
  const kept = useKeptText({ deed: 'accountability.record', subject: 'new' }, begun);
  const { clientId, matterNo, ...told } = kept.value;
  const { unit, kind, basis } = told;
  const set = (changes: Partial<typeof EMPTY>) => kept.change({ ...kept.value, ...changes });
  const today = dayOf(new Date());
  return (
    <DeedDialog
      title={t('record.deed')}
      okText={t('record.deed')}
      isReady={accountabilityProblems(told, new Date()).length === 0}
      isBusy={isBusy}
      kept={kept}
      send={async () => {
        if (!unit || !kind || !basis) return undefined;
        const record = { ...told, unit, kind, basis, matterNo: matterNo.trim() || null };
        const outcome = await send(
          RecordAccountabilityDocument,
          { clientId, record },
          { refetchQueries: [SupervisionDocument] },
        );
        if ('value' in outcome) done(t('record.done', { unit: outcome.value.unit.name }));
        return outcome;
      }}
      onDone={onClose}
      onClose={onClose}
      width={680}
    >
      <p className="deed-dialog-about">{t('record.about')}</p>
      <UnitField id="record-unit" label={t('record.unit')} value={unit} onChange={(code) => set({ unit: code })} />
      <Choice
        id="record-kind"
        label={t('fact.kind')}
        value={kind}
        options={ACCOUNTABILITY_KINDS.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(value) => set({ kind: value })}
      />
      <Choice
        id="record-basis"
        label={t('fact.basis')}
        value={basis}
        options={ACCOUNTABILITY_BASES.map((value) => ({ value, label: t(`basis.${value}`) }))}
        onChange={(value) => set({ basis: value })}
      />
      <Form.Item label={t('fact.decidedOn')} htmlFor="record-day" required>
        <DatePicker
          id="record-day"
          allowClear={false}
          value={told.decidedOn ? dayjs(told.decidedOn) : null}
          maxDate={dayjs(today)}
          onChange={(day) => day && set({ decidedOn: day.format('YYYY-MM-DD') })}
        />
      </Form.Item>
      <NameField
        id="record-organ"
        label={t('fact.organ')}
        most={LENGTHS.organ.max}
        value={told.organ}
        onChange={(organ) => set({ organ })}
      />
      <NameField
        id="record-reference"
        label={t('record.reference')}
        most={LENGTHS.reference.max}
        value={told.reference}
        onChange={(reference) => set({ reference })}
      />
      <Form.Item label={t('record.matterNo')} htmlFor="record-matter" extra={t('record.matterHint')}>
        <Input id="record-matter" value={matterNo} onChange={(event) => set({ matterNo: event.target.value })} />
      </Form.Item>
    </DeedDialog>
  );
}

interface ChoiceProps<Value extends string> {
  id: string;
  label: string;
  value: Value | null;
  options: { value: Value; label: string }[];
  onChange: (value: Value) => void;
}
function Choice<Value extends string>({ id, label, ...select }: ChoiceProps<Value>) {
  return (
    <Form.Item label={label} htmlFor={id} required>
      <Select id={id} {...select} />
    </Form.Item>
  );
}
