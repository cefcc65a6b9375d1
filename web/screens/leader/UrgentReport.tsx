import { useQuery } from '@apollo/client/react';
import { Button } from 'antd-mobile';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ChangeKind } from '../../contract.generated.ts';
import { AsOf } from '../../device/AsOf.tsx';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { Attachments } from '../../nouns/attachments/Attachments.tsx';
import { PRESENTATION_CHANGES } from '../../nouns/presentations/changes.ts';
import { Facts } from '../../ui/Facts.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { Icon } from '../../ui/phone/Icon.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { useJoined } from '../../ui/useJoined.ts';
import { useTermName } from '../../ui/useTermName.ts';
import { AlertClock } from './AlertCard.tsx';
import alerts from './alerts.module.css';
import { InstructSheet } from './InstructSheet.tsx';
import item from './item.module.css';
import { LeaderReportDocument, type LeaderReportQuery } from './leader.generated.ts';
import { PresentedBy, ReadButton } from './PresentedCard.tsx';
import presented from './presented.module.css';
import css from './reader.module.css';

const KINDS: readonly ChangeKind[] = [
  'REPORT_TRIAGED',
  'REPORT_UNTRIAGED',
  'REPORT_UNFLAGGED',
  'REPORT_REPLIED',
  'ALERT_RAISED',
  'ALERT_ACKNOWLEDGED',
  'ALERT_WITHDRAWN',
  ...PRESENTATION_CHANGES,
];

/** A report that a leader has to know of: whole, with its clock and a way to instruct. */
export function UrgentReport() {
  const { id = '' } = useParams();
  const { t } = useTranslation('leader');
  const { data, error, refetch } = useQuery(LeaderReportDocument, { variables: { id } });
  useRefetchOnChanges(({ kind, reportId }) => KINDS.includes(kind as ChangeKind) || reportId === id, refetch);
  return (
    <Loaded data={data} asked={{ error, refetch }} isPage>
      {({ report }) => (
        <div className={css.reader}>
          <AsOf questions={[[LeaderReportDocument, { id }]]} />
          <header className={css.readerHead}>
            <Link to="/leader" className={css.iconButton} aria-label={t('report.back')}>
              <Icon of="left" />
            </Link>
            <div className={css.readerName}>
              <strong>{t('report.title', { no: report.no })}</strong>
            </div>
          </header>
          <Whole report={report} refetch={refetch} />
        </div>
      )}
    </Loaded>
  );
}

function Whole({ report, refetch }: { report: LeaderReportQuery['report']; refetch: () => Promise<unknown> }) {
  const { t } = useTranslation(['leader', 'words']);
  const nameOf = useTermName();
  const [isInstructing, setInstructing] = useState(false);
  const joined = useJoined();
  const alert = report.viewerAlert;
  const scale = [
    report.households === null ? '' : t('report.households', { count: report.households }),
    report.people === null ? '' : t('report.people', { count: report.people }),
  ].filter(Boolean);
  const waiting = report.presentations.find(({ state }) => state === 'PRESENTED');
  const facts = [
    [t('report.topic'), nameOf(report.topic)],
    [t('report.scale'), joined(scale)],
    [t('report.occurredAt'), shanghaiTime(report.occurredAt)],
    [t('report.submittedAt'), shanghaiTime(report.submittedAt)],
    [
      t('report.reporter'),
      [report.reporter.unitName, report.reporter.name ?? report.reporter.code].filter(Boolean).join(' '),
    ],
    [t('report.state'), t(`words:reportState.${report.state}`)],
  ] as const;
  return (
    <div className={css.readerPage}>
      {alert && (
        <div className={alerts.alertClock}>
          <AlertClock alert={alert} />
        </div>
      )}
      {waiting && (
        <div className={presented.note}>
          <span>
            <PresentedBy presentation={waiting} />
          </span>
          <ReadButton presentation={waiting} place={report.place.fullName} />
        </div>
      )}
      <article className={item.item}>
        <h1 className={item.itemTitle}>{report.place.fullName}</h1>
        <p className={item.itemText}>{report.content}</p>
        <Attachments of="REPORT" attachments={report.attachments} anew={refetch} heading="h2" />
        <Facts className={item.facts ?? ''} facts={facts} />
        <Button block color="primary" size="large" onClick={() => setInstructing(true)}>
          <Icon of="instruct" /> {t('instruct.deed')}
        </Button>
      </article>
      {isInstructing && (
        <InstructSheet
          target={{ kind: 'report', id: report.id }}
          title={t('words:said', { of: report.place.fullName, text: report.content.slice(0, 40) })}
          reports={[report]}
          onClose={() => setInstructing(false)}
        />
      )}
    </div>
  );
}
