import { CaretDownOutlined, CaretUpOutlined, FilterOutlined, SwapOutlined } from '@ant-design/icons';
import type { TableDimension } from '@lxq/schema/measures/table-words.ts';
import { useTranslation } from 'react-i18next';
import { useJoined } from '../../ui/useJoined.ts';
import type { Asked } from './asked.ts';
import type { At } from './gridKeys.ts';
import { type Column, isSortedBy, type Key, type Shape } from './tableShape.ts';

interface Props {
  shape: Shape;
  asked: Asked;
  at: At;
  nameOf: (key: Key) => string;
  narrowing: (dimensions: readonly TableDimension[], codes: readonly string[]) => (() => void) | undefined;
  onSort: (column: Column) => void;
}

/** What stands in the columns, and below it the measures: the first narrows, the second sorts. */
export function TableHead({ shape, asked, at, nameOf, narrowing, onSort }: Props) {
  const { t } = useTranslation('analyst');
  const joined = useJoined();
  const named = (dimensions: readonly TableDimension[]) => joined(dimensions.map((each) => t(`dimension.${each}`)));
  const keys = shape.columns.filter((_, i) => i % shape.perKey === 0);
  const tabIndex = (row: number, column: number) => (at.row === row && at.column === column ? 0 : -1);
  return (
    <thead>
      {asked.columns.length > 0 && (
        <tr>
          <td data-at="0 0" tabIndex={tabIndex(0, 0)} className="table-corner">
            {named(asked.columns)}
          </td>
          {keys.map(({ key }, i) => {
            const place = i * shape.perKey + 1;
            const narrow = narrowing(asked.columns, key.codes);
            return (
              <th
                key={key.codes.join()}
                scope="colgroup"
                colSpan={shape.perKey}
                data-at={`0 ${place}`}
                tabIndex={tabIndex(0, place)}
              >
                <Narrowing name={nameOf(key)} narrow={narrow} />
              </th>
            );
          })}
        </tr>
      )}
      <tr>
        <td data-at="1 0" tabIndex={tabIndex(1, 0)} className="table-corner">
          {named(asked.rows)}
        </td>
        {shape.columns.map((column, i) => (
          <MeasureHead
            key={`${column.key.codes.join()} ${column.measure.name} ${column.kind}`}
            {...{ column, asked, onSort }}
            place={i + 1}
            tabIndex={tabIndex(1, i + 1)}
          />
        ))}
      </tr>
    </thead>
  );
}

interface MeasureProps extends Pick<Props, 'asked' | 'onSort'> {
  column: Column;
  place: number;
  tabIndex: 0 | -1;
}
function MeasureHead({ column, asked, onSort, place, tabIndex }: MeasureProps) {
  const { t } = useTranslation('analyst');
  const { measure, kind } = column;
  const label = measure.unit === 'DAYS' ? t('inDays', { measure: measure.label }) : measure.label;
  const name = kind === 'value' ? label : t('changeOf', { before: t(`before.${asked.compare ?? 'PREVIOUS'}`) });
  const isSorted = isSortedBy(asked.sort, column);
  const way = isSorted ? (asked.sort?.isAscending ? 'ascending' : 'descending') : undefined;
  const Mark = way === 'ascending' ? CaretUpOutlined : CaretDownOutlined;
  return (
    <th
      scope="col"
      data-at={`1 ${place}`}
      tabIndex={tabIndex}
      {...(way && { 'aria-sort': way })}
      className={kind === 'change' ? 'table-change' : undefined}
    >
      <button
        type="button"
        tabIndex={-1}
        className="as-words"
        title={t('sort', { name })}
        onClick={() => onSort(column)}
      >
        {name} {way ? <Mark aria-hidden /> : <SwapOutlined rotate={90} aria-hidden className="table-quiet" />}
      </button>
    </th>
  );
}

/** A heading that narrows to what it names, where a filter can say that. */
export function Narrowing({ name, narrow }: { name: string; narrow: (() => void) | undefined }) {
  const { t } = useTranslation('analyst');
  if (!narrow) return <>{name}</>;
  return (
    <button type="button" tabIndex={-1} className="as-words table-narrow" title={t('only', { name })} onClick={narrow}>
      {name} <FilterOutlined aria-hidden className="table-quiet" />
    </button>
  );
}
