import { DownOutlined } from '@ant-design/icons';
import { TOKEN_OWNERS } from '@lxq/schema/access-tokens.ts';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { chooseLanguage, currentLanguage } from '../i18n/i18n.ts';
import { chime, sound } from '../live/sound.ts';
import { choosePost, signOut } from '../session/deeds.ts';
import { useActingName, usePostName } from '../session/usePostName.ts';
import type { ViewerFragment } from '../session/viewer.generated.ts';
import { useQuestion } from '../ui/desk/dialogs.tsx';
import { useFailureWords } from '../ui/failure-words.ts';
import { useKept } from '../ui/useKept.ts';

const DeskSecretary = lazy(() => import('./DeskSecretary.tsx').then((m) => ({ default: m.DeskSecretary })));

/** Unit and post, with the switcher, language, sound and signing out beneath. */
export function DeskAccount({ viewer }: { viewer: ViewerFragment }) {
  const { t } = useTranslation(['session', 'ui']);
  const { message } = App.useApp();
  const ask = useQuestion();
  const navigate = useNavigate();
  const postName = usePostName();
  const actingName = useActingName();
  const wordsOf = useFailureWords();
  const [busy, setBusy] = useState(false);
  const [isNaming, setNaming] = useState<boolean>();
  const isLeader = viewer.post.role === 'LEADER' && !viewer.post.viewerStandsIn;
  const hasTokens = TOKEN_OWNERS.some((role) => role === viewer.post.role) && !viewer.post.viewerStandsIn;
  const [isLoud, setLoud] = useKept(sound);

  async function attempt(deed: () => Promise<unknown>, done?: string) {
    setBusy(true);
    try {
      await deed();
      navigate('/', { replace: true });
      if (done) message.success(done);
    } catch (error) {
      message.error(wordsOf(error).line);
    } finally {
      setBusy(false);
    }
  }

  const switchTo = (id: string) => {
    const post = viewer.posts.find((one) => one.id === id);
    if (post && id !== viewer.post.id) void attempt(() => choosePost(id), t('switched', { post: postName(post) }));
  };
  const everywhere = () =>
    ask({
      title: t('signOutEverywhere'),
      content: t('signOutEverywhereHint'),
      onOk: () => attempt(() => signOut(true)),
    });
  const other = currentLanguage() === 'zh' ? 'en' : 'zh';
  const items: MenuProps['items'] = [
    {
      key: 'posts',
      type: 'group',
      label: t('posts'),
      children: viewer.posts.map((post) => ({
        key: `post:${post.id}`,
        label: postName(post),
        disabled: busy,
        extra: post.id === viewer.post.id ? '✓' : '',
      })),
    },
    { type: 'divider' },
    { key: 'language', label: other === 'en' ? 'English' : '中文' },
    { key: 'sound', label: isLoud ? t('ui:sound.on') : t('ui:sound.off') },
    ...(viewer.post.role === 'ADMIN' ? [] : [{ key: 'notifications', label: t('notificationSettings') }]),
    ...(hasTokens ? [{ key: 'tokens', label: t('tokens') }] : []),
    ...(isLeader ? [{ key: 'secretary', label: t('secretary') }] : []),
    { type: 'divider' },
    { key: 'out', label: t('signOut') },
    { key: 'everywhere', label: t('signOutEverywhere'), danger: true },
  ];
  const deeds: Record<string, () => void> = {
    language: () => void chooseLanguage(other),
    sound: () => {
      setLoud(!isLoud);
      chime();
    },
    notifications: () => void navigate('/notifications/channels'),
    tokens: () => void navigate('/tokens'),
    out: () => void attempt(() => signOut()),
    secretary: () => setNaming(true),
    everywhere,
  };
  const onClick: MenuProps['onClick'] = ({ key }) =>
    key.startsWith('post:') ? switchTo(key.slice(5)) : deeds[key]?.();

  return (
    <>
      <Dropdown menu={{ items, onClick }} trigger={['click']} placement="bottomRight">
        <Button type="text" className="desk-account" loading={busy}>
          <span className="sr-only">{t('account')}</span>
          <span className="as-stack desk-account-words">
            <span className="desk-account-unit">{viewer.post.unit.name}</span>
            <span className="desk-account-post">
              {viewer.person.name} · {actingName(viewer.post)}
            </span>
          </span>
          <DownOutlined aria-hidden="true" />
        </Button>
      </Dropdown>
      {isNaming !== undefined && (
        <Suspense>
          <DeskSecretary open={isNaming} onClose={() => setNaming(false)} />
        </Suspense>
      )}
    </>
  );
}
