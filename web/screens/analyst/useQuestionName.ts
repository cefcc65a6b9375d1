import { useTranslation } from 'react-i18next';
import { useJoined } from '../../ui/useJoined.ts';
import type { Asked } from './asked.ts';
import type { Measure } from './tableShape.ts';

/** What a table is called: 信息数、问题数，按乡镇 × 月. */
export function useQuestionName() {
  const { t } = useTranslation('analyst');
  const joined = useJoined();
  return ({ rows, columns }: Pick<Asked, 'rows' | 'columns'>, measures: readonly Measure[]): string => {
    const names = { measures: joined(measures.map(({ label }) => label)) };
    const dimensions = (all: typeof rows) => joined(all.map((dimension) => t(`dimension.${dimension}`)));
    if (!rows.length && !columns.length) return t('inAll', names);
    if (!columns.length || !rows.length) return t('by', { ...names, dimensions: dimensions([...rows, ...columns]) });
    return t('byColumns', { ...names, dimensions: dimensions(rows), columns: dimensions(columns) });
  };
}
