import { mostOf } from '@lxq/schema/attachments/attachment-draft.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { UndoBar } from '../../../ui/UndoBar.tsx';
import type { EditedDraft } from '../useDraft.ts';
import { AttachmentRow } from './AttachmentRow.tsx';
import { ChoiceRows } from './ChoiceRow.tsx';
import { ChooseButtons } from './ChooseButtons.tsx';
import { useChoosing } from './useChoosing.ts';
import { useLooking } from './useLooking.tsx';
import './attachments.css';

/** What goes with the words: photos, a voice note, documents. Each stands on the phone before it is shown as one of them. */
export function Attachments({ edited }: { edited: EditedDraft }) {
  const { t } = useTranslation('officer');
  const attached = edited.draft.attachments ?? [];
  const choosing = useChoosing(edited);
  const { room } = choosing;
  const [undo, setUndo] = useState<() => Promise<boolean>>();
  const photos = attached.filter(({ kind }) => kind === 'PHOTO').length;
  const { shownOf, viewer } = useLooking(edited.draft);
  const hasOwn = attached.some(({ isStored }) => !isStored);

  return (
    <section className="field attachments" aria-label={t('attach.title')}>
      <h2>{t('attach.title')}</h2>
      <ChooseButtons choosing={choosing} attached={attached} />
      {photos > 0 && (
        <p className="field-count">{t('attach.photos', { count: photos, most: mostOf('REPORT', 'PHOTO') })}</p>
      )}
      {room.isNearlyFull && (
        <p className="attachments-warning" role="alert">
          {t('attach.nearlyFull')}
        </p>
      )}
      {hasOwn && room.isLasting === false && <p className="field-note">{t('attach.notLasting')}</p>}
      <ul className="as-list attachments-list">
        {attached.map((one, place) => (
          <AttachmentRow
            key={one.clientId}
            {...shownOf(one)}
            onMoveUp={place > 0 ? () => edited.moveUp(one.clientId) : undefined}
            onRemove={() => {
              const back = edited.remove(one.clientId);
              setUndo(() => back);
            }}
          />
        ))}
        <ChoiceRows choosing={choosing} />
      </ul>
      {viewer}
      {undo && (
        <UndoBar
          words={t('attach.removed')}
          onUndo={() => void undo().then(() => setUndo(undefined))}
          onOver={() => setUndo(undefined)}
        />
      )}
    </section>
  );
}
