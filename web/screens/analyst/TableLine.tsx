import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Showing } from './asked.ts';
import { behindAddress } from './behind.ts';
import { numberText } from './numbers.ts';
import { Narrowing } from './TableHead.tsx';
import { type Column, changeOf, type Figure, isShare, type Key, type Shape, shownNumber } from './tableShape.ts';
import { useChangeWords } from './useFigureWords.ts';

interface Props {
  shape: Shape;
  row: Key;
  search: string;
  showing: Showing;
  place: number;
  /** Which of its cells the keys are at; -1 for none. */
  atColumn: number;
  name: string;
  narrow: (() => void) | undefined;
}

/** One row of the grid; its cells link to what they count. */
export const TableLine = memo(function TableLine({
  shape,
  row,
  search,
  showing,
  place,
  atColumn,
  name,
  narrow,
}: Props) {
  const tabIndex = (column: number) => (column === atColumn ? 0 : -1);
  return (
    <tr data-level={row.codes.length}>
      <th scope="row" data-at={`${place} 0`} tabIndex={tabIndex(0)}>
        <Narrowing name={name} narrow={narrow} />
      </th>
      {shape.columns.map((column, i) => {
        const figure = shape.figure(row, column);
        const cell = { 'data-at': `${place} ${i + 1}`, tabIndex: tabIndex(i + 1) };
        const key = `${column.key.codes.join()} ${column.measure.name} ${column.kind}`;
        if (column.kind === 'change')
          return (
            <td key={key} {...cell} className="table-change">
              <ChangeCell figure={figure} column={column} />
            </td>
          );
        const unit = isShare(column.measure.unit, showing) ? 'PERCENT' : column.measure.unit;
        const text = numberText(shownNumber(shape, row, column, showing), unit);
        const behind = { measure: column.measure.name, row: row.codes, column: column.key.codes };
        const href = behindAddress(search, { ...behind, part: 'NUMERATOR' });
        return (
          <td key={key} {...cell}>
            {figure.value ? (
              <a href={href} tabIndex={-1}>
                {text}
              </a>
            ) : (
              text
            )}
            <Few figure={figure} />
          </td>
        );
      })}
    </tr>
  );
}, isSame);

/** What a heading does is made anew for every drawing, of the same row and question. */
function isSame(one: Props, other: Props): boolean {
  const { narrow: _, ...before } = one;
  return Object.entries(before).every(([name, value]) => other[name as keyof Props] === value);
}

function ChangeCell({ figure, column }: { figure: Figure; column: Column }) {
  const changeWords = useChangeWords();
  const change = changeOf(figure, column.measure.unit);
  return <span data-change={change?.direction}>{changeWords(change, column.measure)}</span>;
}

function Few({ figure: { low, high } }: { figure: Figure }) {
  const { t } = useTranslation('analyst');
  if (low === null || high === null) return null;
  return (
    <small className="table-few">
      {t('few')} <span className="table-bounds">{`(${low.toFixed(0)}–${high.toFixed(0)}%)`}</span>
    </small>
  );
}
