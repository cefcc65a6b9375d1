import { List } from 'antd-mobile';
import { CheckOutline } from 'antd-mobile-icons';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { failureOf } from '../failure.ts';
import { chooseLanguage, currentLanguage } from '../i18n/i18n.ts';
import { chime, sound } from '../live/sound.ts';
import { useFailureWords } from '../ui/failure-words.ts';
import { Dialog, Popup, Toast } from '../ui/phone-dialogs.ts';
import { afterClosing, useBackCloses } from '../ui/useBackCloses.ts';
import { useKept } from '../ui/useKept.ts';
import { choosePost, signOut } from './deeds.ts';
import { usePostName } from './usePostName.ts';
import type { ViewerFragment } from './viewer.generated.ts';

/** The sheet behind the phone's menu: other screens, posts, language, sound, signing out. */
export function PhoneAccount({
  viewer,
  open,
  onClose,
}: {
  viewer: ViewerFragment;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation(['session', 'ui']);
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const postName = usePostName();
  const wordsOf = useFailureWords();
  const [busy, setBusy] = useState(false);
  const [isLoud, setLoud] = useKept(sound);
  const others = viewer.screens.filter((screen) => !pathname.startsWith(`/${screen}`));
  useBackCloses(open, onClose);
  const language = currentLanguage() === 'zh' ? 'en' : 'zh';

  async function attempt(deed: () => Promise<unknown>, done?: string) {
    if (busy) return;
    setBusy(true);
    try {
      await deed();
      onClose();
      afterClosing(() => navigate('/', { replace: true }));
      if (done) Toast.show(done);
    } catch (error) {
      const isOffline = failureOf(error).code === 'OFFLINE';
      Toast.show({ content: isOffline ? t('signOutOffline') : wordsOf(error).line, duration: 4_000 });
    } finally {
      setBusy(false);
    }
  }

  async function leave() {
    const unsent = await unsentOf(viewer);
    const sure = unsent === 0 || (await Dialog.confirm({ content: t('signOutUnsent', { count: unsent }) }));
    if (sure) await attempt(() => signOut());
  }
  async function signOutEverywhere() {
    const sure = await Dialog.confirm({ title: t('signOutEverywhere'), content: t('signOutEverywhereHint') });
    if (sure) await attempt(() => signOut(true));
  }

  return (
    <Popup visible={open} onMaskClick={onClose} onClose={onClose} closeOnSwipe bodyClassName="phone-sheet">
      {others.length > 0 && (
        <List>
          {others.map((screen) => (
            <List.Item
              key={screen}
              onClick={() => {
                onClose();
                afterClosing(() => navigate(`/${screen}`));
              }}
            >
              {t(`screens.${screen as 'desk'}`)}
            </List.Item>
          ))}
        </List>
      )}
      <List header={t('posts')}>
        {viewer.posts.map((post) => (
          <List.Item
            key={post.id}
            arrow={post.id === viewer.post.id ? <CheckOutline /> : false}
            disabled={busy}
            clickable={post.id !== viewer.post.id}
            onClick={() => {
              if (post.id !== viewer.post.id)
                void attempt(() => choosePost(post.id), t('switched', { post: postName(post) }));
            }}
          >
            {postName(post)}
          </List.Item>
        ))}
      </List>
      <List header={t('account')}>
        <List.Item arrow={false} onClick={() => void chooseLanguage(language)}>
          {language === 'en' ? 'English' : '中文'}
        </List.Item>
        <List.Item
          arrow={false}
          onClick={() => {
            setLoud(!isLoud);
            chime();
          }}
        >
          {isLoud ? t('ui:sound.on') : t('ui:sound.off')}
        </List.Item>
        <List.Item arrow={false} disabled={busy} onClick={() => void leave()}>
          {t('signOut')}
        </List.Item>
        <List.Item arrow={false} disabled={busy} onClick={() => void signOutEverywhere()} className="phone-danger">
          {t('signOutEverywhere')}
        </List.Item>
      </List>
    </Popup>
  );
}

/** Reports and instructions waiting on this phone; loaded only for those who write any. */
async function unsentOf({ person, screens }: ViewerFragment): Promise<number> {
  if (!screens.includes('officer') && !screens.includes('leader')) return 0;
  const { unsentBy } = await import('../device/sending.ts');
  return unsentBy(person.id);
}
