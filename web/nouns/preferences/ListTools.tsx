import { SettingOutlined } from '@ant-design/icons';
import { ARRANGEABLE } from '@lxq/schema/preferences/preference.ts';
import { canBeDueFirst, type ReportOrder } from '@lxq/schema/reports/report-orders.ts';
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
      {ARRANGEABLE[screen].orders.length > 1 && canBeDueFirst(shown.filter) && (
        <OrderChoice screen={screen} value={shown.orderBy} onKeep={(orderBy) => void preference.arrange({ orderBy })} />
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
function OrderChoice({
  screen,
  value,
  onKeep,
}: {
  screen: ListScreen;
  value: ReportOrder;
  onKeep: (value: ReportOrder) => void;
}) {
  const { t } = useTranslation('preferences');
  const [, setSearch] = useSearchParams();
  const choose = (orderBy: ReportOrder) => {
    setSearch(
      (now) => {
        now.set('sort', orderBy);
        return now;
      },
      { replace: true },
    );
    onKeep(orderBy);
  };
  return (
    <Segmented
      aria-label={t('order.label')}
      value={value}
      onChange={choose}
      options={ARRANGEABLE[screen].orders.map((order) => ({ value: order, label: t(`order.${order}`) }))}
    />
  );
}
