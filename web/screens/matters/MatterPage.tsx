import type { ReactNode } from 'react';
import { useParams } from 'react-router';
import { Empty } from '../../ui/Empty.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import type { Pages } from '../../ui/usePages.ts';
import { MattersFrame } from './MattersFrame.tsx';
import type { Rows } from './MatterTable.tsx';
import { useListKeys } from './useListKeys.ts';

export interface Panel {
  id: string;
  onClose: () => void;
}
interface Props<Row> {
  title: string;
  base: string;
  pages: Pages<Row>;
  /** What is said where there is none. */
  none: string;
  table: (rows: Rows<Row>) => ReactNode;
  panel: (panel: Panel) => ReactNode;
  /** The trays, and what else stands above the list. */
  children: ReactNode;
}

/** A list of matters of one kind, walked by keys, and one of them open beside it. */
export function MatterPage<Row extends { id: string }>({ base, pages, none, ...props }: Props<Row>) {
  const { id } = useParams();
  const leave = useListKeys(base, pages.rows);
  return (
    <MattersFrame
      title={props.title}
      list={
        <PagedList pages={pages} empty={<Empty text={none} />}>
          {(rows) => props.table({ rows, current: id, isStale: pages.isStale })}
        </PagedList>
      }
      panel={id ? props.panel({ id, onClose: leave }) : null}
    >
      {props.children}
    </MattersFrame>
  );
}
