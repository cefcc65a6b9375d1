import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { AsOf } from '../../device/AsOf.tsx';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { OneReportDocument } from '../../nouns/reports/phone/mine.generated.ts';
import { ReportInFull } from '../../nouns/reports/phone/ReportInFull.tsx';
import { Loaded } from '../../ui/Loaded.tsx';

export function VillageReport() {
  const { t } = useTranslation('village');
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(OneReportDocument, { variables: { id } });
  useTabTitle(data?.report.no ?? t('title'));
  useRefetchOnChanges(({ reportId }) => reportId === id, refetch);
  return (
    <>
      <Link className="village-back" to="/village">
        {t('back')}
      </Link>
      <AsOf questions={[[OneReportDocument, { id }]]} />
      <Loaded data={data?.report} asked={{ error, refetch }} isPage>
        {(report) => <ReportInFull report={report} refetch={refetch} />}
      </Loaded>
    </>
  );
}
