import { REVISIT_MACHINE, REVISITS_TO_DO, type RevisitDeed } from '@lxq/schema/revisits/revisit-states.ts';
import { isDoneBy } from '@lxq/schema/transitions.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DeedBar } from '../../../deeds/desk/DeedBar.tsx';
import { DeedButtons } from '../../../deeds/desk/DeedButtons.tsx';
import { may, useDeeds } from '../../../deeds/useDeeds.ts';
import * as documents from '../../../nouns/revisits/deeds.derived.generated.ts';
import type { RevisitWholeFragment } from '../../../nouns/revisits/revisit.generated.ts';
import { useViewer } from '../../../session/session.ts';
import { useQuestion } from '../../../ui/desk/dialogs.tsx';
import { useMessages } from '../../../ui/desk/useMessages.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { AttemptDialog } from './AttemptDialog.tsx';
import { matterOf } from './matterOf.ts';
import { OutcomeDialog } from './OutcomeDialog.tsx';
import { CountDialog, ExplainDialog } from './ReasonDialog.tsx';

/** As their buttons stand: what is done after a call first. */
const ORDER: readonly RevisitDeed[] = ['complete', 'attempt', 'giveUp', 'confirm', 'count', 'explain', 'assign'];
const PRIMARY: readonly RevisitDeed[] = ['complete', 'confirm', 'count', 'explain'];
const DIALOGS = {
  complete: OutcomeDialog,
  attempt: AttemptDialog,
  assign: AssignDialog,
  count: CountDialog,
  explain: ExplainDialog,
};

interface Props {
  revisit: RevisitWholeFragment;
  /** The address of the one that is called next. */
  next: string | null;
  /** Somebody was first: what they did is fetched. */
  onChanged: () => unknown;
}

/** What may be done with a revisit now, and the way to the next one, which comes forward once this one is done. */
export function RevisitDeeds({ revisit, next, onChanged }: Props) {
  const { t } = useTranslation(['revisits', 'words']);
  const { said } = useMessages();
  const question = useQuestion();
  const { post } = useViewer();
  const deeds = useDeeds<RevisitDeed, RevisitWholeFragment>(REVISIT_MACHINE, documents);
  const [asked, setAsked] = useState<keyof typeof DIALOGS>();
  const [isDone, setDone] = useState(!REVISITS_TO_DO.includes(revisit.state));
  const possible = ORDER.filter((deed) => may(REVISIT_MACHINE, deed, revisit));
  const no = matterOf(revisit)?.no ?? '';
  const nameOf = (deed: RevisitDeed) =>
    deed === 'attempt' || deed === 'complete' ? t(`${deed}.deed`) : t(`words:revisitDeed.${deed}`);
  const titleOf = (deed: RevisitDeed) => t('dialog.title', { deed: nameOf(deed), no });
  const doneOf = (deed: RevisitDeed) => t('done', { deed: nameOf(deed), no });
  const ask = (deed: RevisitDeed) => {
    if (deed in DIALOGS) return setAsked(deed as keyof typeof DIALOGS);
    // Three pairs of eyes: whoever confirms does not count.
    const confirming = isDoneBy(REVISIT_MACHINE.count, post.role) ? 'confirmCounting' : 'confirm';
    const content = t(deed === 'giveUp' ? 'giveUp' : confirming);
    question({ title: titleOf(deed), content, okText: nameOf(deed), onOk: () => carry(deed) });
  };
  const carry = async (deed: RevisitDeed) => {
    const outcome = await deeds.one(deed, revisit);
    if (said(outcome, doneOf(deed))) setDone(true);
    if ('failure' in outcome && outcome.failure.code === 'CONFLICT') onChanged();
  };
  const close = () => setAsked(undefined);
  const Dialog = asked && DIALOGS[asked];
  if (possible.length === 0 && !asked && !next) return null;
  return (
    <DeedBar>
      <DeedButtons
        machine={REVISIT_MACHINE}
        deeds={possible}
        primary={isDone && next ? [] : PRIMARY.filter((deed) => possible.includes(deed)).slice(0, 1)}
        nameOf={nameOf}
        isBusy={deeds.isBusy}
        ask={ask}
      />
      {next && (
        <Link to={next} className={isDone ? 'revisit-next revisit-next-now' : 'revisit-next'}>
          {t('next')}
        </Link>
      )}
      {asked && Dialog && (
        <Dialog
          thing={revisit}
          title={titleOf(asked)}
          done={doneOf(asked)}
          onChanged={onChanged}
          onDone={() => {
            setDone(true);
            close();
          }}
          onClose={close}
        />
      )}
    </DeedBar>
  );
}
