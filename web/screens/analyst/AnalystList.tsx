import { LeftOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useMatch, useNavigate } from 'react-router';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { ListTools } from '../../nouns/preferences/ListTools.tsx';
import { useArrangement, useReportSort } from '../../nouns/preferences/usePreference.ts';
import { Filters } from '../../nouns/reports/Filters.tsx';
import { ReportReading } from '../../nouns/reports/ReportReading.tsx';
import { ReportSplit } from '../../nouns/reports/ReportSplit.tsx';
import { ReportTable } from '../../nouns/reports/ReportTable.tsx';
import { useFilter } from '../../nouns/reports/useFilter.ts';
import { useReportPages } from '../../nouns/reports/useReportPages.ts';
import { Empty } from '../../ui/Empty.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { AsOf } from './AsOf.tsx';
import { ReportCountsDocument } from './analyst.generated.ts';
import './analyst.css';

/** The exact reports behind a count, under the same filter. */
export function AnalystList() {
  const { t } = useTranslation(['analyst', 'reports']);
  const [filter, change] = useFilter();
  const { search } = useLocation();
  const navigate = useNavigate();
  const openId = useMatch('/analyst/reports/:id')?.params.id;
  const sort = useReportSort('ANALYST', filter);
  const arrangement = useArrangement('ANALYST');
  const pages = useReportPages(filter, sort);
  const { data, refetch } = useQuery(ReportCountsDocument, { variables: { filter } });
  useTabTitle(t('list'));
  const linkTo = (id: string) => `/analyst/reports/${id}${search}`;
  const refresh = () => void Promise.all([pages.refetch(), refetch()]);
  return (
    <div className="report-page">
      <header className="as-row analyst-list-head">
        <Link to="/analyst">
          <LeftOutlined aria-hidden /> {t('title')}
        </Link>
        <h1>{data ? t('total', { count: data.reportCounts.total }) : t('list')}</h1>
        {data && <AsOf at={data.reportCounts.asOf} onRefresh={refresh} />}
      </header>
      <ListTools screen="ANALYST" path="/analyst/reports" shown={{ filter, sort }} />
      <Filters filter={filter} onChange={change} lines={['LINE', 'DIRECT']} isTrayShown />
      <ReportSplit
        list={
          <PagedList pages={pages} empty={<Empty text={t('reports:nothing')} />} placeholders={12}>
            {(rows) => (
              <ReportTable
                rows={rows}
                linkTo={linkTo}
                currentId={openId}
                isDense={!!openId}
                arrangement={arrangement}
              />
            )}
          </PagedList>
        }
        panel={
          openId ? (
            <ReportReading
              id={openId}
              linkTo={linkTo}
              address={`/analyst/reports/${openId}`}
              onClose={() => void navigate(`/analyst/reports${search}`)}
            />
          ) : null
        }
      />
    </div>
  );
}
