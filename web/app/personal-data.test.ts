import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { richTextFromPlain } from '@lxq/schema/digests/rich-text.ts';
import type { FREE_TEXTS, FreeText } from '@lxq/schema/texts/free-texts.ts';
import { maskedBody } from '../screens/digests/editor/maskedBody.ts';

const WEB = join(import.meta.dirname, '..');
const screens = readdirSync(WEB, { recursive: true, encoding: 'utf8' }).filter(
  (file) =>
    file.endsWith('.tsx') && !file.includes('node_modules') && !file.includes('dist') && !file.includes('.test.'),
);

test('every form that takes a sentence shows the hint about personal data', () => {
  const forms = screens.filter((file) =>
    /TextArea\b|<textarea\b|EditorContent\b|<ReasonField\b/.test(readFileSync(join(WEB, file), 'utf8')),
  );
  expect(forms.length).toBeGreaterThanOrEqual(9);
  expect(forms).toContain(join('ui', 'desk', 'ReasonField.tsx')); // which shows it wherever it stands
  const without = forms.filter(
    (file) => !/<PersonalDataHint\b|<ReasonField\b/.test(readFileSync(join(WEB, file), 'utf8')),
  );
  expect(without).toEqual([]);
});

type Warned = {
  [Text in FreeText]: (typeof FREE_TEXTS)[Text] extends 'WARNED' | 'REFUSED' | 'CHECKED' ? Text : never;
}[FreeText];
const REASONS = ['screens', 'desk', 'TextDialog.tsx', '<ReasonField'] as const;
const WORKFLOW = ['screens', 'digests', 'WorkflowDialog.tsx', '<ReasonField'] as const;
const IDENTITY = ['nouns', 'openings', 'ReasonDialog.tsx', '<ReasonField'] as const;
const MATTERS = ['screens', 'matters', 'WordsDialog.tsx', '<ReasonField'] as const;
const REVISIT = ['screens', 'matters', 'revisits', 'ReasonDialog.tsx', '<ReasonField'] as const;
const RESULT = ['screens', 'matters', 'ResultDialog.tsx'] as const;
const ORDER = ['screens', 'matters', 'orders', 'OrderDialogs.tsx'] as const;
const CENSURE = ['screens', 'matters', 'censures', 'CensureDialogs.tsx'] as const;
const REVIEW = ['screens', 'matters', 'cases', 'ReviewDialog.tsx', '<ReasonField'] as const;
const CONTENT = ['screens', 'officer', 'WhatStep.tsx', '<PersonalDataHint text={fields.content}'] as const;
const OUTSIDE = ['screens', 'officer', 'WhereStep.tsx', '<PersonalDataHint'] as const;
/** Where each is typed, and what shows the hint there. */
const FORMS: Record<Warned, readonly [...folders: string[], file: string, hint: string]> = {
  'archiveReport.reason': REASONS,
  'markReportUntold.reason': REASONS,
  'lowerUrgent.reason': REASONS,
  'replyReport.answer': REASONS,
  'returnReport.reason': REASONS,
  'returnReports.reason': REASONS,
  'planUrgent.plan.text': ['screens', 'desk', 'PlanDialog.tsx', '<ReasonField'],
  'planUrgent.plan.noticeTo': ['screens', 'desk', 'PlanDialog.tsx', '<PersonalDataHint text={noticeTo}'],
  'registerInstruction.registration.brief': ['screens', 'matters', 'RegisterDialog.tsx', '<ReasonField'],
  'draftInstructionResult.result.body': [...RESULT, 'value={told.body}'],
  'draftInstructionResult.result.answer': [...RESULT, 'value={told.answer}'],
  'draftInstructionResult.result.opinion': [...RESULT, 'value={told.opinion}'],
  'draftInstructionResult.result.kept': [...RESULT, '<PersonalDataHint text={told.kept}'],
  'draftCaseResult.result.body': [...RESULT, 'value={told.body}'],
  'draftCaseResult.result.answer': [...RESULT, 'value={told.answer}'],
  'draftCaseResult.result.opinion': [...RESULT, 'value={told.opinion}'],
  'draftCaseResult.result.kept': [...RESULT, '<PersonalDataHint text={told.kept}'],
  'draftCaseResult.written.request': [...RESULT, 'value={written[field]}'],
  'draftCaseResult.written.basis': [...RESULT, 'value={written[field]}'],
  'draftCaseResult.written.remedy': [...RESULT, 'value={written[field]}'],
  'openCase.draft.title': ['nouns', 'cases', 'OpenCaseDialog.tsx', '<TitleField'],
  'openCase.draft.brief': ['nouns', 'cases', 'OpenCaseDialog.tsx', '<ReasonField'],
  'decideCase.decision.reason': ['screens', 'matters', 'cases', 'DecideDialog.tsx', '<ReasonField'],
  'planCase.plan.plan': ['screens', 'matters', 'cases', 'PlanDialog.tsx', '<ReasonField'],
  'answerCaseReview.reason': REVIEW,
  'answerCaseFinalReview.reason': REVIEW,
  'answerCase.answer': MATTERS,
  'withdrawAccountability.reason': MATTERS,
  'linkCase.linkage.mayTell': ['screens', 'matters', 'cases', 'LinkDialog.tsx', '<ReasonField'],
  'logCase.entry': MATTERS,
  'markCaseUntold.reason': MATTERS,
  'objectToCase.reason': MATTERS,
  'reopenCase.reason': MATTERS,
  'reviewCase.request': MATTERS,
  'reviewCaseFinally.request': MATTERS,
  'reworkCase.reason': MATTERS,
  'upholdCase.reason': MATTERS,
  'openTheme.draft.title': ['nouns', 'themes', 'OpenTheme.tsx', '<TitleField'],
  'planTheme.plan.plan': ['screens', 'matters', 'themes', 'ThemeDialogs.tsx', '<ReasonField'],
  'answerTheme.answer': MATTERS,
  'dissolveTheme.reason': MATTERS,
  'draftOrder.order.title': [...ORDER, 'value={value.title}'],
  'draftOrder.order.basis': [...ORDER, 'value={value.basis}'],
  'draftOrder.order.requirement': [...ORDER, 'value={value.requirement}'],
  'reviseOrder.order.title': [...ORDER, 'value={value.title}'],
  'reviseOrder.order.basis': [...ORDER, 'value={value.basis}'],
  'reviseOrder.order.requirement': [...ORDER, 'value={value.requirement}'],
  'inspectOrder.inspection.found': ['screens', 'matters', 'orders', 'InspectDialog.tsx', '<ReasonField'],
  'rectifyOrder.plan': MATTERS,
  'reportOrder.result': MATTERS,
  'returnOrder.reason': MATTERS,
  'draftCensure.censure.title': [...CENSURE, 'value={value.title}'],
  'draftCensure.censure.cause': [...CENSURE, 'value={value[field]}'],
  'draftCensure.censure.evidence': [...CENSURE, 'value={value[field]}'],
  'draftCensure.censure.rule': [...CENSURE, 'value={value[field]}'],
  'reviseCensure.censure.title': [...CENSURE, 'value={value.title}'],
  'reviseCensure.censure.cause': [...CENSURE, 'value={value[field]}'],
  'reviseCensure.censure.evidence': [...CENSURE, 'value={value[field]}'],
  'reviseCensure.censure.rule': [...CENSURE, 'value={value[field]}'],
  'appealCensure.reason': MATTERS,
  'rectifyCensure.plan': MATTERS,
  'revokeCensure.reason': MATTERS,
  'upholdCensure.reason': MATTERS,
  'verifyCensure.found': MATTERS,
  'confirmInstruction.found': MATTERS,
  'answerInstruction.answer': MATTERS,
  'handleInstruction.plan': MATTERS,
  'objectToInstruction.reason': MATTERS,
  'returnInstruction.reason': MATTERS,
  'upholdInstruction.reason': MATTERS,
  'attemptRevisit.attempt.note': ['screens', 'matters', 'revisits', 'AttemptDialog.tsx', '<ReasonField'],
  'completeRevisit.outcome.told': ['screens', 'matters', 'revisits', 'OutcomeDialog.tsx', 'value={told.told}'],
  'completeRevisit.outcome.opinion': ['screens', 'matters', 'revisits', 'OutcomeDialog.tsx', 'value={told.opinion}'],
  'completeRevisit.outcome.reason': ['screens', 'matters', 'revisits', 'OutcomeDialog.tsx', 'value={told.reason}'],
  'countRevisit.reason': REVISIT,
  'explainRevisit.explanation': REVISIT,
  'nameStandIn.standIn.reason': ['screens', 'network', 'PostDialog.tsx', '<FieldHint name="reason"'],
  'addMarker.word': ['nouns', 'desks', 'MarkerKeeper.tsx', '<PersonalDataHint text={word}'],
  'noteOnReport.text': ['screens', 'desk', 'BesideDialogs.tsx', '<ReasonField'],
  'urgeReports.text': ['screens', 'desk', 'BesideDialogs.tsx', '<ReasonField'],
  'refuseExtension.reason': ['nouns', 'deadlines', 'DeadlineDeeds.tsx', '<ReasonField'],
  'requestExtension.reason': ['nouns', 'deadlines', 'DeadlineDeeds.tsx', '<ReasonField'],
  'createToken.name': ['screens', 'tokens', 'TokenDialog.tsx', '<PersonalDataHint text={kept.value}'],
  'saveView.view.name': ['nouns', 'views', 'ViewNameDialog.tsx', '<PersonalDataHint text={kept.value}'],
  'setAsideReports.reason': ['screens', 'digests', 'editor', 'SetAsideDialog.tsx', '<ReasonField'],
  'sendBackDigest.comment': WORKFLOW,
  'voidDigest.reason': WORKFLOW,
  'issueDigest.earlyReason': WORKFLOW,
  'saveDigest.title': ['screens', 'digests', 'Settings.tsx', '<FieldHint name="title"'],
  'saveDigestItem.item.title': [
    'screens',
    'digests',
    'editor',
    'ItemEditor.tsx',
    '<PersonalDataHint text={value.title}',
  ],
  'saveDigestItem.item.body': ['screens', 'digests', 'editor', 'ItemText.tsx', '<PersonalDataHint'],
  'savePortfolio.portfolio.name': ['screens', 'admin', 'PortfolioDrawer.tsx', '<FieldHint name="name"'],
  'saveTerm.term.name': ['screens', 'admin', 'TermDialog.tsx', '<FieldHint name="name"'],
  'instruct.draft.text': ['screens', 'leader', 'InstructSheet.tsx', '<PersonalDataHint'],
  'openContact.reason': ['nouns', 'contacts', 'desk', 'DeskContact.tsx', '<ReasonField'],
  'requestIdentity.reason': IDENTITY,
  'refuseIdentity.reason': IDENTITY,
  'submitReport.draft.content': CONTENT,
  'resubmitReport.draft.content': CONTENT,
  'submitReport.draft.outsideAreaReason': OUTSIDE,
  'resubmitReport.draft.outsideAreaReason': OUTSIDE,
};
test.each(Object.entries(FORMS))('whoever types %s is shown the hint', (_, form) => {
  expect(readFileSync(join(WEB, ...form.slice(0, -1)), 'utf8')).toContain(form.at(-1));
});

test('a number in an item is masked, also where half of it is bold', () => {
  const whole = maskedBody(richTextFromPlain('电话13812345678，\n请核实。'));
  expect(JSON.stringify(whole)).toContain('138****5678');
  const bold = [{ type: 'bold' as const }] as [{ type: 'bold' }];
  const parted = maskedBody({
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: '电话1381', marks: bold },
          { type: 'text', text: '2345678' },
        ],
      },
      { type: 'paragraph' },
    ],
  });
  expect(JSON.stringify(parted)).toContain('138****5678');
});
