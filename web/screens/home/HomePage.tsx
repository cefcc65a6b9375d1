import { SECRETARIES } from '@lxq/schema/alerts/secretaries.ts';
import { DIGEST_READERS } from '@lxq/schema/roles.ts';
import { useTranslation } from 'react-i18next';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { CountyOverview } from '../../nouns/network/CountyOverview.tsx';
import { OwnTasks } from '../../nouns/signing/OwnTasks.tsx';
import { useViewer } from '../../session/session.ts';
import { Doors } from './Doors.tsx';
import { ForLeaders } from './ForLeaders.tsx';
import { NewestIssue } from './NewestIssue.tsx';
import { Trays } from './Trays.tsx';
import './home.css';

/** Where the county stands: its figures, what waits for the viewer, the newest issue, and the way to every screen. */
export function HomePage() {
  const { t } = useTranslation('home');
  const { screens, post } = useViewer();
  useTabTitle(t('title'));
  return (
    <div className="home">
      <h1 className="sr-only">{t('title')}</h1>
      <CountyOverview />
      <div className="home-cards">
        <div className="as-stack home-side">
          {SECRETARIES.some((role) => role === post.role) && <ForLeaders />}
          <OwnTasks />
          {screens.includes('desk') && <Trays />}
          <Doors />
        </div>
        {DIGEST_READERS.some((role) => role === post.role) && <NewestIssue />}
      </div>
    </div>
  );
}
