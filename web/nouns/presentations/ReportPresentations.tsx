import { useQuery } from '@apollo/client/react';
import { FAST_CHANNELS, PRESENTATION_MACHINE } from '@lxq/schema/presentations/presentation-states.ts';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { may, useDeeds } from '../../deeds/useDeeds.ts';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { RowDeed } from '../../ui/desk/RowDeed.tsx';
import { useMessages } from '../../ui/desk/useMessages.ts';
import { shanghaiTime } from '../../ui/time.ts';
import type { ReportWholeFragment } from '../reports/report.generated.ts';
import { PRESENTATION_CHANGES } from './changes.ts';
import * as documents from './deeds.derived.generated.ts';
import { PresentDialog } from './PresentDialog.tsx';
import { type PresentationWholeFragment, ReportPresentationsDocument } from './presentation.generated.ts';
import './presentations.css';

/** Before which leaders a report lies, what they did, and putting it before them (R29). */
export function ReportPresentations({ report }: { report: Pick<ReportWholeFragment, 'id' | 'no' | 'channel'> }) {
  const { t } = useTranslation(['presentations', 'words']);
  const { id, no, channel } = report;
  // The report brings them; they are asked for by themselves only after a change of theirs.
  const { data, refetch } = useQuery(ReportPresentationsDocument, { variables: { id }, fetchPolicy: 'cache-first' });
  useRefetchOnChanges(({ kind, reportId }) => reportId === id && PRESENTATION_CHANGES.includes(kind), refetch);
  const [isAsking, setAsking] = useState(false);
  const rows = data?.report?.presentations ?? [];
  const mayPresent = data?.report?.viewerCanPresent ?? false;
  if (rows.length === 0 && !mayPresent) return null;
  const isFast = FAST_CHANNELS.includes(channel) && !rows.some(({ state }) => state !== 'WITHDRAWN');
  return (
    <section>
      <h3 className="report-heading">{t('title')}</h3>
      {isFast && <p className="report-note">{t('hint', { channel: t(`words:channel.${channel}`) })}</p>}
      <ul className="as-list presented">
        {rows.map((row) => (
          <Presented key={row.id} row={row} no={no} />
        ))}
      </ul>
      {mayPresent && (
        <Button type={isFast ? 'primary' : 'default'} onClick={() => setAsking(true)}>
          {t('deed')}
        </Button>
      )}
      {isAsking && <PresentDialog report={report} onClose={() => setAsking(false)} />}
    </section>
  );
}

function Presented({ row, no }: { row: PresentationWholeFragment; no: string }) {
  const { t } = useTranslation('presentations');
  const { said } = useMessages();
  const { one } = useDeeds(PRESENTATION_MACHINE, documents);
  const name = row.leaderName;
  const state = t(`state.${row.state}`);
  return (
    <li>
      <strong>{name}</strong>{' '}
      <span>
        {row.state === 'PRESENTED' ? state : t('since', { state, time: shanghaiTime(row.stateSince) })} ·{' '}
        {t('by', { name: row.presentedByName, time: shanghaiTime(row.presentedAt) })}
      </span>
      {may(PRESENTATION_MACHINE, 'unpresent', row) && (
        <RowDeed
          deed={t('unpresent')}
          of={name}
          onClick={async () => said(await one('unpresent', row), t('unpresented', { name, no }))}
        />
      )}
    </li>
  );
}
