import { BarChartOutlined, TableOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { useTabTitle } from '../live/useTabTitle.ts';
import { CountyOverview } from '../network/CountyOverview.tsx';
import { Filters } from '../reports/Filters.tsx';
import { useFilter } from '../reports/useFilter.ts';
import { Loaded } from '../ui/Loaded.tsx';
import { AsOf } from './AsOf.tsx';
import { ReportCountsDocument } from './analyst.generated.ts';
import { Charts } from './Charts.tsx';
import { listAddress } from './listAddress.ts';
import { PeriodChoice } from './PeriodChoice.tsx';
import { Questions } from './Questions.tsx';
import './analyst.css';

/** The whole county's reports counted under one filter, which stands in the address. */
export function AnalystPage() {
  const { t } = useTranslation('analyst');
  const [filter, change] = useFilter();
  const [isTable, showTable] = useTableView();
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
      <Loaded data={counts} error={error} onRetry={() => void refetch()} rows={10}>
        {(shown) => (
          <div className={data ? undefined : 'analyst-stale'} aria-busy={!data}>
            <div className="analyst-total">
              <Link to={listAddress(filter)}>{t('total', { count: shown.total })}</Link>
              <AsOf at={shown.asOf} onRefresh={() => void refetch()} />
              <Segmented
                value={isTable ? 'table' : 'bars'}
                onChange={(view) => showTable(view === 'table')}
                options={[
                  { value: 'bars', icon: <BarChartOutlined />, label: t('bars') },
                  { value: 'table', icon: <TableOutlined />, label: t('table') },
                ]}
              />
            </div>
            <Charts counts={shown} filter={filter} isTable={isTable} />
          </div>
        )}
      </Loaded>
    </div>
  );
}

/** Bars or table, in the address like the filter. */
function useTableView(): [boolean, (isTable: boolean) => void] {
  const [search, setSearch] = useSearchParams();
  const show = (isTable: boolean) =>
    setSearch(
      (now) => {
        if (isTable) now.set('view', 'table');
        else now.delete('view');
        return now;
      },
      { replace: true },
    );
  return [search.get('view') === 'table', show];
}
