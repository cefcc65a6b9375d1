import { useQuery } from '@apollo/client/react';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AsOf } from '../../device/AsOf.tsx';
import { LiveMark } from '../../live/LiveMark.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { useOnline } from '../../ui/useOnline.ts';
import { usePages } from '../../ui/usePages.ts';
import { AlertCard } from './AlertCard.tsx';
import { CaseLines } from './CaseLines.tsx';
import { InstructionCard } from './InstructionCard.tsx';
import { IssueCard } from './IssueCard.tsx';
import { LeaderAlertsDocument, LeaderHomeDocument } from './leader.generated.ts';
import leader from './leader.module.css';
import { PresentedCard } from './PresentedCard.tsx';
import css from './today.module.css';
import { PAGE, useToday } from './useToday.ts';

const CountyOverview = lazy(() =>
  import('../../nouns/network/CountyOverview.tsx').then((m) => ({ default: m.CountyOverview })),
);

/** Read in half a minute: what is urgent, what is overdue, what is new. */
export function Today() {
  const { t } = useTranslation('leader');
  const today = useToday();
  return (
    <Loaded data={today.data} asked={today} rows={6}>
      {() => (
        <div className={css.today}>
          <h1 className="sr-only">{t('title')}</h1>
          <AsOf questions={[[LeaderHomeDocument, {}]]} />
          <Alerts today={today} />
          <Presented presentations={today.presented} count={today.presentedCount} />
          <NewestIssue issue={today.issues[0]} />
          <Overdue instructions={today.overdue} count={today.overdueCount} />
          <Sponsored cases={today.sponsored} />
          <County />
        </div>
      )}
    </Loaded>
  );
}

type Today = ReturnType<typeof useToday>;

/** Open ones first, then what others settled lately: counted is what still waits, on whatever page. */
function Alerts({ today }: { today: Today }) {
  const { t } = useTranslation('leader');
  const shown = [...today.openAlerts, ...today.justSettled];
  const [isShowing, setShowing] = useState(false);
  const isOnline = useOnline(); // without a network the frame's bar says so
  return (
    <section>
      <header className={leader.sectionHead}>
        <h2>{t('alerts.title')}</h2>
        {today.waitingCount > 0 && <span className={css.countRed}>{today.waitingCount}</span>}
        {isOnline && <LiveMark />}
      </header>
      <div role="log" aria-live="assertive">
        {shown.map((alert) => (
          <AlertCard key={alert.id} alert={alert} />
        ))}
      </div>
      {today.hasMoreAlerts && <MoreButton onMore={today.loadMore} />}
      {shown.length === 0 && !today.hasMoreAlerts && <p className={css.calm}>{t('alerts.none')}</p>}
      {today.knownCount > 0 && (
        <button
          type="button"
          className={leader.textButton}
          aria-expanded={isShowing}
          onClick={() => setShowing(!isShowing)}
        >
          {t(isShowing ? 'alerts.hideKnown' : 'alerts.showKnown', { count: today.knownCount })}
        </button>
      )}
      {isShowing && <KnownAlerts />}
    </section>
  );
}

/** Asked for when somebody wants to see them. */
function KnownAlerts() {
  const asked = useQuery(LeaderAlertsDocument, { variables: { isKnown: true, first: PAGE } });
  const pages = usePages(asked.data?.alerts, asked);
  return (
    <Loaded data={pages.rows} asked={pages} rows={2}>
      {(alerts) => (
        <>
          {alerts.map((alert) => (
            <AlertCard key={alert.id} alert={alert} />
          ))}
          {pages.hasMore && <MoreButton onMore={pages.loadMore} />}
        </>
      )}
    </Loaded>
  );
}

function MoreButton({ onMore }: { onMore: () => void }) {
  const { t } = useTranslation('leader');
  return (
    <button type="button" className={leader.textButton} onClick={onMore}>
      {t('alerts.more')}
    </button>
  );
}

/** 呈阅: what the office has put before this leader; what waits longest first, and the next ones as these are answered. */
function Presented({ presentations, count }: { presentations: Today['presented']; count: number }) {
  const { t } = useTranslation('leader');
  if (count === 0) return null;
  return (
    <section>
      <header className={leader.sectionHead}>
        <h2>{t('presented.title')}</h2>
        <span className={css.countRed}>{count}</span>
      </header>
      {presentations.map((presentation) => (
        <PresentedCard key={presentation.id} presentation={presentation} />
      ))}
      {count > presentations.length && (
        <p className={css.calm}>{t('presented.more', { count: count - presentations.length })}</p>
      )}
    </section>
  );
}

function NewestIssue({ issue }: { issue: Today['issues'][number] | undefined }) {
  const { t } = useTranslation('leader');
  return (
    <section>
      <header className={leader.sectionHead}>
        <h2>{t('issues.newest')}</h2>
        <Link to="/leader/digests">{t('issues.all')}</Link>
      </header>
      {issue ? <IssueCard issue={issue} isNewest /> : <p className={css.calm}>{t('issues.none')}</p>}
    </section>
  );
}

function Overdue({ instructions, count }: { instructions: Today['overdue']; count: number }) {
  const { t } = useTranslation('leader');
  return (
    <section>
      <header className={leader.sectionHead}>
        <h2>{t('overdue.title')}</h2>
        {count > 0 && <span className={css.countRed}>{count}</span>}
        <Link to="/leader/instructions">{t('overdue.all')}</Link>
      </header>
      {count === 0 && <p className={css.calm}>{t('overdue.none')}</p>}
      {instructions.map((instruction) => (
        <InstructionCard key={instruction.id} instruction={instruction} />
      ))}
      {count > instructions.length && (
        <Link to="/leader/instructions?show=overdue">{t('overdue.more', { count: count - instructions.length })}</Link>
      )}
    </section>
  );
}

/** 包案: the open cases that this leader takes. */
function Sponsored({ cases }: { cases: Today['sponsored'] }) {
  const { t } = useTranslation('leader');
  if (cases.length === 0) return null;
  return (
    <section>
      <header className={leader.sectionHead}>
        <h2>{t('case.mine')}</h2>
      </header>
      <CaseLines cases={cases} />
    </section>
  );
}

/** The county's figures, counted only when somebody wants them. */
function County() {
  const { t } = useTranslation('leader');
  const [isOpen, setOpen] = useState(false);
  return (
    <details className={css.county} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('county')}</summary>
      {isOpen && (
        <Suspense fallback={<Loading rows={2} />}>
          <CountyOverview />
        </Suspense>
      )}
    </details>
  );
}
