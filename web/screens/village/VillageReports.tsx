import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AsOf } from '../../device/AsOf.tsx';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { ReportList } from '../../nouns/reports/phone/ReportList.tsx';
import { StateTabs, statesOf } from '../../nouns/reports/phone/StateTabs.tsx';
import { useViewer } from '../../session/session.ts';
import { usePages } from '../../ui/usePages.ts';
import { VillageReportsDocument } from './village.generated.ts';

/** What is reported in the line from the head's own village; to read, not to handle. */
export function VillageReports() {
  const { t } = useTranslation(['village', 'officer']);
  const { area } = useViewer().post;
  useTabTitle(t('title'));
  const [search] = useSearchParams();
  const states = statesOf(search.get('show'));
  const asked = useQuery(VillageReportsDocument, { variables: { states } });
  const pages = usePages(asked.data?.reports, asked);
  useRefetchOnChanges(({ kind, report }) => kind === 'REPORT_SUBMITTED' || !report, pages.refetch);
  return (
    <>
      <h1 className="village-title">{t('of', { village: area.name })}</h1>
      <StateTabs />
      <AsOf questions={[[VillageReportsDocument, { states }]]} />
      <ReportList
        pages={pages}
        empty={t(states ? 'officer:mine.emptyFiltered' : 'empty')}
        to={(id) => `/village/${id}`}
      />
    </>
  );
}
