import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Attachments } from '../../nouns/attachments/Attachments.tsx';
import { ReportCases } from '../../nouns/cases/ReportCases.tsx';
import { DeskContact } from '../../nouns/contacts/desk/DeskContact.tsx';
import { ReportOpenings } from '../../nouns/openings/ReportOpenings.tsx';
import { ReportPresentations } from '../../nouns/presentations/ReportPresentations.tsx';
import { Countdown } from '../../nouns/reports/Countdown.tsx';
import { Members } from '../../nouns/reports/Members.tsx';
import { CloseBar, ReportHead } from '../../nouns/reports/ReportHead.tsx';
import { ReportText } from '../../nouns/reports/ReportText.tsx';
import type { ReportWholeFragment } from '../../nouns/reports/report.generated.ts';
import { TimelineSection } from '../../nouns/reports/Timeline.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import './report-panel.css';

interface Props {
  report: ReportWholeFragment | undefined;
  asked: { error?: unknown; refetch: () => Promise<unknown> };
  onClose: () => void;
  onStep: (step: 1 | -1) => void;
  linkTo: (id: string) => string;
  onUnmerge: (member: { id: string; no: string }) => void;
  isBusy: boolean;
  duplicates: ReactNode;
  beside: ReactNode;
  deeds: ReactNode;
}

/** One report whole beside the queue: text, history, likely duplicates, and what may be done. */
export function ReportPanel({ report: known, asked, onClose, linkTo, ...rest }: Props) {
  const { t } = useTranslation('desk');
  return (
    <article className="as-stack as-panel report-panel">
      {!known && <CloseBar onClose={onClose} />}
      <Loaded data={known} asked={asked}>
        {(report) => (
          <>
            <ReportHead report={report} address={`/desk/reports/${report.id}`} onClose={onClose} />
            {rest.beside}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keys */}
            <div tabIndex={0} className="report-panel-body" key={report.id}>
              {report.state === 'URGENT' && report.urgentDueAt && (
                <p className="report-note desk-urgent-note">
                  {t('urgent.note')} <Countdown to={report.urgentDueAt} />
                </p>
              )}
              <ReportText report={report} linkTo={linkTo} />
              <Attachments of="REPORT" attachments={report.attachments} anew={asked.refetch} />
              <DeskContact subject="REPORT" id={report.id} />
              <ReportPresentations report={report} />
              <ReportCases report={report} />
              {report.line === 'SEALED' && <ReportOpenings report={report} />}
              {rest.duplicates}
              <Members members={report.members} linkTo={linkTo} onUndo={rest.onUnmerge} isBusy={rest.isBusy} />
              <TimelineSection steps={report.timeline} />
            </div>
          </>
        )}
      </Loaded>
      {rest.deeds}
      <div className="desk-steps">
        <Button type="text" icon={<LeftOutlined />} onClick={() => rest.onStep(-1)}>
          {t('previous')}
        </Button>
        <Button type="text" iconPlacement="end" icon={<RightOutlined />} onClick={() => rest.onStep(1)}>
          {t('next')}
        </Button>
      </div>
    </article>
  );
}
