import { Button } from 'antd';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { chime } from '../../live/sound.ts';
import { useChanges } from '../../live/useChanges.ts';
import { Countdown } from '../../nouns/reports/Countdown.tsx';
import { useTermName } from '../../ui/useTermName.ts';
import type { Urgent } from './useUrgent.ts';
import './urgent-strip.css';

interface Props {
  urgent: Urgent;
  linkTo: (id: string) => string;
}

/** Urgent reports stay pinned above every filter until they are triaged (R36). */
export const UrgentStrip = memo(function UrgentStrip({ urgent, linkTo }: Props) {
  const { reports, count, hasMore, loadMore } = urgent;
  const { t } = useTranslation(['desk', 'reports', 'ui']);
  const termName = useTermName();
  useChanges(['REPORT_URGENT'], chime, () => {});
  if (reports.length === 0) return null;
  return (
    <section className="desk-urgent" aria-label={t('urgent.title')}>
      <h2>{t('urgent.count', { count })}</h2>
      <ul className="as-list">
        {reports.map((report) => (
          <li key={report.id}>
            <Link to={linkTo(report.id)}>
              <b>{report.place.fullName}</b> {termName(report.topic)}{' '}
              <span className="desk-urgent-text">{report.excerpt}</span>
            </Link>
            {report.urgentDueAt && <Countdown to={report.urgentDueAt} />}
          </li>
        ))}
        {hasMore && (
          <li>
            <Button type="link" size="small" onClick={loadMore}>
              {t('ui:page.more')}
            </Button>
          </li>
        )}
      </ul>
    </section>
  );
});
