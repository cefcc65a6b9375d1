import { NetworkStatus } from '@apollo/client';
import { useQuery } from '@apollo/client/react';
import { Checkbox, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { UnitsDocument } from '../../nouns/network/network.generated.ts';
import { ClearIcon } from '../../ui/ClearIcon.tsx';
import { LoadMore } from '../../ui/desk/LoadMore.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Loaded } from '../../ui/Loaded.tsx';
import { useLoadMore } from '../../ui/useLoadMore.ts';
import { UnitTable } from './UnitTable.tsx';
import { readUnitFilter, UNIT_KINDS, type UnitFilter } from './unitFilter.ts';

const PAGE = 50;

/** The units of the network, narrowed by kind, township, coverage or name; the filter stands in the address. */
export function Units() {
  const { t } = useTranslation('network');
  const [search] = useSearchParams();
  const filter = readUnitFilter(search);
  const { data, previousData, error, networkStatus, fetchMore, refetch } = useQuery(UnitsDocument, {
    variables: { filter, first: PAGE },
    notifyOnNetworkStatusChange: true,
  });
  const loadMore = useLoadMore(data?.units.pageInfo, (after) => fetchMore({ variables: { after } }));
  const units = (data ?? previousData)?.units;
  return (
    <>
      <UnitFilterBar filter={filter} />
      <Loaded
        data={units}
        error={error}
        onRetry={() => void refetch()}
        isEmpty={(found) => found.edges.length === 0}
        empty={<Empty text={filter.isCovered === false ? t('allCovered') : t('nothing')} />}
        rows={10}
      >
        {(found) => (
          <div aria-busy={!data}>
            <p className="network-total">{t('total', { count: found.totalCount })}</p>
            <UnitTable units={found.edges.map((edge) => edge.node)} />
            <LoadMore
              hasMore={!!data && found.pageInfo.hasNextPage}
              isLoading={networkStatus === NetworkStatus.fetchMore}
              onMore={loadMore}
            />
          </div>
        )}
      </Loaded>
    </>
  );
}

function UnitFilterBar({ filter }: { filter: UnitFilter }) {
  const { t } = useTranslation(['network', 'words']);
  const [search, setSearch] = useSearchParams();
  const set = (name: string, value: string | undefined) =>
    setSearch((now) => {
      if (value) now.set(name, value);
      else now.delete(name);
      return now;
    });
  return (
    <fieldset className="as-row as-list network-filter">
      <legend className="sr-only">{t('filter')}</legend>
      <Input.Search
        key={search.get('q') ?? ''}
        aria-label={t('name')}
        placeholder={t('namePlaceholder')}
        defaultValue={filter.text ?? ''}
        allowClear={{ clearIcon: <ClearIcon /> }}
        onSearch={(text) => set('q', text.trim())}
      />
      <Select
        aria-label={t('kind')}
        placeholder={t('kind')}
        allowClear
        value={filter.kind ?? null}
        options={UNIT_KINDS.map((kind) => ({ value: kind, label: t(`words:unitKind.${kind}`) }))}
        onChange={(kind) => set('kind', kind ?? undefined)}
      />
      <Checkbox
        checked={filter.isCovered === false}
        onChange={(event) => set('uncovered', event.target.checked ? '1' : undefined)}
      >
        {t('uncoveredOnly')}
      </Checkbox>
      {filter.parentCode && <Link to="/network">{t('wholeCounty')}</Link>}
    </fieldset>
  );
}
