import { Button } from 'antd-mobile';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useSend } from '../../deeds/useSend.ts';
import { useSaid } from '../../ui/phone/useSaid.ts';
import { clockOrDay } from '../../ui/time.ts';
import { useNow } from '../../ui/useNow.ts';
import { useTermName } from '../../ui/useTermName.ts';
import alerts from './alerts.module.css';
import { clock, countdown } from './countdown.ts';
import { AcknowledgeAlertDocument, type AlertRowFragment } from './leader.generated.ts';
import css from './leader.module.css';

/** One urgent report: where, what, how many, and how long is left of the half hour (R36). */
export function AlertCard({ alert }: { alert: AlertRowFragment }) {
  const { t } = useTranslation('leader');
  const nameOf = useTermName();
  const { report, acknowledgedAt, withdrawnAt } = alert;
  return (
    <article className={acknowledgedAt || withdrawnAt ? alerts.alertKnown : alerts.alert}>
      <Link to={`/leader/reports/${report.id}`} className={alerts.alertText}>
        <span className={alerts.alertHead}>
          <strong>{report.place.fullName}</strong>
          <span>{nameOf(report.topic)}</span>
        </span>
        <span className={alerts.alertExcerpt}>{report.excerpt}</span>
        <span className={css.faint}>
          {report.people !== null && `${t('alerts.people', { count: report.people })} · `}
          {t('alerts.at', { time: clockOrDay(alert.raisedAt) })}
        </span>
      </Link>
      <footer className={alerts.alertFoot}>
        <AlertClock alert={alert} />
      </footer>
    </article>
  );
}

/** The clock until somebody in charge knows, then when they did, or who did for them; or that the desk took the report back. */
export function AlertClock({ alert }: { alert: AlertRowFragment }) {
  const { t } = useTranslation('leader');
  const said = useSaid();
  const { isBusy, send } = useSend();
  const { report, acknowledgedAt, actedBy, withdrawnAt } = alert;
  if (withdrawnAt) return <strong>{t('alerts.withdrawnAt', { time: clockOrDay(withdrawnAt) })}</strong>;
  if (acknowledgedAt && actedBy)
    return <strong>{t('alerts.knownBy', { name: actedBy.name, time: clockOrDay(acknowledgedAt) })}</strong>;
  if (acknowledgedAt)
    return <span className={css.faint}>{t('alerts.knownAt', { time: clockOrDay(acknowledgedAt) })}</span>;
  const know = async () => {
    const outcome = await send(AcknowledgeAlertDocument, { id: alert.id });
    const first = 'value' in outcome ? outcome.value.actedBy : null;
    const place = report.place.fullName;
    said(outcome, first ? t('alerts.knownFirst', { name: first.name, place }) : t('alerts.acknowledged', { place }));
  };
  return (
    <>
      <Countdown dueAt={alert.dueAt} />
      <Button size="middle" loading={isBusy} onClick={() => void know()}>
        {t('alerts.acknowledge')}
      </Button>
    </>
  );
}

function Countdown({ dueAt }: { dueAt: string }) {
  const { t } = useTranslation('leader');
  const left = countdown(dueAt, useNow(true));
  const words = clock(left);
  return (
    <span className={alerts[left.tone]} role="timer" aria-live="off">
      {left.isOver ? t('alerts.over', { time: words }) : t('alerts.left', { time: words })}
    </span>
  );
}
