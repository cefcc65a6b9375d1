import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { chime } from '../live/sound.ts';
import { useChanges } from '../live/useChanges.ts';
import { Countdown } from '../reports/Countdown.tsx';
import { useTermName } from '../reports/useTerms.ts';
import type { UrgentRowFragment } from './desk.generated.ts';

interface Props {
  reports: readonly UrgentRowFragment[];
  linkTo: (id: string) => string;
}

/** Urgent reports stay pinned above every filter until they are triaged (R36). */
export const UrgentStrip = memo(function UrgentStrip({ reports: known, linkTo }: Props) {
  const { t } = useTranslation('desk');
  const termName = useTermName();
  useChanges(['REPORT_URGENT'], chime, () => {});
  const reports = known.filter((report) => report.state === 'URGENT');
  if (reports.length === 0) return null;
  return (
    <section className="desk-urgent" aria-label={t('urgent.title')}>
      <h2>{t('urgent.count', { count: reports.length })}</h2>
      <ul>
        {reports.map((report) => (
          <li key={report.id}>
            <Link to={linkTo(report.id)}>
              <b>{report.place.fullName}</b> {termName(report.topic)}{' '}
              <span className="desk-urgent-text">{report.excerpt}</span>
            </Link>
            {report.urgentDueAt && <Countdown to={report.urgentDueAt} />}
          </li>
        ))}
      </ul>
    </section>
  );
});
