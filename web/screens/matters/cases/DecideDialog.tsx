import { decisionProblems } from '@lxq/schema/cases/case-draft.ts';
import {
  CASE_OUTCOMES,
  CASE_ROUTES,
  type CaseOutcome,
  type CaseRoute,
  NOTICE_FORMS,
  type NoticeForm,
} from '@lxq/schema/cases/case-words.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { WORDS } from '@lxq/schema/transitions.ts';
import { Checkbox, Form, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { PaperPreview } from '../../../nouns/papers/desk/PaperPreview.tsx';
import { ReasonField } from '../../../ui/desk/ReasonField.tsx';
import { TitleField } from '../../../ui/desk/TitleField.tsx';
import { CaseDialog } from './CaseDialog.tsx';
import { DecideCaseDocument } from './cases.generated.ts';
import { type AskedCase, useCaseForm } from './useCaseForm.ts';

interface Fields {
  outcome: CaseOutcome | null;
  route: CaseRoute | null;
  to: string;
  reason: string;
  notice: NoticeForm | null;
  isLegalAidOffered: boolean;
}
const EMPTY: Fields = { outcome: null, route: null, to: '', reason: '', notice: null, isLegalAidOffered: false };

/** Accepted or not and why, where else it goes, and how the petitioner was told. */
export function DecideDialog(props: AskedCase) {
  const { t } = useTranslation(['cases', 'words']);
  const form = useCaseForm<Fields>(props, 'decide', EMPTY);
  const { set, value } = form;
  const { outcome, route, to, reason, notice } = value;
  const isElsewhere = outcome === 'TRANSFERRED' || outcome === 'REDIRECTED';
  const isNegative = outcome !== null && outcome !== 'ACCEPTED';
  const isLegalAidOffered = isNegative && value.isLegalAidOffered;
  const told = outcome && notice && { outcome, route, to, reason, notice, isLegalAidOffered };
  const decision = told && decisionProblems(told).length === 0 ? told : null;
  return (
    <CaseDialog
      asked={props}
      form={form}
      about={t('decide.about')}
      isReady={decision !== null}
      send={async () => form.carry(DecideCaseDocument, { decision: decision as NonNullable<typeof decision> })}
    >
      <Form.Item label={t('fact.outcome')} required>
        <Radio.Group
          value={outcome}
          onChange={(event) => set({ outcome: event.target.value })}
          options={CASE_OUTCOMES.map((each) => ({ value: each, label: t(`words:caseOutcome.${each}`) }))}
        />
      </Form.Item>
      {outcome === 'REDIRECTED' && (
        <Form.Item label={t('fact.route')} htmlFor="case-route" required>
          <Select
            id="case-route"
            value={route}
            onChange={(chosen) => set({ route: chosen })}
            options={CASE_ROUTES.map((each) => ({ value: each, label: t(`words:caseRoute.${each}`) }))}
          />
        </Form.Item>
      )}
      {isElsewhere && (
        <TitleField
          id="case-to"
          label={t('fact.to')}
          length={LIMITS.case.name}
          value={to}
          onChange={(text) => set({ to: text })}
        />
      )}
      <ReasonField
        id="case-reason"
        label={t(isNegative ? 'fact.reason' : 'decide.reason')}
        length={WORDS}
        isRequired={isNegative}
        value={reason}
        onChange={(text) => set({ reason: text })}
      />
      <Form.Item label={t('fact.notice')} required>
        <Radio.Group
          value={notice}
          onChange={(event) => set({ notice: event.target.value })}
          options={NOTICE_FORMS.map((each) => ({ value: each, label: t(`words:noticeForm.${each}`) }))}
        />
      </Form.Item>
      {isNegative && (
        <Checkbox checked={isLegalAidOffered} onChange={(event) => set({ isLegalAidOffered: event.target.checked })}>
          {t('decide.legalAid')}
        </Checkbox>
      )}
      <p>
        <PaperPreview of="case" id={props.thing.id} given={decision && { decision }} />
      </p>
    </CaseDialog>
  );
}
