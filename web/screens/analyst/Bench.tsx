import { UndoOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import type { TableDimension } from '@lxq/schema/measures/table-words.ts';
import { Button } from 'antd';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { useTerms } from '../../nouns/network/useTerms.ts';
import { useFailureWords } from '../../ui/failure-words.ts';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import { Answer, type Answered } from './Answer.tsx';
import { TableAnswerDocument } from './analyst.generated.ts';
import { tableOf } from './asked.ts';
import { Builder } from './Builder.tsx';
import { faultOf } from './faults.ts';
import { narrowedTo } from './narrowed.ts';
import { TableFilters } from './TableFilters.tsx';
import type { Column, Measure } from './tableShape.ts';
import { nextSort } from './tableShape.ts';
import { useAsked } from './useAsked.ts';
import { useQuestionName } from './useQuestionName.ts';

/** A question as it stands in the address, what can be changed of it, and its answer. */
export function Bench({ all }: { all: readonly Measure[] }) {
  const { t } = useTranslation('analyst');
  const { asked, search, ask, undo } = useAsked();
  const isNarrow = useIsNarrow();
  const [isChanging, setChanging] = useState(false);
  const measures = useMemo(
    () => asked.measures.flatMap((name) => all.find((measure) => measure.name === name) ?? []),
    [asked, all],
  );
  const title = useQuestionName()(asked, measures);
  useTabTitle(title);
  const { data, error, refetch } = useQuery(TableAnswerDocument, { variables: { table: tableOf(asked, new Date()) } });
  const last = useRef<Answered>(undefined);
  if (data) last.current = { answer: data.table, asked, search, measures, title };
  const wordsOf = useFailureWords();
  const fault = faultOf(error, wordsOf(error).line, !!asked.compare);
  const { tree } = useTerms();
  const latest = useRef({ asked, tree });
  latest.current = { asked, tree };
  const narrowing = (dimensions: readonly TableDimension[], codes: readonly string[]) => {
    const narrowed = () => {
      const { asked: now, tree: topics } = latest.current;
      return narrowedTo(now, dimensions, codes, { now: new Date(), tree: topics });
    };
    if (!narrowed()) return undefined;
    return () => {
      const next = narrowed();
      if (next) ask(next);
    };
  };
  const sort = (column: Column) => {
    const { sort: now, ...rest } = asked;
    const next = nextSort(now, column);
    ask(next ? { ...rest, sort: next } : rest);
  };
  return (
    <>
      <header className="as-row bench-head">
        <h1>{title}</h1>
        <Button icon={<UndoOutlined aria-hidden />} disabled={!undo} onClick={undo}>
          {t('undo')}
        </Button>
        <Link to="/analyst">{t('another')}</Link>
        {isNarrow && (
          <Button aria-expanded={isChanging} onClick={() => setChanging(!isChanging)}>
            {t('change')}
          </Button>
        )}
      </header>
      <div className="bench">
        {(!isNarrow || isChanging) && <Builder {...{ asked, all, fault }} onAsk={ask} />}
        <div className="bench-main">
          <TableFilters {...{ asked, measures, fault }} onAsk={ask} />
          <Answer
            answered={last.current}
            isStale={!data}
            {...{ error, fault, narrowing }}
            onRefresh={() => void refetch().catch(() => undefined)}
            onSort={sort}
            onAsk={ask}
          />
        </div>
      </div>
    </>
  );
}
