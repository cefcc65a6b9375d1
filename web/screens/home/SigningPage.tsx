import { SIGNERS } from '@lxq/schema/signing/signing-kinds.ts';
import { useTranslation } from 'react-i18next';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { SigningList } from '../../nouns/signing/SigningList.tsx';
import { useViewer } from '../../session/session.ts';
import { Forbidden } from '../../ui/Failed.tsx';

/** Everything that waits for the viewer's signature, in one place. */
export function SigningPage() {
  const { t } = useTranslation('signing');
  const { role } = useViewer().post;
  useTabTitle(t('title'));
  if (!SIGNERS.includes(role)) return <Forbidden isPage />;
  return (
    <div className="as-panel own-tasks">
      <h1>{t('title')}</h1>
      <SigningList />
    </div>
  );
}
