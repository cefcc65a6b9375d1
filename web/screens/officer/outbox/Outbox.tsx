import { useState } from 'react';
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

/** So many cards are drawn at first: each reads its pictures anew whenever anything of the queue moves. */
const AT_FIRST = 20;

/** What has been submitted but not delivered, and what is not finished. What wants its author is never beneath the rest. */
export function Outbox() {
  const { t } = useTranslation('officer');
  const items = useOutbox('report');
  const drafts = useDrafts();
  const [most, setMost] = useState(AT_FIRST);
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
  const shown = items.filter(({ state }, i) => i < most || state === 'FAILED');
  const others = items.length - shown.length;
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
      {shown.map((item) => (
        <OutboxCard key={item.clientId} item={item} />
      ))}
      {others > 0 && (
        <PlainButton onClick={() => setMost(most + AT_FIRST)}>{t('outbox.more', { count: others })}</PlainButton>
      )}
      {items.length > 0 && <ExportButton items={items} />}
      {drafts.length > 0 && <h2>{t('outbox.drafts')}</h2>}
      {drafts.map((draft) => (
        <DraftCard key={draft.clientId} draft={draft} />
      ))}
    </div>
  );
}
