import { ExclamationCircleFilled, LockOutlined, MergeCellsOutlined, SendOutlined } from '@ant-design/icons';
import { AWAITED } from '@lxq/schema/reports/report-desk.ts';
import type { Line, ReportState } from '@lxq/schema/reports/report-states.ts';
import { Tag, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { CountMark } from '../attachments/CountMark.tsx';
import { type Beside, BesideMarks } from '../desks/BesideMarks.tsx';
import './marks.css';

const COLOURS: Record<ReportState, string> = {
  SUBMITTED: 'blue',
  RETURNED: 'orange',
  URGENT: 'red',
  TRIAGED: 'geekblue',
  MERGED: 'default',
  DIGESTED: 'purple',
  CASED: 'cyan',
  ORDERED: 'cyan',
  REPLIED: 'green',
  ARCHIVED: 'default',
  WITHDRAWN: 'default',
};

export function StateTag({ state }: { state: ReportState }) {
  const { t } = useTranslation('words');
  return (
    <Tag color={COLOURS[state]} className="report-tag">
      {t(`reportState.${state}`)}
    </Tag>
  );
}

interface Marked extends Beside {
  state: ReportState;
  urgency: 'NORMAL' | 'HIGH';
  line: Line;
  memberCount: number;
  attachmentsPromised: number;
  attachmentsArrived: number;
}
/** What sets a report apart: urgent, sent direct, sealed, primary of a merge; at a desk who takes it, and that somebody waits. Each has words, not colour alone. */
export function ReportMarks({ report }: { report: Marked }) {
  const { t } = useTranslation(['reports', 'words']);
  return (
    <span className="report-marks">
      {report.urgency === 'HIGH' && (
        <span className="report-high">
          <ExclamationCircleFilled aria-hidden /> {t('words:urgency.HIGH')}
        </span>
      )}
      {report.line === 'DIRECT' && (
        <Tooltip title={t('lineHelp.DIRECT')}>
          <span className="report-mark">
            <SendOutlined aria-hidden /> {t('words:line.DIRECT')}
          </span>
        </Tooltip>
      )}
      {report.line === 'SEALED' && (
        <span className="report-mark">
          <LockOutlined aria-hidden /> {t('words:line.SEALED')}
        </span>
      )}
      {report.memberCount > 0 && (
        <Tooltip title={t('membersHelp', { count: report.memberCount })}>
          <span className="report-mark">
            <MergeCellsOutlined aria-hidden /> {t('members', { count: report.memberCount })}
          </span>
        </Tooltip>
      )}
      <CountMark of={report} className="report-mark" />
      <BesideMarks beside={report} isAwaited={(AWAITED as readonly ReportState[]).includes(report.state)} />
    </span>
  );
}
