import { useTranslation } from 'react-i18next';
import { sendNow } from '../../../device/sending.ts';
import { useDrafts, useOutbox } from '../../../device/useOutbox.ts';
import { useTabTitle } from '../../../live/useTabTitle.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Loading } from '../../../ui/Loading.tsx';
import { PlainButton } from '../../../ui/PlainButton.tsx';
import { DraftCard } from './DraftCard.tsx';
import { ExportButton } from './ExportButton.tsx';
import { OutboxCard } from './OutboxCard.tsx';
import { RemovedBars } from './RemovedBars.tsx';
import '../../../nouns/reports/phone/cards.css';
import '../attachments/attachments.css';
import './outbox.css';

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
        <RemovedBars />
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
      <RemovedBars />
      {items.map((item) => (
        <OutboxCard key={item.clientId} item={item} />
      ))}
      {items.length > 0 && <ExportButton items={items} />}
      {drafts.length > 0 && <h2>{t('outbox.drafts')}</h2>}
      {drafts.map((draft) => (
        <DraftCard key={draft.clientId} draft={draft} />
      ))}
    </div>
  );
}
