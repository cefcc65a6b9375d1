import { CASE_GRADES, type CaseGrade } from '@lxq/schema/cases/case-words.ts';
import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { OrgTree } from '../../../nouns/network/OrgTree.tsx';
import { ProposedUnits } from '../ProposedUnits.tsx';
import { CaseDialog } from './CaseDialog.tsx';
import { FileCaseDocument, SettleCaseDocument } from './cases.generated.ts';
import { type AskedCase, useCaseForm } from './useCaseForm.ts';

/** How hard it is, from which its time runs. */
export function FileDialog(props: AskedCase) {
  const { t } = useTranslation(['cases', 'words']);
  const form = useCaseForm<{ grade: CaseGrade | null }>(props, 'file', { grade: null });
  const { grade } = form.value;
  return (
    <CaseDialog
      asked={props}
      form={form}
      about={t('file.about')}
      isReady={grade !== null}
      send={() => form.carry(FileCaseDocument, { grade: grade as CaseGrade })}
    >
      <Form.Item label={t('fact.grade')} required>
        <Radio.Group
          value={grade}
          onChange={(event) => form.set({ grade: event.target.value })}
          options={CASE_GRADES.map((each) => ({ value: each, label: t(`words:caseGrade.${each}`) }))}
        />
      </Form.Item>
    </CaseDialog>
  );
}

/** The one unit that solves it on the spot. */
export function SettleDialog(props: AskedCase) {
  const { t } = useTranslation('cases');
  const form = useCaseForm<{ unit: string | null }>(props, 'settle', { unit: null });
  const { unit } = form.value;
  const { topic, place, concerns } = props.thing;
  return (
    <CaseDialog
      asked={props}
      form={form}
      about={t('settle.about')}
      isReady={unit !== null}
      send={() => form.carry(SettleCaseDocument, { unit: unit ?? '' })}
    >
      <Form.Item label={t('settle.unit')} htmlFor="case-unit" required>
        <OrgTree
          of="units"
          id="case-unit"
          label={t('settle.unit')}
          value={unit}
          onChange={(code) => form.set({ unit: code ?? null })}
        />
      </Form.Item>
      <ProposedUnits
        topic={topic.code}
        place={place.code}
        without={concerns.map(({ code }) => code)}
        value={unit}
        onChoose={(code) => form.set({ unit: code })}
      />
    </CaseDialog>
  );
}
