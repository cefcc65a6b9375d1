import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { OPENING_CHANGES } from './changes.ts';
import { OpeningCard } from './OpeningCard.tsx';
import { ReportOpeningsDocument } from './openings.generated.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import { useOpeningDeeds } from './useOpeningDeeds.ts';

/** Beside a sealed report: who asked to see its reporter, and asking. */
export function ReportOpenings({ report }: { report: { id: string; no: string } }) {
  const { t } = useTranslation('openings');
  const { data, error, refetch } = useQuery(ReportOpeningsDocument, { variables: { id: report.id } });
  useRefetchOnChanges(({ kind, reportId }) => reportId === report.id && OPENING_CHANGES.includes(kind), refetch);
  const deeds = useOpeningDeeds();
  const [isAsking, setAsking] = useState(false);
  return (
    <section>
      <h3 className="report-heading">{t('section')}</h3>
      <Loaded data={data?.report} asked={{ error, refetch }} rows={1}>
        {({ identityOpenings, viewerCanRequestIdentity }) => (
          <>
            {identityOpenings.map((opening) => (
              <OpeningCard key={opening.id} opening={opening} isBesideReport />
            ))}
            {viewerCanRequestIdentity && <Button onClick={() => setAsking(true)}>{t('deed.requestIdentity')}</Button>}
            {!viewerCanRequestIdentity && identityOpenings.length === 0 && <p className="desk-none">{t('cannot')}</p>}
          </>
        )}
      </Loaded>
      {isAsking && (
        <ReasonDialog
          deed="requestIdentity"
          subject={report.id}
          no={report.no}
          isBusy={deeds.isBusy}
          send={({ about, reason }) => deeds.request(report, about ?? '', reason)}
          onClose={() => setAsking(false)}
        />
      )}
    </section>
  );
}
