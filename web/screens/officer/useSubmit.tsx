import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Draft } from '../../device/draft.ts';
import { type Promised, promiseId } from '../../device/promised.ts';
import { promise } from '../../device/sending.ts';
import { useFailureWords } from '../../ui/failure-words.ts';
import { personalDataCheck } from '../../ui/personal-data.ts';
import type { EditedDraft } from './useDraft.ts';

type Choice = 'mask' | 'back';

/** The last tap: asks about personal data, then puts the report into the outbox, which sends it. */
export function useSubmit(edited: EditedDraft) {
  const { t, i18n } = useTranslation(['officer', 'ui']);
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
      await hand(draft);
    } catch (error) {
      edited.handOver(false);
      await say(wordsOf(error).line);
    } finally {
      underWay.current = false;
      setSubmitting(false);
    }
  }

  /** Its screen follows it from the moment the phone has it. */
  async function hand(draft: Draft) {
    const promised: Promised = { kind: 'report', draft };
    let isKept = false;
    const outcome = await promise(draft, promised, () => {
      isKept = true;
      edited.forget();
      navigate(`/officer/sent/${promiseId(promised)}`, { replace: true });
    });
    // The phone refused to keep it, and it went straight to the server.
    if (outcome.state === 'SENT' && !isKept) {
      edited.forget();
      navigate(`/officer/mine/${outcome.storedId}`, { replace: true });
    }
    if (outcome.state !== 'OTHER') return;
    edited.handOver(false);
    edited.change({}); // what is here is another draft from now on; the next save finds that out
    await edited.save();
    await say(t('notTaken'));
  }

  async function say(content: string) {
    const { Toast } = await import('../../ui/phone/dialogs.ts');
    Toast.show({ content, duration: 5_000 });
  }

  async function withoutPersonalData(draft: Draft): Promise<Draft | null> {
    const check = await personalDataCheck();
    if (!check) return draft;
    const { content, outsideAreaReason } = draft.fields;
    const { whereabouts, numbers } = check.peopleIn(`${content}\n${outsideAreaReason}`);
    if (whereabouts) return stop(check.WRITE_INSTEAD);
    if (numbers.length === 0) return draft;
    const choice = await ask();
    if (choice !== 'mask') return null;
    const fields = {
      ...draft.fields,
      content: check.maskPersonalData(content),
      outsideAreaReason: check.maskPersonalData(outsideAreaReason),
    };
    return { ...draft, fields };
  }

  const stop = async (instead: { zh: string; en: string }): Promise<null> => {
    const { Dialog } = await import('../../ui/phone/dialogs.ts');
    await Dialog.ask({
      title: t('ui:personal.stopped'),
      content: instead[i18n.language.startsWith('zh') ? 'zh' : 'en'],
      answers: [{ key: 'back', text: t('ui:personal.backToText'), bold: true }],
    });
    return null;
  };

  const ask = async () => {
    const { Dialog } = await import('../../ui/phone/dialogs.ts');
    return Dialog.ask<Choice>({
      title: t('ui:personal.ask'),
      content: t('ui:personal.askHint'),
      answers: [
        { key: 'mask', text: t('ui:personal.maskAndSend'), bold: true },
        { key: 'back', text: t('ui:personal.backToText') },
      ],
    });
  };

  return { submit, isSubmitting };
}
