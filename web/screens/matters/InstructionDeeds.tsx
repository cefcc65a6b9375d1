import { INSTRUCTION_MACHINE, type InstructionDeed } from '@lxq/schema/instructions/instruction-states.ts';
import { deedsOf, type Transition } from '@lxq/schema/transitions.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedBar } from '../../deeds/desk/DeedBar.tsx';
import { DeedButtons } from '../../deeds/desk/DeedButtons.tsx';
import { may, useDeeds } from '../../deeds/useDeeds.ts';
import * as documents from '../../nouns/instructions/deeds.derived.generated.ts';
import type { InstructionWholeFragment } from '../../nouns/instructions/instruction.generated.ts';
import { useQuestion } from '../../ui/desk/dialogs.tsx';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { RedispatchDialog, RegisterDialog } from './RegisterDialog.tsx';
import { ResultDialog } from './ResultDialog.tsx';
import { WordsDialog } from './WordsDialog.tsx';

/** The way on; what sends it back or looks at it anew stands beside it. */
const FORWARD: readonly InstructionDeed[] = [
  ...['register', 'dispatch', 'signFor', 'coSign', 'handle', 'draftResult', 'reportResult', 'verify', 'confirm'],
  ...['redispatch', 'answer'],
] as InstructionDeed[];
const DIALOGS = {
  register: RegisterDialog,
  redispatch: RedispatchDialog,
  draftResult: ResultDialog,
};
const rowOf = (deed: InstructionDeed): Transition<string, never> => INSTRUCTION_MACHINE[deed];

interface Props {
  instruction: InstructionWholeFragment;
  /** Somebody was first: what they did is fetched. */
  onChanged: () => unknown;
}

/** What may be done with an instruction now, by whoever looks at it; a deed that asks for something opens its dialog. */
export function InstructionDeeds({ instruction, onChanged }: Props) {
  const { t } = useTranslation(['matters', 'words']);
  const { said } = useMessages();
  const question = useQuestion();
  const deeds = useDeeds<InstructionDeed, InstructionWholeFragment>(INSTRUCTION_MACHINE, documents);
  const [asked, setAsked] = useState<InstructionDeed>();
  const possible = deedsOf(INSTRUCTION_MACHINE).filter((deed) => may(INSTRUCTION_MACHINE, deed, instruction));
  // What is being typed stays, even where somebody else has done the deed meanwhile: sending it says so.
  if (possible.length === 0 && !asked) return null;
  const nameOf = (deed: InstructionDeed) => t(`deed.${deed as 'register'}`);
  const done = (deed: InstructionDeed) => t('done', { deed: nameOf(deed), no: instruction.no });
  const ask = async (deed: InstructionDeed) => {
    if (deed in DIALOGS || rowOf(deed).asks) return setAsked(deed);
    if (!rowOf(deed).isGrave) return void (await carry(deed));
    const [title, content] = [t('dialog.title', { deed: nameOf(deed), no: instruction.no }), t('dialog.grave')];
    question({ title, content, okText: nameOf(deed), onOk: () => carry(deed) });
  };
  // A dialog shows by itself why its words were refused.
  const carry = async (deed: InstructionDeed, words?: string) => {
    const outcome = await deeds.one(deed, instruction, words);
    if ('value' in outcome || words === undefined) said(outcome, done(deed));
    if ('failure' in outcome && outcome.failure.code === 'CONFLICT') onChanged();
    return outcome;
  };
  const close = () => setAsked(undefined);
  const Dialog = asked && (DIALOGS[asked as 'register'] ?? undefined);
  return (
    <DeedBar>
      <DeedButtons
        machine={INSTRUCTION_MACHINE}
        deeds={possible}
        primary={possible.filter((deed) => FORWARD.includes(deed)).slice(-1)}
        nameOf={nameOf}
        isBusy={deeds.isBusy}
        ask={(deed) => void ask(deed)}
      />
      {asked && Dialog && (
        <Dialog
          instruction={instruction}
          title={nameOf(asked)}
          done={done(asked)}
          onChanged={onChanged}
          onClose={close}
        />
      )}
      {asked && !Dialog && (
        <WordsDialog
          deed={asked}
          instruction={instruction}
          title={nameOf(asked)}
          isBusy={deeds.isBusy}
          send={(words) => carry(asked, words)}
          onClose={close}
        />
      )}
    </DeedBar>
  );
}
