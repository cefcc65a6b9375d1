import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { type Fact, Facts } from '../../ui/Facts.tsx';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { useTermName } from '../../ui/useTermName.ts';
import { DueTag } from './DueTag.tsx';
import { ReporterName } from './ReporterName.tsx';
import type { ReportWholeFragment } from './report.generated.ts';
import './reading.css';

/** What was reported, whole: facts, text, what became of it. */
export function ReportText({ report, linkTo }: { report: ReportWholeFragment; linkTo: (id: string) => string }) {
  const { t } = useTranslation('reports');
  /** Whether the villager has the answer (R48). */
  const passedOn = ({ state, toldAt, untoldReason }: ReportWholeFragment) => {
    if (toldAt) return t('told.told', { at: shanghaiTime(toldAt) });
    if (untoldReason) return t('told.untold', { reason: untoldReason });
    return state === 'REPLIED' ? t('told.waits') : null;
  };
  return (
    <>
      {report.returnReason && report.state === 'RETURNED' && (
        <p className="report-note report-note-amber">
          <b>{t('returnReason')}</b> {report.returnReason}
        </p>
      )}
      {report.master && (
        <p className="report-note">
          <Link to={linkTo(report.master.id)}>{t('mergedInto', { no: report.master.no })}</Link> {report.master.excerpt}
        </p>
      )}
      <h3 className="sr-only">{t('content')}</h3>
      <p className="as-verbatim report-content">{report.content}</p>
      <Told report={report} />
      {report.urgentPlan && (
        <p className="report-note report-note-amber">
          <b>{t('plan')}</b>{' '}
          {t('planOf', {
            text: report.urgentPlan.text,
            unit: report.urgentPlan.unit.name,
            due: shanghaiTime(report.urgentPlan.dueAt),
          })}{' '}
          {report.urgentPlan.noticeTo && t('noticed', { to: report.urgentPlan.noticeTo })}
        </p>
      )}
      {report.setAsideReason && (
        <p className="report-note">
          <b>{t('setAside')}</b> {report.setAsideReason}
        </p>
      )}
      {report.answer && (
        <p className="report-note report-note-green">
          <b>{t('answer')}</b> {report.answer}
          {report.answeredAt && <RelativeTime at={report.answeredAt} />}
          <span className="report-passed-on">{passedOn(report)}</span>
        </p>
      )}
      {report.digestItems.length > 0 && (
        <p className="report-note">
          <b>{t('inDigest')}</b>{' '}
          {report.digestItems.map((item) => (
            <span key={item.id}>{t('digestItem', { title: item.digest.title, number: item.number })} </span>
          ))}
        </p>
      )}
    </>
  );
}

function Told({ report }: { report: ReportWholeFragment }) {
  const { t } = useTranslation(['reports', 'words']);
  const termName = useTermName();
  const scale = [
    report.households !== null && t('households', { count: report.households }),
    report.people !== null && t('people', { count: report.people }),
  ].filter(Boolean);
  const facts: Fact[] = [
    [t('fact.topic'), termName(report.topic)],
    [t('fact.place'), report.place.fullName],
    [t('fact.scale'), scale.length ? scale.join(' ') : t('scaleUnknown')],
    [t('fact.occurredAt'), shanghaiTime(report.occurredAt)],
    [t('fact.submittedAt'), shanghaiTime(report.submittedAt)],
    [t('fact.reporter'), <ReporterName key="reporter" reporter={report.reporter} />],
    [t('fact.channel'), `${t(`words:channel.${report.channel}`)} · ${t(`words:line.${report.line}`)}`],
  ];
  if (report.source) facts.splice(1, 0, [t('fact.source'), termName(report.source)]);
  if (report.outsideAreaReason) facts.push([t('fact.outsideArea'), report.outsideAreaReason]);
  if (report.workDaysLeft !== null) facts.push([t('fact.due'), <DueTag key="due" report={report} />]);
  return <Facts className="report-facts" facts={facts} />;
}
