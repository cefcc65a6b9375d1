import type { TableDimension } from '@lxq/schema/measures/table-words.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { AsOf } from './AsOf.tsx';
import type { AnswerToldFragment, TableAnswerQuery } from './analyst.generated.ts';
import type { Asked } from './asked.ts';
import type { Fault } from './faults.ts';
import { Provenance } from './Provenance.tsx';
import { sizeOf, TableGrid } from './TableGrid.tsx';
import { type Column, type Measure, shapeOf } from './tableShape.ts';
import { useGrid } from './useGrid.ts';

interface Answered {
  data?: TableAnswerQuery | undefined;
  previousData?: TableAnswerQuery | undefined;
  error?: unknown;
  refetch: () => Promise<unknown>;
}
interface Props {
  asked: Asked;
  search: string;
  measures: readonly Measure[];
  title: string;
  answered: Answered;
  fault: Fault | undefined;
  narrowing: (dimensions: readonly TableDimension[], codes: readonly string[]) => (() => void) | undefined;
  onSort: (column: Column) => void;
  onAsk: (asked: Asked) => void;
}

/** The four faces of an answer. While another is counted the earlier one stays, dimmed, where it has the same form. */
export function Answer({ answered, fault, ...props }: Props) {
  const { t } = useTranslation('analyst');
  const { data, previousData, error, refetch } = answered;
  const last = previousData && isOfForm(previousData.table, props.asked) ? previousData : undefined;
  const answer = (data ?? last)?.table;
  const refresh = () => void refetch().catch(() => undefined);
  return (
    <>
      {error && !fault && <Failed error={error} onRetry={refresh} />}
      {!answer && !error && <Loading rows={10} />}
      {answer && (
        <div className={data ? undefined : 'analyst-stale'} aria-busy={!data}>
          {!data && !error && <output className="table-note">{t('dimmed')}</output>}
          <AnswerFound {...props} answer={answer} onRefresh={refresh} />
        </div>
      )}
    </>
  );
}

/** As many codes as the question has dimensions: an answer to another one would be read wrong. */
function isOfForm({ rows, columns, cells }: AnswerToldFragment, asked: Asked): boolean {
  const deepest = (keys: typeof rows) => Math.max(0, ...keys.map(({ codes }) => codes.length));
  const values = cells[0]?.values.length ?? asked.measures.length;
  return (
    deepest(rows) === asked.rows.length && deepest(columns) === asked.columns.length && values === asked.measures.length
  );
}

interface FoundProps extends Omit<Props, 'answered' | 'fault'> {
  answer: AnswerToldFragment;
  onRefresh: () => void;
}
function AnswerFound({ answer, asked, search, measures, title, onRefresh, ...deeds }: FoundProps) {
  const { t } = useTranslation('analyst');
  const { sort } = asked;
  const shape = useMemo(() => shapeOf(answer, measures, sort), [answer, measures, sort]);
  const grid = useGrid(sizeOf(shape, asked), search);
  if (!answer.cells.length)
    return (
      <Empty text={t('nothing')}>
        <p>{t('nothingHint')}</p>
      </Empty>
    );
  return (
    <>
      <TableGrid {...{ shape, measures, asked, search, grid }} caption={title} {...deeds} />
      <footer className="as-row table-note">
        <Provenance {...answer} />
        <AsOf at={answer.asOf} onRefresh={onRefresh} />
      </footer>
    </>
  );
}
