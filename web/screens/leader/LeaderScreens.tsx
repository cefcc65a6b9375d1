import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Outlet, useMatch } from 'react-router';
import { Icon } from '../../ui/phone/Icon.tsx';
import { PhoneTabs } from '../../ui/phone/PhoneTabs.tsx';
import { useAfter } from '../../ui/useAfter.ts';
import alerts from './alerts.module.css';
import { IssueList } from './IssueList.tsx';
import type { AlertRowFragment } from './leader.generated.ts';
import css from './panes.module.css';
import { Today } from './Today.tsx';
import { useToday, useTodayLive } from './useToday.ts';
import { useWide } from './useWide.ts';
import { useWaitingCount } from './WaitingInstructions.tsx';

/** What is on the screen goes first on a slow line. */
const CALM_MS = 2_500;

/** One column on a phone; on a desk's screen today stays on the left and what is opened stands on the right. */
export function LeaderScreens({ onCalm }: { onCalm: () => void }) {
  const { t } = useTranslation('leader');
  const isWide = useWide();
  const isHome = useMatch('/leader') !== null;
  const reading = useMatch('/leader/reports/:id')?.params.id;
  const { openAlerts, waitingCount, presentedCount, overdueCount, unreadIssues } = useToday();
  const elsewhere = openAlerts.filter(({ report }) => report.id !== reading);
  const waiting = useWaitingCount();
  const isCalm = useAfter(CALM_MS);
  useEffect(() => {
    if (isCalm) onCalm();
  }, [isCalm, onCalm]);
  useTodayLive(waitingCount + presentedCount);
  return (
    <>
      {!isHome && !isWide && elsewhere[0] && (
        <AlertBanner count={waitingCount - (openAlerts.length - elsewhere.length)} newest={elsewhere[0]} />
      )}
      {isWide ? (
        <div className={css.panes}>
          <aside className={css.left}>
            <Today />
          </aside>
          <div className={css.right} data-pane>
            {isHome ? <IssueList /> : <Outlet />}
          </div>
        </div>
      ) : (
        <Outlet />
      )}
      <PhoneTabs
        tabs={[
          {
            to: '/leader',
            label: t('tab.today'),
            icon: <Icon of="bell" />,
            count: waitingCount + presentedCount,
            end: true,
          },
          { to: '/leader/digests', label: t('tab.digests'), icon: <Icon of="sheet" />, count: unreadIssues.length },
          {
            to: '/leader/instructions',
            label: t('tab.instructions'),
            icon: <Icon of="instruct" />,
            count: overdueCount + waiting,
          },
        ]}
      />
    </>
  );
}

/** An alert that comes while something else is being read. */
function AlertBanner({ count, newest }: { count: number; newest: AlertRowFragment }) {
  const { t } = useTranslation('leader');
  return (
    <div className={alerts.alertBanner} role="alert">
      <Link to={`/leader/reports/${newest.report.id}`}>
        {t('alerts.banner', { count, place: newest.report.place.fullName })}
      </Link>
    </div>
  );
}
