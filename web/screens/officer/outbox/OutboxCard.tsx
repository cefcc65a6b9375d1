import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { localDb } from '../../../device/local-db.ts';
import { takeBack } from '../../../device/outbox.ts';
import { discard } from '../../../device/removed.ts';
import { sendAgain } from '../../../device/sending.ts';
import type { ItemOf } from '../../../device/useOutbox.ts';
import { useParts } from '../../../device/useParts.ts';
import { useWaitingText } from '../../../device/useWaitingText.ts';
import { useCounted } from '../../../nouns/attachments/useCounted.ts';
import { useViewer } from '../../../session/session.ts';
import { PlainButton } from '../../../ui/PlainButton.tsx';
import { Dialog, Toast } from '../../../ui/phone/dialogs.ts';
import { shanghaiTime } from '../../../ui/time.ts';
import { useTermName } from '../../../ui/useTermName.ts';
import { Conflict } from './Conflict.tsx';
import { OutboxAttachments } from './OutboxAttachments.tsx';

type Item = ItemOf<'report'>;

export function OutboxCard({ item }: { item: Item }) {
  const { t } = useTranslation('officer');
  const viewer = useViewer();
  const nameOf = useTermName();
  const waitingText = useWaitingText();
  const { counted } = useCounted();
  const { fields, attachments = [] } = item.promised.draft;
  const { progress } = useParts(attachments);
  const { topic, content } = fields;
  const isOfOtherPost = item.postId !== viewer.post.id;
  return (
    <article className={`card outbox-${item.state}`}>
      <div className="card-head">
        <strong>{topic ? nameOf(topic) : t('outbox.untitled')}</strong>
        <span className="chip">{t(`outbox.${item.state}`)}</span>
      </div>
      <p className="as-excerpt card-text">{content.trim()}</p>
      <p className="card-note">
        {t('outbox.savedAt', { time: shanghaiTime(item.queuedAt) })}
        {item.attempts > 0 && ` · ${t('outbox.attempts', { count: item.attempts })}`}
      </p>
      {attachments.length > 0 && (
        <p className="card-note" role="status">
          <span>{counted(attachments)}</span>
          <span>{t(item.stored ? 'outbox.textThere' : 'outbox.textFirst', { ...progress })}</span>
        </p>
      )}
      {item.failure && (
        <p className="card-failure" role="status">
          {item.failure.code === 'ATTACHMENT' ? t('outbox.refused') : waitingText(item)}
        </p>
      )}
      {isOfOtherPost && <p className="card-note">{t('outbox.otherPost')}</p>}
      {(item.stored || attachments.length > 0) && <OutboxAttachments item={item} />}
      {item.failure?.code === 'CONFLICT' && <Conflict item={item} />}
      <Deeds item={item} />
    </article>
  );
}

function Deeds({ item }: { item: Item }) {
  const { t } = useTranslation('officer');
  const navigate = useNavigate();
  const isSending = item.state === 'SENDING';
  const isNew = item.failure?.code === 'CONFLICT' && !item.promised.draft.mends && !item.stored;

  async function edit() {
    if (await takeBack(localDb, item.clientId)) navigate(`/officer/draft/${item.promised.draft.clientId}`);
    else Toast.show(t('outbox.busy'));
  }
  async function remove() {
    const tried = item.attempts > 0 && t('outbox.removeTried', { count: item.attempts });
    const content = item.stored ? t('outbox.removeStored') : tried;
    if (content && !(await Dialog.confirm({ title: t('outbox.removeAsk'), content }))) return;
    if (!(await discard(localDb, item.clientId))) Toast.show(t('outbox.busy'));
  }

  return (
    <div className="as-row card-deeds">
      <PlainButton onClick={() => void sendAgain(item.clientId, isNew)} disabled={isSending}>
        {t(isNew ? 'outbox.asNew' : 'outbox.retry')}
      </PlainButton>
      {!item.stored && (
        <PlainButton onClick={() => void edit()} disabled={isSending}>
          {t('outbox.edit')}
        </PlainButton>
      )}
      <PlainButton onClick={() => void remove()} disabled={isSending}>
        {t('outbox.remove')}
      </PlainButton>
    </div>
  );
}
