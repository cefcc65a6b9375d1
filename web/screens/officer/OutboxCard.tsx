import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { localDb } from '../../device/local-db.ts';
import { takeBack } from '../../device/outbox.ts';
import { discard } from '../../device/removed.ts';
import { sendAgain } from '../../device/sending.ts';
import type { ItemOf } from '../../device/useOutbox.ts';
import { useWaitingText } from '../../device/useWaitingText.ts';
import { useViewer } from '../../session/session.ts';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { Dialog, Toast } from '../../ui/phone/dialogs.ts';
import { shanghaiTime } from '../../ui/time.ts';
import { useTermName } from '../../ui/useTermName.ts';

type Item = ItemOf<'report'>;

export function OutboxCard({ item }: { item: Item }) {
  const { t } = useTranslation('officer');
  const viewer = useViewer();
  const nameOf = useTermName();
  const waitingText = useWaitingText();
  const { topic, content } = item.promised.draft.fields;
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
      {item.failure && (
        <p className="card-failure" role="status">
          {waitingText(item)}
        </p>
      )}
      {isOfOtherPost && <p className="card-note">{t('outbox.otherPost')}</p>}
      <Deeds item={item} name={topic ? nameOf(topic) : t('outbox.untitled')} />
    </article>
  );
}

function Deeds({ item, name }: { item: Item; name: string }) {
  const { t } = useTranslation('officer');
  const navigate = useNavigate();
  const isSending = item.state === 'SENDING';
  const isConflict = item.failure?.code === 'CONFLICT';
  const isNew = isConflict && !item.promised.draft.mends;

  async function edit() {
    if (await takeBack(localDb, item.clientId)) navigate(`/officer/draft/${item.promised.draft.clientId}`);
    else Toast.show(t('outbox.busy'));
  }
  async function remove() {
    const content = item.attempts > 0 ? t('outbox.removeTried', { count: item.attempts }) : t('outbox.removeHint');
    if (!(await Dialog.confirm({ title: t('outbox.removeAsk'), content }))) return;
    const isGone = await discard(localDb, item.clientId);
    Toast.show(isGone ? t('outbox.removed', { name }) : t('outbox.busy'));
  }

  return (
    <div className="as-row card-deeds">
      {isConflict && <Link to={storedAt(item)}>{t('outbox.viewStored')}</Link>}
      <PlainButton onClick={() => void sendAgain(item.clientId, isNew)} disabled={isSending}>
        {t(isNew ? 'outbox.asNew' : 'outbox.retry')}
      </PlainButton>
      <PlainButton onClick={() => void edit()} disabled={isSending}>
        {t('outbox.edit')}
      </PlainButton>
      <PlainButton onClick={() => void remove()} disabled={isSending}>
        {t('outbox.remove')}
      </PlainButton>
    </div>
  );
}

const storedAt = ({ promised: { draft } }: Item) =>
  draft.mends ? `/officer/mine/${draft.mends.reportId}` : '/officer/mine';
