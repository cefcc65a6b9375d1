import { useQuery } from '@apollo/client/react';
import { Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Filter } from '../../nouns/reports/filter.ts';
import { countText } from '../../ui/count-text.ts';
import { Loaded } from '../../ui/Loaded.tsx';
import { type CountBarFragment, ReportPivotDocument, type ReportPivotQuery } from './analyst.generated.ts';
import { listAddress } from './listAddress.ts';
import { cellFilter, pivotTable, type Side, shade } from './pivotTable.ts';

interface Props {
  filter: Filter;
  nameOf: Record<Side, (one: CountBarFragment) => string>;
}

/** Townships or topics against months, darker where there is more; every cell opens exactly the reports it counts. */
export function Pivot({ filter, nameOf }: Props) {
  const { t } = useTranslation('analyst');
  const [side, setSide] = useState<Side>('township');
  const { data, previousData, error, refetch } = useQuery(ReportPivotDocument, { variables: { filter } });
  return (
    <section className="as-panel analyst-chart analyst-pivot">
      <h2>{t('pivot.title')}</h2>
      <Segmented
        size="small"
        value={side}
        onChange={setSide}
        options={[
          { value: 'township', label: t('by.township') },
          { value: 'topic', label: t('by.topic') },
        ]}
      />
      <Loaded data={(data ?? previousData)?.reportPivot} asked={{ error, refetch }} rows={10}>
        {(pivot) => <PivotTable pivot={pivot} side={side} filter={filter} nameOf={nameOf[side]} />}
      </Loaded>
    </section>
  );
}

interface TableProps {
  pivot: ReportPivotQuery['reportPivot'];
  side: Side;
  filter: Filter;
  nameOf: (one: CountBarFragment) => string;
}
export function PivotTable({ pivot, side, filter, nameOf }: TableProps) {
  const { t } = useTranslation('analyst');
  const { months, lines } = pivotTable(pivot, side);
  const hint = filter.submittedFrom ? t('pivot.hint') : t('pivot.latest', { count: months.length });
  const most = Math.max(0, ...lines.flatMap(({ counts }) => counts));
  if (!lines.length) return <p className="analyst-none">{t('nothing')}</p>;
  return (
    <>
      <p className="analyst-none">{hint}</p>
      <div className="analyst-pivot-frame">
        <table>
          <caption className="sr-only">{t('pivot.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t(`by.${side}`)}</th>
              <th scope="col">{t('count')}</th>
              {months.map((month) => (
                <th scope="col" key={month}>
                  {month.slice(2, 7)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ one, counts }) => (
              <tr key={one.key}>
                <th scope="row">
                  <Link to={listAddress(cellFilter(filter, side, one.key))}>{nameOf(one)}</Link>
                </th>
                <td>{countText(one.count)}</td>
                {months.map((month, i) => (
                  <Cell key={month} count={counts[i] ?? 0} most={most} to={cellFilter(filter, side, one.key, month)} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Cell({ count, most, to }: { count: number; most: number; to: Filter }) {
  const strength = Math.round(shade(count, most) * 45); // dark enough to see, light enough to read on
  return (
    <td className="analyst-heat" style={{ background: `color-mix(in srgb, var(--red) ${strength}%, transparent)` }}>
      {count > 0 && <Link to={listAddress(to)}>{countText(count)}</Link>}
    </td>
  );
}
