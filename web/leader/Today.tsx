import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { AsOf } from '../device/AsOf.tsx';
import { LiveMark } from '../session/LiveMark.tsx';
import { Loaded } from '../ui/Loaded.tsx';
import { Loading } from '../ui/Loading.tsx';
import { AlertCard } from './AlertCard.tsx';
import { InstructionCard } from './InstructionCard.tsx';
import { IssueCard } from './IssueCard.tsx';
import { LeaderHomeDocument } from './leader.generated.ts';
import css from './leader.module.css';
import { useToday } from './useToday.ts';

const CountyOverview = lazy(() => import('../network/CountyOverview.tsx').then((m) => ({ default: m.CountyOverview })));

/** Read in half a minute: what is urgent, what is overdue, what is new. */
export function Today() {
  const { t } = useTranslation('leader');
  const today = useToday();
  return (
    <Loaded data={today.data} error={today.error} onRetry={() => void today.refetch()} rows={6}>
      {() => (
        <div className={css.today}>
          <h1 className="sr-only">{t('title')}</h1>
          <AsOf questions={[[LeaderHomeDocument, {}]]} />
          <Alerts open={[...today.openAlerts, ...today.justWithdrawn]} known={today.knownAlerts} />
          <NewestIssue issue={today.issues[0]} />
          <Overdue instructions={today.overdue} />
          <County />
        </div>
      )}
    </Loaded>
  );
}

type Today = ReturnType<typeof useToday>;

/** Open ones first, then what was withdrawn lately: counted is what still waits. */
function Alerts({ open, known }: { open: Today['openAlerts']; known: Today['knownAlerts'] }) {
  const { t } = useTranslation('leader');
  const waiting = open.filter(({ withdrawnAt }) => withdrawnAt === null).length;
  const [isShowing, setShowing] = useState(false);
  return (
    <section>
      <header className={css.sectionHead}>
        <h2>{t('alerts.title')}</h2>
        {waiting > 0 && <span className={css.countRed}>{waiting}</span>}
        <LiveMark />
      </header>
      <div role="log" aria-live="assertive">
        {open.map((alert) => (
          <AlertCard key={alert.id} alert={alert} />
        ))}
      </div>
      {open.length === 0 && <p className={css.calm}>{t('alerts.none')}</p>}
      {known.length > 0 && (
        <button
          type="button"
          className={css.textButton}
          aria-expanded={isShowing}
          onClick={() => setShowing(!isShowing)}
        >
          {t(isShowing ? 'alerts.hideKnown' : 'alerts.showKnown', { count: known.length })}
        </button>
      )}
      {isShowing && known.map((alert) => <AlertCard key={alert.id} alert={alert} />)}
    </section>
  );
}

function NewestIssue({ issue }: { issue: Today['issues'][number] | undefined }) {
  const { t } = useTranslation('leader');
  return (
    <section>
      <header className={css.sectionHead}>
        <h2>{t('issues.newest')}</h2>
        <Link to="/leader/digests">{t('issues.all')}</Link>
      </header>
      {issue ? <IssueCard issue={issue} isNewest /> : <p className={css.calm}>{t('issues.none')}</p>}
    </section>
  );
}

function Overdue({ instructions }: { instructions: Today['overdue'] }) {
  const { t } = useTranslation('leader');
  return (
    <section>
      <header className={css.sectionHead}>
        <h2>{t('overdue.title')}</h2>
        {instructions.length > 0 && <span className={css.countRed}>{instructions.length}</span>}
        <Link to="/leader/instructions">{t('overdue.all')}</Link>
      </header>
      {instructions.length === 0 && <p className={css.calm}>{t('overdue.none')}</p>}
      {instructions.slice(0, 5).map((instruction) => (
        <InstructionCard key={instruction.id} instruction={instruction} />
      ))}
      {instructions.length > 5 && (
        <Link to="/leader/instructions?show=overdue">{t('overdue.more', { count: instructions.length - 5 })}</Link>
      )}
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
