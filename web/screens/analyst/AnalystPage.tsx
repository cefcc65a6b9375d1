import { BarChartOutlined, HeatMapOutlined, TableOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { CountyOverview } from '../../nouns/network/CountyOverview.tsx';
import { Filters } from '../../nouns/reports/Filters.tsx';
import { useFilter } from '../../nouns/reports/useFilter.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { AsOf } from './AsOf.tsx';
import { ReportCountsDocument } from './analyst.generated.ts';
import { Charts, VIEWS, type View } from './Charts.tsx';
import { listAddress } from './listAddress.ts';
import { PeriodChoice } from './PeriodChoice.tsx';
import { Questions } from './Questions.tsx';
import './analyst.css';

/** The whole county's reports counted under one filter, which stands in the address. */
export function AnalystPage() {
  const { t } = useTranslation('analyst');
  const [filter, change] = useFilter();
  const [view, show] = useView();
  const { data, previousData, error, refetch } = useQuery(ReportCountsDocument, { variables: { filter } });
  useTabTitle(t('title'));
  const counts = (data ?? previousData)?.reportCounts;
  return (
    <div className="analyst">
      <h1 className="sr-only">{t('title')}</h1>
      <CountyOverview />
      <Questions onAsk={change} />
      <PeriodChoice filter={filter} onChange={change} />
      <Filters filter={filter} onChange={change} lines={['LINE', 'DIRECT']} isTrayShown />
      <Loaded data={counts} asked={{ error, refetch }} rows={10}>
        {(shown) => (
          <div className={data ? undefined : 'analyst-stale'} aria-busy={!data}>
            <div className="as-row analyst-total">
              <Link to={listAddress(filter)}>{t('total', { count: shown.total })}</Link>
              <AsOf at={shown.asOf} onRefresh={() => void refetch()} />
              <Segmented
                value={view}
                onChange={show}
                options={[
                  { value: 'bars', icon: <BarChartOutlined />, label: t('bars') },
                  { value: 'table', icon: <TableOutlined />, label: t('table') },
                  { value: 'months', icon: <HeatMapOutlined />, label: t('months') },
                ]}
              />
            </div>
            <Charts counts={shown} filter={filter} view={view} />
          </div>
        )}
      </Loaded>
    </div>
  );
}

/** In the address like the filter. */
function useView(): [View, (view: View) => void] {
  const [search, setSearch] = useSearchParams();
  const show = (view: View) =>
    setSearch(
      (now) => {
        if (view === 'bars') now.delete('view');
        else now.set('view', view);
        return now;
      },
      { replace: true },
    );
  return [VIEWS.find((view) => view === search.get('view')) ?? 'bars', show];
}
