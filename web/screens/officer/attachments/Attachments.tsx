import { mostOf } from '@lxq/schema/attachments/attachment-draft.ts';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditedDraft } from '../useDraft.ts';
import { AttachmentRows } from './AttachmentRows.tsx';
import { ChoiceRow } from './ChoiceRow.tsx';
import { ChooseButtons } from './ChooseButtons.tsx';
import { UndoBar } from './UndoBar.tsx';
import { useChoosing } from './useChoosing.ts';
import './attachments.css';

/** What goes with the words: photos, a voice note, documents. Each stands on the phone before it is shown as one of them. */
export function Attachments({ edited }: { edited: EditedDraft }) {
  const { t } = useTranslation('officer');
  const attached = edited.draft.attachments ?? [];
  const choosing = useChoosing(edited);
  const { choices, room } = choosing;
  const [undo, setUndo] = useState<() => Promise<boolean>>();
  const photos = attached.filter(({ kind }) => kind === 'PHOTO').length;
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
      <AttachmentRows
        draft={edited.draft}
        onMoveUp={({ clientId }) => edited.moveUp(clientId)}
        onRemove={({ clientId }) => {
          const back = edited.remove(clientId);
          setUndo(() => back);
        }}
      >
        {choices.map((choice) => (
          <ChoiceRow
            key={choice.id}
            choice={choice}
            onRetry={() => choosing.retry(choice.id)}
            onDismiss={() => choosing.dismiss(choice.id)}
          />
        ))}
      </AttachmentRows>
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
