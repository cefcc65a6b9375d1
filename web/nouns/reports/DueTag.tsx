import type { ReportState } from '@lxq/schema/reports/report-states.ts';
import { useTranslation } from 'react-i18next';
import { shanghaiTime } from '../../ui/time.ts';
import { Countdown } from './Countdown.tsx';
import './marks.css';

interface Due {
  state: ReportState;
  urgentDueAt: string | null;
  isOverdue: boolean;
  workDaysLeft: number | null;
  dueAt: string;
  isDueProvisional: boolean;
}

/**
 * Work days left until triage is due: red when past, amber on the last day, nothing once handled. An urgent report has one clock, that
 * of its half hour.
 */
export function DueTag({ report }: { report: Due }) {
  const { t } = useTranslation(['reports', 'words']);
  const { workDaysLeft, isOverdue, dueAt, isDueProvisional } = report;
  if (report.state === 'URGENT' && report.urgentDueAt) return <Countdown to={report.urgentDueAt} />;
  if (workDaysLeft === null && !isOverdue) return null;
  const left = workDaysLeft ?? 0;
  const tone = isOverdue ? 'report-overdue' : left <= 1 ? 'report-due-soon' : 'report-due-later';
  return (
    <time className={tone} dateTime={dueAt} title={t('dueAt', { at: shanghaiTime(dueAt) })}>
      {isOverdue
        ? left < 0
          ? t('overdueBy', { count: -left })
          : t('overdue')
        : left === 0
          ? t('dueToday')
          : t('workDaysLeft', { count: left })}
      {isDueProvisional && !isOverdue && ` ${t('words:provisional')}`}
    </time>
  );
}
