import { useTranslation } from 'react-i18next';
import { addTo, replace, takeOut } from '../../../device/changing.ts';
import type { Attached } from '../../../device/draft.ts';
import { localDb, type Part } from '../../../device/local-db.ts';
import { partOf } from '../../../device/parts.ts';
import { sendNow } from '../../../device/sending.ts';
import type { ItemOf } from '../../../device/useOutbox.ts';
import { useParts } from '../../../device/useParts.ts';
import { failed } from '../../../ui/failure.ts';
import { useFailureWords } from '../../../ui/failure-words.ts';
import { Toast } from '../../../ui/phone/dialogs.ts';
import { AttachmentRow } from '../attachments/AttachmentRow.tsx';
import { ChoiceRows } from '../attachments/ChoiceRow.tsx';
import { ChooseButtons } from '../attachments/ChooseButtons.tsx';
import { numbering } from '../attachments/numbering.ts';
import { ReplaceButton } from '../attachments/ReplaceButton.tsx';
import { useChoosing } from '../attachments/useChoosing.ts';

type Item = ItemOf<'report'>;

/** Its text has arrived: how each attachment fares, why one was not taken, and another in its place. */
export function LateAttachments({ item }: { item: Item }) {
  const { draft } = item.promised;
  const attached = draft.attachments ?? [];
  const { parts } = useParts(attached);
  const noOf = numbering(attached);
  const choosing = useChoosing({
    attached: () => attached,
    add: async (prepared) => heed(await addTo(localDb, item.clientId, await partOf(draft, prepared))),
  });
  return (
    <>
      <ul className="as-list attachments-list">
        {attached.map((one) => (
          <LateRow
            key={one.clientId}
            item={item}
            attached={one}
            no={noOf(one)}
            part={parts.find(({ clientId }) => clientId === one.clientId)}
          />
        ))}
        <ChoiceRows choosing={choosing} />
      </ul>
      {item.state === 'FAILED' && <ChooseButtons choosing={choosing} attached={attached} />}
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
  attached: Attached;
  no: number | undefined;
  part: Part | undefined;
}

function LateRow({ item, attached, no, part }: RowProps) {
  const { t } = useTranslation(['officer', 'attachments']);
  const { draft } = item.promised;
  const { clientId, kind } = attached;
  const choosing = useChoosing({
    // It goes, so that there is room for another.
    attached: () => (draft.attachments ?? []).filter((one) => one.clientId !== clientId),
    add: async (prepared) => heed(await replace(localDb, item.clientId, clientId, await partOf(draft, prepared))),
  });
  const drop = async () => {
    if (await takeOut(localDb, item.clientId, clientId)) void sendNow();
    else Toast.show(t('outbox.busy'));
  };
  const name = attached.name ?? (no === undefined ? t(`attach.kind.${kind}`) : t('attachments:photo', { no }));
  return (
    <>
      <AttachmentRow
        attached={attached}
        draft={draft}
        no={no}
        onRemove={() => void drop()}
        replacing={part?.state === 'REFUSED' && <ReplaceButton kind={kind} name={name} choosing={choosing} />}
      >
        <Way part={part} />
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
