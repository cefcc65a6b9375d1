import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { AsOf } from '../../device/AsOf.tsx';
import { useRefetchOnChanges } from '../../live/useChanges.ts';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { MyReportsDocument } from '../../nouns/reports/phone/mine.generated.ts';
import { ReportList } from '../../nouns/reports/phone/ReportList.tsx';
import { StateTabs, statesOf } from '../../nouns/reports/phone/StateTabs.tsx';
import { useViewer } from '../../session/session.ts';
import { usePages } from '../../ui/usePages.ts';
import { aheadOf } from './ahead.ts';

/** The officer's own reports, newest first. States change by themselves; new ones appear at the top. */
export function MyReports() {
  const { t } = useTranslation('officer');
  useTabTitle(t('mine.title'));
  const viewer = useViewer();
  const [search] = useSearchParams();
  const states = statesOf(search.get('show'));
  const asked = useQuery(MyReportsDocument, { variables: { states } });
  const pages = usePages(asked.data?.reports, asked);
  useRefetchOnChanges(({ kind, report }) => kind === 'REPORT_SUBMITTED' || !report, pages.refetch);
  return (
    <>
      <h1 className="sr-only">{t('mine.title')}</h1>
      <StateTabs />
      <AsOf questions={[[MyReportsDocument, { states }], aheadOf(viewer)]} />
      <ReportList
        pages={pages}
        empty={t(states ? 'mine.emptyFiltered' : 'mine.empty')}
        to={(id) => `/officer/mine/${id}`}
      />
    </>
  );
}
