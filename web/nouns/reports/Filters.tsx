import { FilterOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import { FilterBar } from './FilterBar.tsx';
import { FilterChips, type ForeignChip } from './FilterChips.tsx';
import type { Filter } from './filter.ts';
import './filters.css';

interface Props {
  filter: Filter;
  onChange: (change: Partial<Filter>) => void;
  lines: readonly ('LINE' | 'DIRECT')[];
  isTrayShown?: boolean;
  foreign?: readonly ForeignChip[];
  stateName?: (state: string) => string;
}

/** The filter and its chips; on a phone the fields are folded away until they are wanted. */
export const Filters = memo(function Filters(props: Props) {
  const { t } = useTranslation('reports');
  const isNarrow = useIsNarrow();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="as-stack report-filters">
      {isNarrow && (
        <Button icon={<FilterOutlined />} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {t('filter.all')}
        </Button>
      )}
      {(!isNarrow || isOpen) && <FilterBar filter={props.filter} onChange={props.onChange} lines={props.lines} />}
      <FilterChips {...props} />
    </div>
  );
});
