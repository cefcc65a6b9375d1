import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { shanghaiTime } from '../../ui/time.ts';
import { MatterTable, type Rows } from './MatterTable.tsx';

interface Row {
  id: string;
  no: string;
  stateSince: string;
}
interface Props<Each> extends Rows<Each> {
  base: string;
  /** What one is called. */
  name: string;
  /** What stands beside its number. */
  about: (row: Each) => ReactNode;
  words: (row: Each) => string;
  state: (row: Each) => ReactNode;
  unit: { name: string; of: (row: Each) => string | undefined };
  due?: (row: Each) => ReactNode;
}

/** Matters of one kind: what each is, whose, by when, how it stands and since when. */
export function MatterRows<Each extends Row>({ base, name, about, words, state, unit, due, ...rows }: Props<Each>) {
  const { t } = useTranslation('matters');
  return (
    <MatterTable
      {...rows}
      at={({ id }) => `${base}/${id}`}
      columnsOf={(isShort, linkTo) => [
        {
          title: name,
          className: 'matter-words',
          render: (_, row) => (
            <>
              <div className="matter-who">
                {linkTo(row)} {about(row)}
              </div>
              <span className="as-verbatim">{words(row)}</span>
              {isShort && (
                <div className="as-wrap matter-short">
                  {state(row)} {unit.of(row)} {due?.(row)}
                </div>
              )}
            </>
          ),
        },
        { title: unit.name, hidden: isShort, width: 150, render: (_, row) => unit.of(row) ?? '–' },
        { title: t('column.due'), hidden: isShort || !due, width: 150, render: (_, row) => due?.(row) },
        {
          title: t('column.state'),
          hidden: isShort,
          width: 190,
          render: (_, row) => (
            <>
              {state(row)}
              <div className="matter-since">{t('since', { time: shanghaiTime(row.stateSince) })}</div>
            </>
          ),
        },
      ]}
    />
  );
}
