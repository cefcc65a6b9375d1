import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { useTermName } from '../../../ui/useTermName.ts';
import { CountMark } from '../../attachments/CountMark.tsx';
import type { ReportCardFragment } from './mine.generated.ts';
import { StateChip } from './StateChip.tsx';

/** Its answer waits to be passed on (R48). */
const isToTell = ({ state, toldAt, untoldReason }: ReportCardFragment) =>
  state === 'REPLIED' && !toldAt && !untoldReason;

export function ReportCard({ report, to }: { report: ReportCardFragment; to: string }) {
  const { t } = useTranslation(['officer', 'words']);
  const nameOf = useTermName();
  return (
    <Link className="card" to={to}>
      <div className="card-head">
        <strong>
          {nameOf(report.topic)}
          {report.urgency === 'HIGH' && <span className="chip chip-urgent">{t('words:urgency.HIGH')}</span>}
          {report.line !== 'LINE' && <span className="chip">{t(`words:line.${report.line}`)}</span>}
          {isToTell(report) && <span className="chip chip-wait">{t('mine.toTell')}</span>}
        </strong>
        <StateChip state={report.state} />
      </div>
      <p className="as-excerpt card-text">{report.excerpt}</p>
      {report.state === 'RETURNED' && report.returnReason && <p className="card-failure">{report.returnReason}</p>}
      <p className="card-note">
        <span>{report.place.fullName}</span>
        <span>{report.no}</span>
        <RelativeTime at={report.submittedAt} />
        <CountMark of={report} className="card-attached" />
        {report.memberCount > 0 && <span>{t('mine.members', { count: report.memberCount })}</span>}
      </p>
    </Link>
  );
}
