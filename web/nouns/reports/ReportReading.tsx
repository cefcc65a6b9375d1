import { Loaded } from '../../ui/Loaded.tsx';
import { Attachments } from '../attachments/Attachments.tsx';
import { Members } from './Members.tsx';
import { CloseBar, ReportHead } from './ReportHead.tsx';
import { ReportText } from './ReportText.tsx';
import { TimelineSection } from './Timeline.tsx';
import { useReport } from './useReport.ts';
import './report-split.css';

interface Props {
  id: string;
  linkTo: (id: string) => string;
  address: string;
  onClose: () => void;
}

/** A report for those who read and do not handle: the analyst, a searcher. */
export function ReportReading({ id, linkTo, address, onClose }: Props) {
  const { report: known, error, refetch } = useReport(id);
  return (
    <article className="as-stack as-panel report-panel">
      {!known && <CloseBar onClose={onClose} />}
      <Loaded data={known} asked={{ error, refetch }}>
        {(report) => (
          <>
            <ReportHead report={report} address={address} onClose={onClose} />
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text is scrolled by keys */}
            <div tabIndex={0} className="report-panel-body">
              <ReportText report={report} linkTo={linkTo} />
              <Attachments of="REPORT" attachments={report.attachments} anew={refetch} />
              <Members members={report.members} linkTo={linkTo} />
              <TimelineSection steps={report.timeline} />
            </div>
          </>
        )}
      </Loaded>
    </article>
  );
}
