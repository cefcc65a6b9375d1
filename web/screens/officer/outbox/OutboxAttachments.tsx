import { useTranslation } from 'react-i18next';
import { addTo, replace, takeOut } from '../../../device/changing.ts';
import { localDb, type Part } from '../../../device/local-db.ts';
import { partOf } from '../../../device/parts.ts';
import { sendNow } from '../../../device/sending.ts';
import type { ItemOf } from '../../../device/useOutbox.ts';
import { useParts } from '../../../device/useParts.ts';
import { failed } from '../../../ui/failure.ts';
import { useFailureWords } from '../../../ui/failure-words.ts';
import { Dialog, Toast } from '../../../ui/phone/dialogs.ts';
import { AttachmentRow } from '../attachments/AttachmentRow.tsx';
import { ChoiceRows } from '../attachments/ChoiceRow.tsx';
import { ChooseButtons } from '../attachments/ChooseButtons.tsx';
import { ReplaceButton } from '../attachments/ReplaceButton.tsx';
import { useChoosing } from '../attachments/useChoosing.ts';
import { type Shown, useLooking } from '../attachments/useLooking.tsx';

type Item = ItemOf<'report'>;

/** What goes with a report that waits. Once its text has arrived: how each fares, why one was not taken, and another in its place. */
export function OutboxAttachments({ item }: { item: Item }) {
  const { draft } = item.promised;
  const attached = draft.attachments ?? [];
  const { parts } = useParts(attached);
  const { shownOf, viewer } = useLooking(draft);
  const choosing = useChoosing({
    attached: () => attached,
    add: async (prepared) => heed(await addTo(localDb, item.clientId, await partOf(draft, prepared))),
  });
  return (
    <>
      <ul className="as-list attachments-list">
        {attached.map((one) => (
          <WaitingRow
            key={one.clientId}
            item={item}
            shown={shownOf(one)}
            part={parts.find(({ clientId }) => clientId === one.clientId)}
          />
        ))}
        <ChoiceRows choosing={choosing} />
      </ul>
      {viewer}
      {item.stored && item.state === 'FAILED' && <ChooseButtons choosing={choosing} attached={attached} />}
    </>
  );
}

/** What was put right goes at once. */
function heed(isDone: boolean) {
  if (!isDone) throw new Error('it is being sent');
  void sendNow();
}

interface RowProps {
  item: Item;
  shown: Shown;
  part: Part | undefined;
}

function WaitingRow({ item, shown, part }: RowProps) {
  const { t } = useTranslation('officer');
  const { name } = shown;
  const { draft } = item.promised;
  const { clientId, kind } = shown.attached;
  const choosing = useChoosing({
    // It goes, so that there is room for another.
    attached: () => (draft.attachments ?? []).filter((one) => one.clientId !== clientId),
    add: async (prepared) => heed(await replace(localDb, item.clientId, clientId, await partOf(draft, prepared))),
  });
  const drop = async () => {
    const content = !item.stored && item.attempts > 0 && t('outbox.removeTried', { count: item.attempts });
    const asked = { title: t('attach.dropAsk', { name }), content, confirmText: t('attach.remove') };
    if (!(await Dialog.confirm(asked))) return;
    if (await takeOut(localDb, item.clientId, clientId)) void sendNow();
    else Toast.show(t('outbox.busy'));
  };
  return (
    <>
      <AttachmentRow
        {...shown}
        onRemove={() => void drop()}
        replacing={part?.state === 'REFUSED' && <ReplaceButton kind={kind} name={name} choosing={choosing} />}
      >
        {item.stored && <Way part={part} />}
      </AttachmentRow>
      <ChoiceRows choosing={choosing} />
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
