import { SettingOutlined } from '@ant-design/icons';
import { ARRANGEABLE } from '@lxq/schema/preferences/preference.ts';
import { canBeDueFirst, type ReportSort } from '@lxq/schema/reports/report-sorts.ts';
import type { ListScreen } from '@lxq/schema/views/list-screens.ts';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import { ViewBar } from '../views/ViewBar.tsx';
import type { Shown } from '../views/viewAddress.ts';
import { ArrangeDialog } from './ArrangeDialog.tsx';
import { usePreference } from './usePreference.ts';
import './preferences.css';

interface Props {
  screen: ListScreen;
  path: string;
  shown: Shown;
}

/** What stands above a list that somebody arranges for themselves: its views, its order, its columns. */
export function ListTools({ screen, path, shown }: Props) {
  const { t } = useTranslation('preferences');
  const preference = usePreference(screen);
  const [isArranging, setArranging] = useState(false);
  const isNarrow = useIsNarrow();
  return (
    <div className="as-row list-tools">
      <ViewBar screen={screen} path={path} shown={shown} {...preference.arrangement} arrange={preference.arrange} />
      {ARRANGEABLE[screen].sorts.length > 1 && canBeDueFirst(shown.filter) && (
        <SortChoice screen={screen} value={shown.sort} onKeep={(sort) => void preference.arrange({ sort })} />
      )}
      {/* Cards have no columns. */}
      {!isNarrow && (
        <Button icon={<SettingOutlined />} onClick={() => setArranging(true)}>
          {t('arrange')}
        </Button>
      )}
      {isArranging && <ArrangeDialog screen={screen} preference={preference} onClose={() => setArranging(false)} />}
    </div>
  );
}

/** In the address, and remembered. */
function SortChoice({
  screen,
  value,
  onKeep,
}: {
  screen: ListScreen;
  value: ReportSort;
  onKeep: (value: ReportSort) => void;
}) {
  const { t } = useTranslation('preferences');
  const [, setSearch] = useSearchParams();
  const choose = (sort: ReportSort) => {
    setSearch(
      (now) => {
        now.set('sort', sort);
        return now;
      },
      { replace: true },
    );
    onKeep(sort);
  };
  return (
    <Segmented
      aria-label={t('sort.label')}
      value={value}
      onChange={choose}
      options={ARRANGEABLE[screen].sorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
    />
  );
}
