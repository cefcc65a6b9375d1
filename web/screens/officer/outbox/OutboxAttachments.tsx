import { useTranslation } from 'react-i18next';
import { addTo, takeOut } from '../../../device/changing.ts';
import { localDb, type Part } from '../../../device/local-db.ts';
import { partOf } from '../../../device/parts.ts';
import type { ItemOf } from '../../../device/useOutbox.ts';
import { useParts } from '../../../device/useParts.ts';
import { failed } from '../../../ui/failure.ts';
import { useFailureWords } from '../../../ui/failure-words.ts';
import { Dialog, Toast } from '../../../ui/phone/dialogs.ts';
import { AttachmentRows } from '../attachments/AttachmentRows.tsx';
import { ChoiceRow } from '../attachments/ChoiceRow.tsx';
import { ChooseButtons } from '../attachments/ChooseButtons.tsx';
import { useChoosing } from '../attachments/useChoosing.ts';

/** What goes with a report that waits. Once its text has arrived: how each fares, why one was not taken, and another in its place. */
export function OutboxAttachments({ item }: { item: ItemOf<'report'> }) {
  const { t } = useTranslation('officer');
  const { draft } = item.promised;
  const attached = draft.attachments ?? [];
  const { parts } = useParts(attached);
  const choosing = useChoosing({
    attached: () => attached,
    add: async (prepared) => {
      const isIn = await addTo(localDb, item.clientId, await partOf(draft, prepared));
      if (!isIn) throw new Error('it is being sent');
    },
  });
  const drop = async (clientId: string, name: string) => {
    const content = !item.stored && item.attempts > 0 && t('outbox.removeTried', { count: item.attempts });
    if (!(await Dialog.confirm({ title: t('attach.removeAsk', { name }), content }))) return;
    if (!(await takeOut(localDb, item.clientId, clientId))) Toast.show(t('outbox.busy'));
  };
  return (
    <>
      <AttachmentRows
        draft={draft}
        onRemove={({ clientId }, name) => void drop(clientId, name)}
        wayOf={({ clientId }) => item.stored && <Way part={parts.find((part) => part.clientId === clientId)} />}
      >
        {choosing.choices.map((choice) => (
          <ChoiceRow
            key={choice.id}
            choice={choice}
            onRetry={() => choosing.retry(choice.id)}
            onDismiss={() => choosing.dismiss(choice.id)}
          />
        ))}
      </AttachmentRows>
      {item.stored && item.state === 'FAILED' && <ChooseButtons choosing={choosing} attached={attached} />}
    </>
  );
}

function Way({ part }: { part: Part | undefined }) {
  const { t } = useTranslation('officer');
  const wordsOf = useFailureWords();
  if (!part) return null;
  const { state, refusal, failure, sent, size } = part;
  if (state === 'ARRIVED') return <span>{t('outbox.way.ARRIVED')}</span>;
  if (state === 'REFUSED')
    return <span className="attachment-why">{t('outbox.way.REFUSED', { why: refusal ?? '' })}</span>;
  if (failure) return <span className="attachment-why">{wordsOf(failed(failure)).line}</span>;
  return <span>{t('outbox.way.HERE', { percent: Math.floor((sent / size) * 100) })}</span>;
}
