import { App, Button } from 'antd';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type Failure, mayHeal } from '../../ui/failure.ts';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import type { Outcome } from '../../ui/useOnce.ts';

/** As long as somebody who erred needs to see it. */
const OFFERED_SECONDS = 12;

interface Offer {
  key: string;
  /** What was done. */
  words: string;
  /** Takes it back; says itself what came of that. */
  undo: () => Promise<Outcome<unknown>>;
}

/** Says what was done, and offers for a while to take it back, from the note or by a key. `cap` is that key, as it is drawn. */
export function useUndoOffer(cap?: ReactNode) {
  const { t } = useTranslation('ui');
  const { message, notification } = App.useApp();
  const isNarrow = useIsNarrow();
  /** The newest last. */
  const offers = useRef<{ key: string; run: () => Promise<void> }[]>([]);

  function offer({ key, words, undo }: Offer) {
    const forget = () => {
      offers.current = offers.current.filter((each) => each.key !== key);
    };
    let isRunning = false;
    /** The note goes when nothing is left to take back: not while another deed is under way, nor where no answer came. */
    const run = async () => {
      if (isRunning) return;
      isRunning = true;
      const outcome = await undo();
      isRunning = false;
      if ('isRepeat' in outcome) return void message.info(t('undo.waits'));
      if ('failure' in outcome && isOpen(outcome.failure)) return;
      notification.destroy(key);
      forget();
    };
    forget();
    offers.current.push({ key, run });
    notification.success({
      key,
      title: words,
      duration: OFFERED_SECONDS,
      showProgress: true,
      // On a phone the deeds stand at the bottom.
      placement: isNarrow ? 'top' : 'bottomLeft',
      actions: (
        <Button onClick={() => void run()}>
          {t('undo.deed')} {!isNarrow && cap}
        </Button>
      ),
      onClose: forget,
    });
  }
  return {
    offer,
    undoLatest: () => {
      const newest = offers.current.at(-1);
      if (newest) void newest.run();
      else void message.info(t('undo.nothing'));
    },
  };
}

const isOpen = (failure: Failure) => mayHeal(failure) || failure.code === 'UNAUTHENTICATED';
