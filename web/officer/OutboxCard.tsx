import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { v7 as uuidv7 } from 'uuid';
import { useViewer } from '../session/session.ts';
import { PlainButton } from '../ui/PlainButton.tsx';
import { Dialog, Toast } from '../ui/phone-dialogs.ts';
import { shanghaiTime } from '../ui/time.ts';
import { localDb } from './local-db.ts';
import { discard, type OutboxItem, retry, sendAsNew, takeBack } from './outbox.ts';
import { sendNow } from './sending.ts';
import { useFailureText } from './useFailureText.ts';
import { useTermName } from './useTermName.ts';

export function OutboxCard({ item }: { item: OutboxItem }) {
  const { t } = useTranslation('officer');
  const viewer = useViewer();
  const nameOf = useTermName();
  const failureText = useFailureText();
  const { topic, content } = item.draft.fields;
  const isOfOtherPost = item.postId !== viewer.post.id;
  return (
    <article className={`card outbox-${item.state}`}>
      <div className="card-head">
        <strong>{topic ? nameOf(topic) : t('outbox.untitled')}</strong>
        <span className="chip">{t(`outbox.${item.state}`)}</span>
      </div>
      <p className="card-text">{content.trim()}</p>
      <p className="card-note">
        {t('outbox.savedAt', { time: shanghaiTime(item.queuedAt) })}
        {item.attempts > 0 && ` · ${t('outbox.attempts', { count: item.attempts })}`}
      </p>
      {item.failure && (
        <p className="card-failure" role="status">
          {failureText(item)}
        </p>
      )}
      {isOfOtherPost && <p className="card-note">{t('outbox.otherPost')}</p>}
      <Deeds item={item} name={topic ? nameOf(topic) : t('outbox.untitled')} />
    </article>
  );
}

function Deeds({ item, name }: { item: OutboxItem; name: string }) {
  const { t } = useTranslation('officer');
  const navigate = useNavigate();
  const isSending = item.state === 'SENDING';
  const isConflict = item.failure?.code === 'CONFLICT';

  async function again() {
    await retry(localDb, item.clientId);
    sendNow();
  }
  async function edit() {
    if (await takeBack(localDb, item.clientId)) navigate(`/officer/draft/${item.clientId}`);
    else Toast.show(t('outbox.busy'));
  }
  async function remove() {
    const content = item.attempts > 0 ? t('outbox.removeTried', { count: item.attempts }) : t('outbox.removeHint');
    if (!(await Dialog.confirm({ title: t('outbox.removeAsk'), content }))) return;
    const isGone = await discard(localDb, item.clientId);
    Toast.show(isGone ? t('outbox.removed', { name }) : t('outbox.busy'));
  }
  async function asNew() {
    await sendAsNew(localDb, item.clientId, uuidv7());
    sendNow();
  }

  return (
    <div className="card-deeds">
      {isConflict && <Link to={storedAt(item)}>{t('outbox.viewStored')}</Link>}
      {isConflict && !item.draft.mends ? (
        <PlainButton onClick={() => void asNew()}>{t('outbox.asNew')}</PlainButton>
      ) : (
        <PlainButton onClick={() => void again()} disabled={isSending}>
          {t('outbox.retry')}
        </PlainButton>
      )}
      <PlainButton onClick={() => void edit()} disabled={isSending}>
        {t('outbox.edit')}
      </PlainButton>
      <PlainButton onClick={() => void remove()} disabled={isSending}>
        {t('outbox.remove')}
      </PlainButton>
    </div>
  );
}

const storedAt = ({ draft }: OutboxItem) => (draft.mends ? `/officer/mine/${draft.mends.reportId}` : '/officer/mine');
