import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Draft } from '../../../device/draft.ts';
import { localDb } from '../../../device/local-db.ts';
import { discardDraft } from '../../../device/removed.ts';
import { useCounted } from '../../../nouns/attachments/useCounted.ts';
import { PlainButton } from '../../../ui/PlainButton.tsx';
import { shanghaiTime } from '../../../ui/time.ts';
import { useTermName } from '../../../ui/useTermName.ts';

/** What is not finished. */
export function DraftCard({ draft }: { draft: Draft }) {
  const { t } = useTranslation('officer');
  const navigate = useNavigate();
  const nameOf = useTermName();
  const { counted } = useCounted();
  const { fields, attachments = [], mends, follows, savedAt, clientId } = draft;
  return (
    <article className="card">
      <div className="card-head">
        <strong>{fields.topic ? nameOf(fields.topic) : t('outbox.untitled')}</strong>
        <span>{t('outbox.savedAt', { time: shanghaiTime(savedAt) })}</span>
      </div>
      {mends && <p>{mends.no}</p>}
      {follows && <p className="card-note">{t('follows')}</p>}
      <p className="as-excerpt card-text">{fields.content.trim()}</p>
      {attachments.length > 0 && <p className="card-note">{counted(attachments)}</p>}
      <div className="as-row card-deeds">
        <PlainButton kind="primary" onClick={() => navigate(`/officer/draft/${clientId}`)}>
          {t('outbox.continue')}
        </PlainButton>
        <PlainButton onClick={() => void discardDraft(localDb, clientId)}>{t('outbox.remove')}</PlainButton>
      </div>
    </article>
  );
}
