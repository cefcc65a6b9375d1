import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AsOf } from '../../device/AsOf.tsx';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { ReportList } from '../../nouns/reports/phone/ReportList.tsx';
import { StateTabs, statesOf } from '../../nouns/reports/phone/StateTabs.tsx';
import { useViewer } from '../../session/session.ts';
import { VillageReportsDocument } from './village.generated.ts';

/** What is reported in the line from the head's own village; to read, not to handle. */
export function VillageReports() {
  const { t } = useTranslation(['village', 'officer']);
  const { area } = useViewer().post;
  useTabTitle(t('title'));
  const [search] = useSearchParams();
  const states = statesOf(search.get('show'));
  const { data, error, refetch, fetchMore } = useQuery(VillageReportsDocument, { variables: { states } });
  useRefetchOnChanges(({ kind, report }) => kind === 'REPORT_SUBMITTED' || !report, refetch);
  return (
    <>
      <h1 className="village-title">{t('of', { village: area.name })}</h1>
      <StateTabs />
      <AsOf questions={[[VillageReportsDocument, { states }]]} />
      <ReportList
        reports={data?.reports}
        error={error}
        empty={t(states ? 'officer:mine.emptyFiltered' : 'empty')}
        to={(id) => `/village/${id}`}
        refetch={refetch}
        more={(after) => fetchMore({ variables: { after } })}
      />
    </>
  );
}
