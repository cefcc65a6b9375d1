import { INSTRUCTION_MACHINE, type InstructionDeed } from '@lxq/schema/instructions/instruction-states.ts';
import { useTranslation } from 'react-i18next';
import * as documents from '../../nouns/instructions/deeds.derived.generated.ts';
import type { InstructionWholeFragment } from '../../nouns/instructions/instruction.generated.ts';
import { MatterDeeds } from './MatterDeeds.tsx';
import { RedispatchDialog, RegisterDialog } from './RegisterDialog.tsx';
import { InstructionResultDialog } from './ResultDialog.tsx';

const FORWARD: readonly InstructionDeed[] = [
  ...['register', 'dispatch', 'signFor', 'coSign', 'handle', 'draftResult', 'reportResult', 'verify', 'confirm'],
  ...['redispatch', 'answer'],
] as InstructionDeed[];
const DIALOGS = {
  register: RegisterDialog,
  redispatch: RedispatchDialog,
  draftResult: InstructionResultDialog,
};

interface Props {
  instruction: InstructionWholeFragment;
  onChanged: () => unknown;
}

/** What may be done with an instruction now. An answer begins with what the unit has proposed to tell. */
export function InstructionDeeds({ instruction, onChanged }: Props) {
  const { t } = useTranslation('matters');
  // It is received once.
  const toDo = { ...instruction, viewerCanRead: instruction.viewerCanRead && !instruction.readAt };
  return (
    <MatterDeeds<InstructionDeed, InstructionWholeFragment>
      noun="instruction"
      machine={INSTRUCTION_MACHINE}
      documents={documents}
      thing={toDo}
      forward={FORWARD}
      dialogs={DIALOGS}
      nameOf={(deed) => t(`deed.${deed as 'register'}`)}
      wordsOf={(deed) => ({
        about: t(`dialog.about.${deed as 'object'}`),
        label: t(`dialog.label.${deed as 'object'}`),
        proposed: deed === 'answer' ? (instruction.results.at(-1)?.answer ?? '') : '',
        isDangerous: deed === 'returnResult',
      })}
      graveOf={() => t('dialog.grave')}
      onChanged={onChanged}
    />
  );
}
