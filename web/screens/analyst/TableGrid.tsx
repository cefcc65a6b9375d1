import type { TableDimension } from '@lxq/schema/measures/table-words.ts';
import { useTranslation } from 'react-i18next';
import type { Asked } from './asked.ts';
import type { GridSize } from './gridKeys.ts';
import { TableHead } from './TableHead.tsx';
import { TableLine } from './TableLine.tsx';
import type { Column, Key, Measure, Shape } from './tableShape.ts';
import { useFigureWords } from './useFigureWords.ts';
import type { useGrid } from './useGrid.ts';
import { useKeyNames } from './useKeyNames.ts';
import './table.css';

interface Props {
  shape: Shape;
  measures: readonly Measure[];
  asked: Asked;
  search: string;
  caption: string;
  grid: ReturnType<typeof useGrid>;
  /** Narrows to a row or a column; absent where no filter can say it. */
  narrowing: (dimensions: readonly TableDimension[], codes: readonly string[]) => (() => void) | undefined;
  onSort: (column: Column) => void;
}

export const sizeOf = (
  { rows, columns, perKey }: Shape,
  { columns: dimensions }: Pick<Asked, 'columns'>,
): GridSize => ({
  ...{ rows: rows.length + 2, columns: columns.length + 1, perKey, top: dimensions.length ? 0 : 1 },
});

/** The answer as a grid to walk through: a cell opens what it counts, a heading narrows to what it names. */
export function TableGrid({ shape, measures, asked, search, caption, grid, narrowing, onSort }: Props) {
  const { t } = useTranslation('analyst');
  const namesOf = useKeyNames(measures);
  const { at, told, frame, events } = grid;
  const isFew = shape.rows.some((row) => shape.columns.some((column) => shape.figure(row, column).low !== null));
  return (
    <div className="table-panel as-panel">
      <div className="table-frame" ref={frame}>
        {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table whose cells are walked through by arrow keys is a grid */}
        <table role="grid" aria-rowcount={shape.rows.length + 2} {...events}>
          <caption className="sr-only">{caption}</caption>
          <TableHead
            {...{ shape, asked, at, onSort, narrowing }}
            nameOf={(key) => namesOf(asked.columns, key).join(' ')}
          />
          <tbody>
            {shape.rows.map((row, i) => (
              <TableLine
                key={row.codes.join()}
                {...{ shape, row, search }}
                showing={asked.showing}
                place={i + 2}
                atColumn={at.row === i + 2 ? at.column : -1}
                name={namesOf(asked.rows, row).at(-1) as string}
                narrow={narrowing(asked.rows, row.codes)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Told {...{ shape, measures, asked, told }} />
      {isFew && <p className="table-note">{t('fewNote')}</p>}
      <p className="table-note">{t('hint')}</p>
    </div>
  );
}

interface ToldProps extends Pick<Props, 'shape' | 'measures' | 'asked'> {
  told: ReturnType<typeof useGrid>['told'];
}
/** What the cell under the pointer or the keys says, in a sentence. */
function Told({ shape, measures, asked, told }: ToldProps) {
  const { t } = useTranslation('analyst');
  const { rows, columns, compare, showing } = asked;
  const figureWords = useFigureWords(shape, measures, { rows, columns, compare, showing });
  const namesOf = useKeyNames(measures);
  const row: Key | undefined = told && shape.rows[told.row - 2];
  const column = told && shape.columns[told.column - 1];
  const words = () => {
    if (row && column) return figureWords(row, column);
    if (row?.codes.length) return t('only', { name: namesOf(rows, row).join(' ') });
    if (told?.row === 0 && column?.key.codes.length) return t('only', { name: namesOf(columns, column.key).join(' ') });
    if (told?.row === 1 && column) return definitionOf(column.measure);
    return ' ';
  };
  const definitionOf = ({ label, formula, denominator, source }: Measure) =>
    `${label}：${denominator ? t('definitionOf', { formula, denominator, source }) : t('definition', { formula, source })}`;
  return <p className="table-told">{words()}</p>;
}
