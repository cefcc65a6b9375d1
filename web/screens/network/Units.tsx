import { useQuery } from '@apollo/client/react';
import { Checkbox, Input, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { UnitsDocument } from '../../nouns/network/network.generated.ts';
import { OrgTree } from '../../nouns/network/OrgTree.tsx';
import { ClearIcon } from '../../ui/desk/ClearIcon.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { usePages } from '../../ui/usePages.ts';
import { UnitDrawer } from './UnitDrawer.tsx';
import { UnitTable } from './UnitTable.tsx';
import { readUnitFilter, UNIT_KINDS, type UnitFilter } from './unitFilter.ts';

const PAGE = 50;

/** The units of the network, narrowed by kind, township, coverage or name; the filter stands in the address. */
export function Units() {
  const { t } = useTranslation('network');
  const [search] = useSearchParams();
  const filter = readUnitFilter(search);
  const asked = useQuery(UnitsDocument, { variables: { filter, first: PAGE } });
  const pages = usePages(asked.data?.units, asked, asked.previousData?.units);
  const { isCovered, hasPrincipal } = filter;
  const nothing = isCovered === false ? t('allCovered') : hasPrincipal === false ? t('allLed') : t('nothing');
  const named = search.get('unit');
  const [opened, setOpened] = useState<string | null>(null);
  // An address that names a unit opens it; a drawer that is closed stays closed.
  useEffect(() => setOpened(named), [named]);
  return (
    <>
      <UnitFilterBar filter={filter} />
      <PagedList pages={pages} empty={<Empty text={nothing} />} placeholders={10}>
        {(units) => (
          <div aria-busy={pages.isStale}>
            <p className="network-total">
              {t('total', { count: (asked.data ?? asked.previousData)?.units.totalCount ?? 0 })}
            </p>
            <UnitTable units={units} onOpen={setOpened} />
          </div>
        )}
      </PagedList>
      {opened && <UnitDrawer code={opened} onClose={() => setOpened(null)} />}
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
      <Checkbox
        checked={filter.hasPrincipal === false}
        onChange={(event) => set('unled', event.target.checked ? '1' : undefined)}
      >
        {t('withoutPrincipalOnly')}
      </Checkbox>
      <OrgTree
        of="units"
        label={t('parent')}
        value={filter.parentCode}
        onChange={(code) => set('parent', code)}
        allowClear
      />
    </fieldset>
  );
}
