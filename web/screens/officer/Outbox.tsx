import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Draft } from '../../device/draft.ts';
import { localDb } from '../../device/local-db.ts';
import { sendNow } from '../../device/sending.ts';
import { useDrafts, useOutbox } from '../../device/useOutbox.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { Empty } from '../../ui/Empty.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { Dialog, Toast } from '../../ui/phone/dialogs.ts';
import { shanghaiTime } from '../../ui/time.ts';
import { useTermName } from '../../ui/useTermName.ts';
import { OutboxCard } from './OutboxCard.tsx';
import '../../nouns/reports/phone/cards.css';

/** What has been submitted but not delivered, and what is not finished. */
export function Outbox() {
  const { t } = useTranslation('officer');
  const items = useOutbox('report');
  const drafts = useDrafts();
  useTabTitle(t('outbox.title'), items?.length ?? 0);
  if (!items || !drafts) return <Loading />;
  if (items.length + drafts.length === 0)
    return (
      <>
        <h1 className="sr-only">{t('outbox.title')}</h1>
        <Empty text={t('outbox.empty')}>
          <span>{t('outbox.emptyHint')}</span>
        </Empty>
      </>
    );
  return (
    <div className="as-stack cards">
      {items.length === 0 && <h1 className="sr-only">{t('outbox.title')}</h1>}
      {items.length > 0 && (
        <div className="as-row cards-head">
          <h1>{t('sent.waitingTitle', { count: items.length })}</h1>
          <PlainButton onClick={() => void sendNow()}>{t('outbox.retryAll')}</PlainButton>
        </div>
      )}
      {items.map((item) => (
        <OutboxCard key={item.clientId} item={item} />
      ))}
      {drafts.length > 0 && <h2>{t('outbox.drafts')}</h2>}
      {drafts.map((draft) => (
        <DraftCard key={draft.clientId} draft={draft} />
      ))}
    </div>
  );
}

function DraftCard({ draft }: { draft: Draft }) {
  const { t } = useTranslation(['officer', 'ui']);
  const navigate = useNavigate();
  const nameOf = useTermName();
  const { topic, content } = draft.fields;
  const name = topic ? nameOf(topic) : t('outbox.untitled');
  async function remove() {
    if (!(await Dialog.confirm({ title: t('outbox.removeAsk'), content: t('outbox.removeDraft') }))) return;
    await localDb.drafts.delete(draft.clientId);
    Toast.show(t('outbox.removed', { name }));
  }
  return (
    <article className="card">
      <div className="card-head">
        <strong>{name}</strong>
        <span>{t('outbox.savedAt', { time: shanghaiTime(draft.savedAt) })}</span>
      </div>
      {draft.mends && <p>{draft.mends.no}</p>}
      {draft.follows && <p className="card-note">{t('follows')}</p>}
      <p className="as-excerpt card-text">{content.trim()}</p>
      <div className="as-row card-deeds">
        <PlainButton kind="primary" onClick={() => navigate(`/officer/draft/${draft.clientId}`)}>
          {t('outbox.continue')}
        </PlainButton>
        <PlainButton onClick={() => void remove()}>{t('outbox.remove')}</PlainButton>
      </div>
    </article>
  );
}
