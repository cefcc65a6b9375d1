import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import { useKeptText } from '../../session/useKeptText.ts';
import { ReasonField } from '../../ui/desk/ReasonField.tsx';
import type { Outcome } from '../../ui/useOnce.ts';
import type { AskedDeed, Matter } from './useAskedDeed.ts';

/** What a deed asks for in words. */
export interface AskedWords {
  about: string;
  label: string;
  /** What it begins with. */
  proposed?: string;
  isDangerous?: boolean;
}
interface Props extends AskedWords, Pick<AskedDeed<Matter>, 'thing' | 'title' | 'onClose'> {
  /** What is typed is kept under it. */
  deed: string;
  length: { min: number; max: number };
  isBusy: boolean;
  send: (words: string) => Promise<Outcome<unknown>>;
}

/** Asks for the words that a deed needs. */
export function WordsDialog({ deed, thing, title, about, label, proposed = '', length, onClose, ...rest }: Props) {
  const { t } = useTranslation('matters');
  const kept = useKeptText({ deed, subject: thing.id }, proposed);
  return (
    <DeedDialog
      title={t('dialog.title', { deed: title, no: thing.no })}
      okText={title}
      isReady={lengthFault(kept.value, length) === null}
      isBusy={rest.isBusy}
      isDangerous={rest.isDangerous ?? false}
      kept={kept}
      send={() => rest.send(kept.value.trim())}
      onDone={onClose}
      onClose={onClose}
    >
      <p className="deed-dialog-about">{about}</p>
      <ReasonField
        id="matter-words"
        autoFocus
        label={label}
        length={length}
        value={kept.value}
        onChange={kept.change}
      />
    </DeedDialog>
  );
}
