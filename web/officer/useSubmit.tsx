import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFailureWords } from '../ui/failure-words.ts';
import type { Draft } from './draft.ts';
import { localDb } from './local-db.ts';
import { enqueue } from './outbox.ts';
import { personalDataCheck } from './personal-data.ts';
import { delivery, sendNow } from './sending.ts';
import type { EditedDraft } from './useDraft.ts';

type Choice = 'mask' | 'back';

/** The last tap: asks about personal data, puts the report into the outbox and wakes the sender. */
export function useSubmit(edited: EditedDraft) {
  const { t } = useTranslation('officer');
  const navigate = useNavigate();
  const wordsOf = useFailureWords();
  const [isSubmitting, setSubmitting] = useState(false);
  const underWay = useRef(false);

  async function submit() {
    if (underWay.current) return;
    underWay.current = true;
    setSubmitting(true);
    try {
      const draft = await withoutPersonalData(edited.draft);
      if (!draft) return;
      await edited.save();
      edited.handOver(true);
      const place = await hand(draft);
      sendNow();
      navigate(place, { replace: true });
    } catch (error) {
      edited.handOver(false);
      const { Toast } = await import('../ui/phone-dialogs.ts');
      Toast.show({ content: wordsOf(error).line, duration: 5_000 });
    } finally {
      underWay.current = false;
      setSubmitting(false);
    }
  }

  async function withoutPersonalData(draft: Draft): Promise<Draft | null> {
    const check = await personalDataCheck();
    if (!check || check.findPersonalData(draft.fields.content).length === 0) return draft;
    const choice = await ask();
    if (choice !== 'mask') return null;
    return { ...draft, fields: { ...draft.fields, content: check.maskPersonalData(draft.fields.content) } };
  }

  const ask = async () => {
    const { Dialog } = await import('../ui/phone-dialogs.ts');
    return Dialog.ask<Choice>({
      title: t('personal.ask'),
      content: t('personal.askHint'),
      answers: [
        { key: 'mask', text: t('personal.maskAndSend'), bold: true },
        { key: 'back', text: t('personal.backToText') },
      ],
    });
  };

  return { submit, isSubmitting };
}

/** Into the outbox; where the phone refuses to store anything, straight to the server while the page is open. */
async function hand(draft: Draft): Promise<string> {
  const isQueued = await enqueue(localDb, draft).then(
    () => true,
    () => false,
  );
  if (isQueued) return `/officer/sent/${draft.clientId}`;
  const { reportId } = await delivery.send(draft);
  return `/officer/mine/${reportId}`;
}
