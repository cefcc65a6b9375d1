import { useApolloClient } from '@apollo/client/react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { localDb } from '../../device/local-db.ts';
import { takeBack } from '../../device/outbox.ts';
import { discard } from '../../device/removed.ts';
import { sendAgain, sendNow } from '../../device/sending.ts';
import { type ItemOf, useOutbox } from '../../device/useOutbox.ts';
import { useWaitingText } from '../../device/useWaitingText.ts';
import { useViewer } from '../../session/session.ts';
import { keepTyped } from '../../ui/kept-text.ts';
import { PlainButton } from '../../ui/PlainButton.tsx';
import { Dialog, Toast } from '../../ui/phone/dialogs.ts';
import { shanghaiTime } from '../../ui/time.ts';
import { dayLabel } from './dueDay.ts';
import { deedOn, type InstructionSheetDraft } from './instructionDraft.ts';
import css from './instructions.module.css';
import { LeaderHomeDocument, LeaderInstructionsDocument, LeaderIssueDocument } from './leader.generated.ts';
import leader from './leader.module.css';

type Item = ItemOf<'instruction'>;

/** Instructions that are promised and have not arrived. */
export function WaitingInstructions() {
  const { t } = useTranslation('leader');
  const items = useOutbox('instruction') ?? [];
  if (items.length === 0) return null;
  return (
    <section aria-label={t('waiting.title', { count: items.length })}>
      <header className={leader.sectionHead}>
        <h2>{t('waiting.title', { count: items.length })}</h2>
        <PlainButton onClick={() => void sendNow()}>{t('waiting.retry')}</PlainButton>
      </header>
      {items.map((item) => (
        <WaitingCard key={item.clientId} item={item} />
      ))}
    </section>
  );
}

function WaitingCard({ item }: { item: Item }) {
  const { t, i18n } = useTranslation('leader');
  const waitingText = useWaitingText();
  const { instruction } = item.promised;
  return (
    <article className={css.instruction}>
      <header className={css.instructionHead}>
        <strong>{instruction.unit.name}</strong>
        <span className={css.state}>{t(`waiting.${item.state}`)}</span>
        <span className={leader.calm}>{dayLabel(instruction.dueOn, i18n.language)}</span>
      </header>
      <p className={css.verbatim}>{instruction.text}</p>
      <p className={leader.faint}>
        {instruction.about} · {t('waiting.since', { time: shanghaiTime(item.queuedAt) })}
      </p>
      {item.failure && (
        <p className={css.sendFailure} role="status">
          {waitingText(item)}
        </p>
      )}
      <Deeds item={item} />
    </article>
  );
}

function Deeds({ item }: { item: Item }) {
  const { t } = useTranslation('leader');
  const navigate = useNavigate();
  const { person } = useViewer();
  const { clientId, promised } = item;
  const isSending = item.state === 'SENDING';
  const isConflict = item.failure?.code === 'CONFLICT';

  /** Back into the sheet that it was written in. */
  async function edit() {
    if (!(await takeBack(localDb, clientId))) return Toast.show(t('waiting.busy'));
    const { target, text, unit, dueOn, address } = promised.instruction;
    const draft: InstructionSheetDraft = { clientId, phrase: null, ownText: text, unit, dueOn };
    keepTyped({ ...deedOn(target), personId: person.id }, draft);
    navigate(address);
    Toast.show(t('waiting.backInSheet'));
  }
  async function remove() {
    const unit = promised.instruction.unit.name;
    const content = t(item.attempts > 0 ? 'waiting.removeTried' : 'waiting.removeHint');
    if (!(await Dialog.confirm({ title: t('waiting.removeAsk', { unit }), content }))) return;
    Toast.show((await discard(localDb, clientId)) ? t('waiting.removed', { unit }) : t('waiting.busy'));
  }
  return (
    <footer className={css.instructionFoot}>
      <PlainButton onClick={() => void sendAgain(clientId, isConflict)} disabled={isSending}>
        {t(isConflict ? 'waiting.asNew' : 'waiting.retry')}
      </PlainButton>
      <PlainButton onClick={() => void edit()} disabled={isSending}>
        {t('waiting.edit')}
      </PlainButton>
      <PlainButton onClick={() => void remove()} disabled={isSending}>
        {t('waiting.remove')}
      </PlainButton>
    </footer>
  );
}

/** What shows instructions looks again when one has left the outbox; how many wait. */
export function useWaitingCount(): number {
  const client = useApolloClient();
  const count = useOutbox('instruction')?.length ?? 0;
  const before = useRef(0);
  useEffect(() => {
    const documents = [LeaderHomeDocument, LeaderIssueDocument, LeaderInstructionsDocument];
    if (count < before.current) void client.refetchQueries({ include: documents });
    before.current = count;
  }, [client, count]);
  return count;
}
