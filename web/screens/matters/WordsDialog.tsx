import { INSTRUCTION_MACHINE, type InstructionDeed } from '@lxq/schema/instructions/instruction-states.ts';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { lengthOf } from '@lxq/schema/transitions.ts';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import type { InstructionWholeFragment } from '../../nouns/instructions/instruction.generated.ts';
import { useKeptText } from '../../session/useKeptText.ts';
import { ReasonField } from '../../ui/desk/ReasonField.tsx';
import type { Outcome } from '../../ui/useOnce.ts';

interface Props {
  deed: InstructionDeed;
  instruction: InstructionWholeFragment;
  title: string;
  isBusy: boolean;
  send: (words: string) => Promise<Outcome<unknown>>;
  onClose: () => void;
}

/** Asks for the words that a deed needs. An answer begins with what the unit has proposed to tell. */
export function WordsDialog({ deed, instruction, title, isBusy, send, onClose }: Props) {
  const { t } = useTranslation('matters');
  const proposed = deed === 'answer' ? (instruction.results.at(-1)?.answer ?? '') : '';
  const kept = useKeptText({ deed: `instruction.${deed}`, subject: instruction.id }, proposed);
  const length = lengthOf(INSTRUCTION_MACHINE[deed]);
  return (
    <DeedDialog
      title={t('dialog.title', { deed: title, no: instruction.no })}
      okText={title}
      isReady={lengthFault(kept.value, length) === null}
      isBusy={isBusy}
      isDangerous={deed === 'returnResult'}
      kept={kept}
      send={() => send(kept.value.trim())}
      onDone={onClose}
      onClose={onClose}
    >
      <p className="deed-dialog-about">{t(`dialog.about.${deed as 'object'}`)}</p>
      <ReasonField
        id="matter-words"
        autoFocus
        label={t(`dialog.label.${deed as 'object'}`)}
        length={length}
        value={kept.value}
        onChange={kept.change}
      />
    </DeedDialog>
  );
}
