import { useLiveQuery } from 'dexie-react-hooks';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { localDb } from '../../device/local-db.ts';
import { sendNow } from '../../device/sending.ts';
import { useDrafts, useOutbox } from '../../device/useOutbox.ts';
import { useParts } from '../../device/useParts.ts';
import { useWaitingText } from '../../device/useWaitingText.ts';
import { useViewer } from '../../session/session.ts';
import { Loading } from '../../ui/Loading.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { useOnline } from '../../ui/useOnline.ts';

/** After 提交: kept, being sent, refused or delivered, each unlike the others, changing by itself. */
export function Sent() {
  const { t } = useTranslation(['officer', 'ui']);
  const { clientId = '' } = useParams();
  const { person } = useViewer();
  const navigate = useNavigate();
  const waitingText = useWaitingText();
  const isOnline = useOnline();
  const items = useOutbox('report');
  const follower = useDrafts()?.find(({ follows }) => follows === clientId);
  const sent = useLiveQuery(async () => (await localDb.receipts.get(clientId)) ?? null, [clientId]);
  const item = items?.find((one) => one.clientId === clientId);
  const { progress } = useParts(item?.promised.draft.attachments ?? []);
  const way = t('outbox.textThere', { ...progress });
  const toOutbox = <Link to="/officer/outbox">{t('sent.toOutbox')}</Link>;
  const another = (
    <PlainButton onClick={() => navigate('/officer')} key="another">
      {t('sent.another')}
    </PlainButton>
  );

  if (sent?.personId === person.id)
    return (
      <Notice
        figure="check"
        tone="good"
        title={t('sent.doneTitle')}
        hint={t(sent.wasSealed ? 'sent.sealedHint' : 'sent.doneHint', { no: sent.no })}
      >
        <PlainButton kind="primary" onClick={() => navigate(`/officer/mine/${sent.storedId}`)}>
          {t('sent.view')}
        </PlainButton>
        {another}
        {follower && (
          <p className="notice-hint">
            {t('sent.followed')} <Link to={`/officer/draft/${follower.clientId}`}>{t('sent.toDraft')}</Link>
          </p>
        )}
      </Notice>
    );
  if (items === undefined || sent === undefined) return <Loading />;
  if (!item)
    return (
      <Notice figure="question" title={t('sent.gone')}>
        {toOutbox}
      </Notice>
    );
  if (item.state === 'FAILED')
    return (
      <Notice figure="alert" tone="bad" title={t('sent.failedTitle')} hint={waitingText(item)} role="alert">
        {toOutbox}
        {another}
      </Notice>
    );
  if (item.state === 'SENDING')
    return (
      <Notice figure="up" tone="wait" title={t('sent.sendingTitle')} hint={item.stored ? way : t('sent.sendingHint')} />
    );
  // That there is no network the frame's bar has said.
  const why = isOnline && waitingText(item);
  const waiting = items.filter(({ state }) => state !== 'FAILED').length;
  return (
    <Notice
      figure="wait"
      tone="wait"
      title={t('sent.waitingTitle', { count: waiting })}
      hint={[t('sent.waitingHint'), item.stored && way, why].filter(Boolean).join(' ')}
    >
      <PlainButton kind="primary" onClick={() => void sendNow()}>
        {t('ui:retry')}
      </PlainButton>
      {toOutbox}
      {another}
    </Notice>
  );
}
