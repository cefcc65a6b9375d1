import { CASE_MACHINE, type CaseDeed } from '@lxq/schema/cases/case-machine.ts';
import { useTranslation } from 'react-i18next';
import type { CaseWholeFragment } from '../../../nouns/cases/case.generated.ts';
import * as documents from '../../../nouns/cases/deeds.derived.generated.ts';
import { MatterDeeds } from '../MatterDeeds.tsx';
import { AssignDialog, ReassignDialog } from './AssignDialog.tsx';
import { CaseResultDialog } from './CaseResultDialog.tsx';
import { DecideDialog } from './DecideDialog.tsx';
import { FileDialog, SettleDialog } from './FileDialog.tsx';
import { LinkDialog } from './LinkDialog.tsx';
import { PlanDialog } from './PlanDialog.tsx';
import { FinalReviewDialog, ReviewDialog } from './ReviewDialog.tsx';

const FORWARD: readonly CaseDeed[] = [
  ...(['decide', 'settle', 'file', 'assign', 'signFor', 'coSign', 'reassign', 'plan', 'draftResult'] as const),
  ...(['submitResult', 'sign', 'close', 'answer', 'answerReview', 'answerFinalReview', 'archive'] as const),
];
const DIALOGS = {
  ...{ decide: DecideDialog, settle: SettleDialog, file: FileDialog, assign: AssignDialog, reassign: ReassignDialog },
  ...{ plan: PlanDialog, draftResult: CaseResultDialog, link: LinkDialog },
  ...{ answerReview: ReviewDialog, answerFinalReview: FinalReviewDialog },
};

interface Props {
  of: CaseWholeFragment;
  onChanged: () => unknown;
}

/** What may be done with a case now. An answer begins with what the unit has proposed to tell. */
export function CaseDeeds({ of: it, onChanged }: Props) {
  const { t } = useTranslation(['cases', 'words']);
  return (
    <MatterDeeds<CaseDeed, CaseWholeFragment>
      noun="case"
      machine={CASE_MACHINE}
      documents={documents}
      thing={it}
      forward={FORWARD}
      dialogs={DIALOGS}
      nameOf={(deed) => t(`words:caseDeed.${deed}`)}
      wordsOf={(deed) => ({
        about: t(`dialog.about.${deed as 'object'}`),
        label: t(`dialog.label.${deed as 'object'}`),
        proposed: deed === 'answer' ? (it.results.at(-1)?.answer ?? '') : '',
        isDangerous: deed === 'rework' || deed === 'reopen',
      })}
      graveOf={(deed) => t(`dialog.grave.${deed as 'close'}`)}
      onChanged={onChanged}
    />
  );
}
