import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../deeds/desk/DeedDialog.tsx';
import type { KeptTyping } from '../../session/useKeptText.ts';
import type { Outcome } from '../../ui/useOnce.ts';
import { Overtaken } from './Overtaken.tsx';
import type { AskedDeed, Matter } from './useAskedDeed.ts';

export interface MatterDialogProps {
  asked: AskedDeed<Matter>;
  form: { isBusy: boolean; isOvertaken: boolean; kept: Pick<KeptTyping<unknown>, 'isFound' | 'forget'> };
  about: string;
  /** What others have written or done meanwhile. */
  overtaken: ReactNode;
  isReady: boolean;
  width?: number;
  send: () => Promise<Outcome<unknown>>;
  children: ReactNode;
}

/** What a deed on a matter asks beyond words. Where others were first, it says so above what is typed. */
export function MatterDialog({
  asked,
  form,
  about,
  overtaken,
  isReady,
  width = 600,
  send,
  children,
}: MatterDialogProps) {
  const { t } = useTranslation('matters');
  const { thing, title, isPossible, onClose } = asked;
  const isTooLate = form.isOvertaken && !isPossible;
  return (
    <DeedDialog
      title={t('dialog.title', { deed: title, no: thing.no })}
      okText={title}
      isReady={isReady && !isTooLate}
      isBusy={form.isBusy}
      kept={form.kept}
      send={send}
      onDone={onClose}
      onClose={onClose}
      width={width}
    >
      <p className="deed-dialog-about">{about}</p>
      {form.isOvertaken && <Overtaken isPossible={isPossible}>{overtaken}</Overtaken>}
      {children}
    </DeedDialog>
  );
}
