import { LIMITS } from '@lxq/schema/limits.ts';
import type { RevisitMethod } from '@lxq/schema/revisits/revisit-states.ts';
import { lengthFault } from '@lxq/schema/texts/characters.ts';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeedDialog } from '../../../deeds/desk/DeedDialog.tsx';
import { ReasonField } from '../../../ui/desk/ReasonField.tsx';
import { useMatterForm } from '../useMatterForm.ts';
import { MethodField } from './MethodField.tsx';
import type { RevisitDialog } from './RevisitDialog.ts';
import { AttemptRevisitDocument } from './revisits.generated.ts';

interface Fields {
  method: RevisitMethod;
  note: string;
}
const PHRASES = ['ring', 'off', 'wrong', 'busy'] as const;
const { note: NOTE } = LIMITS.revisit;

/** 未打通: the villager was not reached this time. */
export function AttemptDialog(props: RevisitDialog) {
  const { title, onDone, onClose } = props;
  const { t } = useTranslation('revisits');
  const form = useMatterForm<Fields>(props, 'revisit.attempt', { method: 'PHONE', note: '' });
  const { kept, set, isBusy, carry } = form;
  const { method, note } = form.value;
  return (
    <DeedDialog
      title={title}
      okText={t('attempt.deed')}
      isReady={lengthFault(note, NOTE) === null}
      isBusy={isBusy}
      kept={kept}
      send={() => carry(AttemptRevisitDocument, { attempt: { method, note: note.trim() } })}
      onDone={onDone}
      onClose={onClose}
    >
      <p className="deed-dialog-about">{t('attempt.about')}</p>
      <MethodField label={t('attempt.method')} value={method} onChange={(chosen) => set({ method: chosen })} />
      <fieldset className="as-wrap revisit-phrases" aria-label={t('attempt.phrases')}>
        {PHRASES.map((phrase) => (
          <Button key={phrase} onClick={() => set({ note: t(`attempt.phrase.${phrase}`) })}>
            {t(`attempt.phrase.${phrase}`)}
          </Button>
        ))}
      </fieldset>
      <ReasonField
        id="attempt-note"
        label={t('attempt.note')}
        length={NOTE}
        value={note}
        onChange={(text) => set({ note: text })}
      />
    </DeedDialog>
  );
}
