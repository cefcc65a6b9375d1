import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { rememberedViewer, writeOn } from '../../session/session-store.ts';
import { PlainButton } from '../../ui/PlainButton.tsx';

/** What was written on this phone and waits: how much, and for whoever was signed out a way to it without signing in. */
export function WaitingHere() {
  const { t } = useTranslation('session');
  const navigate = useNavigate();
  const [written, setWritten] = useState<{ waiting: number; drafts: number }>();
  const viewer = rememberedViewer();
  const personId = viewer?.person.id;
  useEffect(() => {
    // Fetched after the page is there: most who sign in have written nothing here.
    void import('../../device/written.ts')
      .then(({ writtenHere }) => writtenHere(personId))
      .then(setWritten, () => undefined);
  }, [personId]);
  if (!written || written.waiting + written.drafts === 0) return null;
  const { waiting, drafts } = written;
  const what = [waiting && t('signIn.toSend', { count: waiting }), drafts && t('signIn.drafts', { count: drafts })];
  const toWriting = () => {
    writeOn();
    navigate(viewer?.screens.includes('officer') ? '/officer/outbox' : '/leader/instructions');
  };
  return (
    <section className="sign-in-waiting">
      <p role="status">{t('signIn.waiting', { what: what.filter(Boolean).join(t('signIn.and')) })}</p>
      {viewer && <PlainButton onClick={toWriting}>{t('signIn.writeOn', { name: viewer.person.name })}</PlainButton>}
    </section>
  );
}
