import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { choosePost } from '../session/deeds.ts';
import { usePostName } from '../session/usePostName.ts';
import type { ViewerFragment } from '../session/viewer.generated.ts';
import { failureOf } from '../ui/failure.ts';
import { useFailureWords } from '../ui/failure-words.ts';
import { Dialog, Popup, Toast } from '../ui/phone/dialogs.ts';
import { Icon } from '../ui/phone/Icon.tsx';
import { afterClosing, useBackCloses } from '../ui/useBackCloses.ts';
import { PhoneDevices } from './PhoneDevices.tsx';
import { PhoneLook } from './PhoneLook.tsx';
import { PhoneSecretary } from './PhoneSecretary.tsx';
import { useLeaving } from './useLeaving.ts';

/** Where one stands already once signed out; gone to by way of another address, its form would lose what is typed in it by then. */
const DOOR = '/sign-in';

/** The sheet behind the phone's menu: other screens, posts, how this device looks and sounds, signing out. */
export function PhoneAccount({
  viewer,
  open,
  onClose,
  onWelcome,
}: {
  viewer: ViewerFragment;
  open: boolean;
  onClose: () => void;
  /** Shows the first run's pictures again. */
  onWelcome: () => void;
}) {
  const { t } = useTranslation(['session', 'ui']);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const postName = usePostName();
  const wordsOf = useFailureWords();
  const leaving = useLeaving(viewer);
  const [busy, setBusy] = useState(false);
  const others = viewer.screens.filter((screen) => !pathname.startsWith(`/${screen}`));
  useBackCloses(open, onClose);

  async function attempt(deed: () => Promise<unknown>, next: string, done?: string) {
    if (busy) return;
    setBusy(true);
    try {
      await deed();
      onClose();
      afterClosing(() => navigate(next, { replace: true }));
      if (done) Toast.show(done);
    } catch (error) {
      const isOffline = failureOf(error).code === 'OFFLINE';
      Toast.show({ content: isOffline ? t('signOutOffline') : wordsOf(error).line, duration: 4_000 });
    } finally {
      setBusy(false);
    }
  }

  async function leave() {
    const go = await leaving(false);
    if (go) await attempt(go, DOOR);
  }
  async function signOutEverywhere() {
    const sure = await Dialog.confirm({ title: t('signOutEverywhere'), content: t('signOutEverywhereHint') });
    const go = sure && (await leaving(true));
    if (go) await attempt(go, DOOR);
  }

  return (
    <Popup visible={open} onClose={onClose} closeOnSwipe bodyClassName="phone-sheet">
      <div className="phone-account" role="dialog" aria-modal="true" aria-label={t('account')}>
        {others.map((screen) => (
          <button
            className="as-words"
            key={screen}
            type="button"
            onClick={() => {
              onClose();
              afterClosing(() => navigate(`/${screen}`));
            }}
          >
            {t(`screens.${screen as 'desk'}`)}
          </button>
        ))}
        <h2>{t('posts')}</h2>
        {viewer.posts.map((post) => (
          <button
            className="as-words"
            key={post.id}
            type="button"
            disabled={busy}
            aria-pressed={post.id === viewer.post.id}
            onClick={() => {
              if (post.id !== viewer.post.id)
                void attempt(() => choosePost(post.id), '/', t('switched', { post: postName(post) }));
            }}
          >
            <span>{postName(post)}</span>
            {post.id === viewer.post.id && <Icon of="check" />}
          </button>
        ))}
        <h2>{t('account')}</h2>
        <PhoneLook />
        <button
          className="as-words"
          type="button"
          onClick={() => {
            onClose();
            afterClosing(() => navigate('/notifications/channels'));
          }}
        >
          {t('notificationSettings')}
        </button>
        <button
          className="as-words phone-welcome"
          type="button"
          onClick={() => {
            onClose();
            afterClosing(onWelcome);
          }}
        >
          {t('welcome')}
        </button>
        {viewer.post.role === 'LEADER' && !viewer.post.viewerStandsIn && <PhoneSecretary />}
        <PhoneDevices />
        <button type="button" className="as-words" disabled={busy} onClick={() => void leave()}>
          {t('signOut')}
        </button>
        <button
          type="button"
          disabled={busy}
          className="as-words phone-danger"
          onClick={() => void signOutEverywhere()}
        >
          {t('signOutEverywhere')}
        </button>
      </div>
    </Popup>
  );
}
