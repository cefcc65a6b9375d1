import type { TableComparison, TableDimension } from '@lxq/schema/measures/table-words.ts';
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { Showing } from './asked.ts';
import { numberText, signed } from './numbers.ts';
import {
  type Change,
  type Column,
  changeOf,
  isShare,
  type Key,
  type Measure,
  type Shape,
  shownNumber,
} from './tableShape.ts';
import { useKeyNames } from './useKeyNames.ts';

/** ↑ 升 +12（+8.3%）: never by a colour alone. */
export function useChangeWords() {
  const { t } = useTranslation('analyst');
  return useCallback(
    (change: Change | null, { unit }: Pick<Measure, 'unit'>): string => {
      if (!change) return t('noChange');
      const direction = t(`direction.${change.direction}`);
      const by = signed(change.difference, unit);
      const difference = unit === 'COUNT' ? by : t(unit === 'PERCENT' ? 'points' : 'fewDays', { difference: by });
      if (change.percent === null) return t('changed', { direction, difference });
      return t('changedPercent', { direction, difference, percent: signed(change.percent, 'PERCENT') });
    },
    [t],
  );
}

interface Said {
  rows: readonly TableDimension[];
  columns: readonly TableDimension[];
  compare?: TableComparison | undefined;
  showing: Showing;
}
/** A cell in words: where it stands, what it counts, of how many, how sure that is and how it has changed. */
export function useFigureWords(shape: Shape, measures: readonly Measure[], { rows, columns, compare, showing }: Said) {
  const { t } = useTranslation('analyst');
  const namesOf = useKeyNames(measures);
  const changeWords = useChangeWords();
  return (row: Key, column: Column): string => {
    const { measure, key } = column;
    const figure = shape.figure(row, column);
    const number = numberText(figure.value, measure.unit);
    const names = { row: namesOf(rows, row).join(' '), measure: measure.label, number };
    const share = isShare(measure.unit, showing) && numberText(shownNumber(shape, row, column, showing), 'PERCENT');
    const parts = [
      columns.length ? t('told', { ...names, column: namesOf(columns, key).join(' ') }) : t('toldRow', names),
      share && t('toldShare', { number: share, of: t(`showing.${showing}`) }),
      ofWords(),
      figure.low !== null && t('fewBounds', { low: figure.low.toFixed(1), high: figure.high?.toFixed(1) }),
      compare &&
        t('toldCompared', { before: t(`before.${compare}`), number: numberText(figure.compared, measure.unit) }),
      compare && changeWords(changeOf(figure, measure.unit), measure),
    ];
    function ofWords() {
      const { value, of } = figure;
      if (of === null || value === null) return undefined;
      return measure.unit === 'PERCENT'
        ? t('toldOf', { hits: Math.round((value * of) / 100), of })
        : t('toldFrom', { of });
    }
    return parts.filter(Boolean).join(t('partedBy'));
  };
}
