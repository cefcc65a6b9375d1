import { useTranslation } from 'react-i18next';
import { signOut } from '../session/deeds.ts';
import type { ViewerFragment } from '../session/viewer.generated.ts';
import { Dialog, Toast } from '../ui/phone/dialogs.ts';

const WRITING = ['officer', 'leader'] as const;

/**
 * Signing out where somebody may have written: what was not sent is offered to go first, then kept for them alone or wiped. Where
 * the phone cannot say whether anything is there, it is asked as well.
 */
export function useLeaving({ person, screens }: ViewerFragment) {
  const { t } = useTranslation(['session', 'ui']);

  /** How to sign out; null to stay. */
  return async function leaving(everywhere: boolean): Promise<(() => Promise<void>) | null> {
    // Nobody is asked what becomes of what they wrote when they cannot leave anyway.
    if (!WRITING.some((screen) => screens.includes(screen)) || !navigator.onLine) return () => signOut(everywhere);
    const [{ localDb }, { leave, unsentOf }, { sendNow }] = await Promise.all([
      import('../device/local-db.ts'),
      import('../device/leaving.ts'),
      import('../device/sending.ts'),
    ]);
    const going = (keepsUnsent: boolean) => async () => {
      await signOut(everywhere, keepsUnsent);
      await leave(localDb, person.id, keepsUnsent).catch(() => undefined);
    };
    const ask = async (isAfterSending: boolean): Promise<'send' | 'keep' | 'wipe' | 'none' | 'stay' | null> => {
      const unsent = await unsentOf(localDb, person.id);
      if (unsent?.waiting === 0 && unsent.drafts === 0) return 'none';
      return Dialog.ask({
        title: t('leaving.title'),
        content: unsent ? t(isAfterSending ? 'leaving.stillThere' : 'leaving.what', unsent) : t('leaving.unread'),
        answers: [
          ...(unsent?.waiting ? [{ key: 'send', text: t('leaving.send'), bold: true } as const] : []),
          { key: 'keep', text: t('leaving.keep') },
          { key: 'wipe', text: t('leaving.wipe') },
          { key: 'stay', text: t('ui:cancel') },
        ],
      });
    };
    let answer = await ask(false);
    while (answer === 'send') {
      Toast.show({ content: t('leaving.sending'), duration: 4_000 });
      await sendNow();
      answer = await ask(true);
    }
    if (answer === null || answer === 'stay') return null;
    if (answer !== 'wipe') return going(answer === 'keep');
    const isSure = await Dialog.confirm({ title: t('leaving.wipeAsk'), content: t('leaving.wipeHint') });
    return isSure ? going(false) : null;
  };
}
