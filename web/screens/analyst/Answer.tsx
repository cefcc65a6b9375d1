import type { TableDimension } from '@lxq/schema/measures/table-words.ts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Empty } from '../../ui/Empty.tsx';
import { Failed } from '../../ui/Failed.tsx';
import { Loading } from '../../ui/Loading.tsx';
import { AsOf } from './AsOf.tsx';
import type { AnswerToldFragment } from './analyst.generated.ts';
import type { Asked } from './asked.ts';
import { Chart } from './Chart.tsx';
import type { Fault } from './faults.ts';
import { Provenance } from './Provenance.tsx';
import { sizeOf, TableGrid } from './TableGrid.tsx';
import { type Column, type Measure, shapeOf } from './tableShape.ts';
import { useGrid } from './useGrid.ts';

/** An answer with the question that it answers. */
export interface Answered {
  answer: AnswerToldFragment;
  asked: Asked;
  search: string;
  measures: readonly Measure[];
  title: string;
}
interface Deeds {
  narrowing: (dimensions: readonly TableDimension[], codes: readonly string[]) => (() => void) | undefined;
  onSort: (column: Column) => void;
  onAsk: (asked: Asked) => void;
}
interface Props extends Deeds {
  answered: Answered | undefined;
  /** Another question is being answered, or was refused. */
  isStale: boolean;
  error: unknown;
  fault: Fault | undefined;
  onRefresh: () => void;
}

/** The four faces of an answer. The earlier one stays, dimmed, while another is counted, and when another is refused. */
export function Answer({ answered, isStale, error, fault, ...deeds }: Props) {
  const { t } = useTranslation('analyst');
  return (
    <>
      {!!error && !fault && <Failed error={error} onRetry={deeds.onRefresh} />}
      {!answered && !error && <Loading rows={10} />}
      {answered && (
        <div className={isStale ? 'analyst-stale' : undefined} aria-busy={isStale}>
          {isStale && <output className="table-note">{t(error ? 'earlier' : 'dimmed')}</output>}
          <AnswerFound {...answered} {...deeds} />
        </div>
      )}
    </>
  );
}

interface FoundProps extends Answered, Deeds {
  onRefresh: () => void;
}
function AnswerFound({ answer, asked, search, measures, title, onRefresh, onAsk, ...deeds }: FoundProps) {
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
      <div className="answer">
        <Chart {...{ shape, answer, measures, asked, search, title, onAsk }} onOpen={grid.go} />
        <TableGrid {...{ shape, measures, asked, search, grid }} caption={title} {...deeds} />
      </div>
      <footer className="as-row table-note">
        <Provenance {...answer} />
        <AsOf at={answer.asOf} onRefresh={onRefresh} />
      </footer>
    </>
  );
}
