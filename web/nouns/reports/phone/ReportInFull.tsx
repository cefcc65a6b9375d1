import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Fact, Facts } from '../../../ui/Facts.tsx';
import { shanghaiTime } from '../../../ui/time.ts';
import { useTermName } from '../../../ui/useTermName.ts';
import { Attachments } from '../../attachments/Attachments.tsx';
import type { ReportInFullFragment } from './mine.generated.ts';
import { StateChip } from './StateChip.tsx';
import { Timeline } from './Timeline.tsx';
import { useScale } from './useScale.ts';
import './cards.css';
import './report-in-full.css';

interface Props {
  report: ReportInFullFragment;
  refetch: () => Promise<unknown>;
  /** Beside what is attached: what its author may do with one. */
  deedsOf?: (attachment: ReportInFullFragment['attachments'][number], name: string) => ReactNode;
  children?: ReactNode;
}

/** A report as its author, or the head of its village, reads it. Deeds, if any, are handed in. */
export function ReportInFull({ report, refetch, deedsOf, children }: Props) {
  const { t } = useTranslation(['officer', 'words']);
  const nameOf = useTermName();
  return (
    <article className="as-stack report">
      <header className="report-head">
        <div>
          <h1>{nameOf(report.topic)}</h1>
          <p>{report.no}</p>
        </div>
        <StateChip state={report.state} />
      </header>
      {report.state === 'RETURNED' && report.returnReason && (
        <section className="report-returned">
          <h2>{t('one.returned')}</h2>
          <p>{report.returnReason}</p>
        </section>
      )}
      {report.master && (
        <p className="report-merged">
          <Link to={`../${report.master.id}`} relative="path">
            {t('one.merged', { no: report.master.no })}
          </Link>
        </p>
      )}
      <Answer report={report} />
      {children}
      <section>
        <h2>{t('one.content')}</h2>
        <p className="as-verbatim">{report.content}</p>
        <Told report={report} />
      </section>
      <Attachments of="REPORT" attachments={report.attachments} anew={refetch} heading="h2" deedsOf={deedsOf} />
      <section>
        <h2>{t('one.timeline')}</h2>
        <Timeline steps={report.timeline} />
      </section>
    </article>
  );
}

/** What was sent back has its author's turn before anybody answers, and what was taken back has no answer to come. */
function Answer({ report: { state, answer, answeredAt } }: { report: ReportInFullFragment }) {
  const { t } = useTranslation('officer');
  if (!answer && (state === 'RETURNED' || state === 'WITHDRAWN')) return null;
  return (
    <section className={answer ? 'report-answered' : ''}>
      <h2>{t('one.answer')}</h2>
      <p className={answer ? 'as-verbatim' : 'card-note'}>{answer ?? t('one.answerWaits')}</p>
      {answer && answeredAt && <p className="card-note">{shanghaiTime(answeredAt)}</p>}
    </section>
  );
}

function Told({ report }: { report: ReportInFullFragment }) {
  const { t } = useTranslation(['officer', 'words']);
  const nameOf = useTermName();
  const scale = useScale();
  const { code, name, unitName } = report.reporter;
  const facts: Fact[] = [
    [t('one.place'), report.place.fullName],
    ['', report.outsideAreaReason && t('one.outside', { reason: report.outsideAreaReason })],
    [t('one.occurredAt'), shanghaiTime(report.occurredAt)],
    [t('one.submittedAt'), shanghaiTime(report.submittedAt)],
    [t('one.scale'), scale(report.households, report.people)],
    [t('one.urgency'), t(`words:urgency.${report.urgency}`)],
    [t('one.line'), t(`words:line.${report.line}`)],
    [t('one.source'), report.source && nameOf(report.source)],
    [t('one.reporter'), [name, code, unitName].filter(Boolean).join(' · ')],
  ];
  return <Facts className="report-facts" facts={facts} />;
}
