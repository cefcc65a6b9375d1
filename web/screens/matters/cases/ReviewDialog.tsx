import { REVIEW_OUTCOMES, type ReviewOutcome } from '@lxq/schema/cases/case-words.ts';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { WORDS } from '@lxq/schema/transitions.ts';
import { Form, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { ReasonField } from '../../../ui/desk/ReasonField.tsx';
import { CaseDialog } from './CaseDialog.tsx';
import { AnswerCaseFinalReviewDocument, AnswerCaseReviewDocument } from './cases.generated.ts';
import { type AskedCase, useCaseForm } from './useCaseForm.ts';

/** 复查: whether what was answered holds. */
export const ReviewDialog = (props: AskedCase) => <Reviewing {...props} deed="answerReview" />;
/** 复核. */
export const FinalReviewDialog = (props: AskedCase) => <Reviewing {...props} deed="answerFinalReview" />;

const DOCUMENTS = { answerReview: AnswerCaseReviewDocument, answerFinalReview: AnswerCaseFinalReviewDocument };
interface Fields {
  outcome: ReviewOutcome | null;
  reason: string;
}

function Reviewing({ deed, ...props }: AskedCase & { deed: keyof typeof DOCUMENTS }) {
  const { t } = useTranslation(['cases', 'words']);
  const form = useCaseForm<Fields>(props, deed, { outcome: null, reason: '' });
  const { outcome, reason } = form.value;
  return (
    <CaseDialog
      asked={props}
      form={form}
      about={t(`review.about.${deed}`)}
      isReady={outcome !== null && lengthFault(reason, WORDS) === null}
      send={() => form.carry(DOCUMENTS[deed], { outcome: outcome as ReviewOutcome, reason: reason.trim() })}
    >
      <Form.Item label={t('fact.review')} required>
        <Radio.Group
          value={outcome}
          onChange={(event) => form.set({ outcome: event.target.value })}
          options={REVIEW_OUTCOMES.map((each) => ({ value: each, label: t(`words:reviewOutcome.${each}`) }))}
        />
      </Form.Item>
      <ReasonField
        id="case-review"
        label={t('review.reason')}
        length={WORDS}
        value={reason}
        onChange={(text) => form.set({ reason: text })}
      />
    </CaseDialog>
  );
}
