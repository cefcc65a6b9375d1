import { Table, type TableColumnsType } from 'antd';
import type { ReactNode } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';

/** A list as the page has it. */
export interface Rows<Row> {
  rows: readonly Row[];
  current: string | undefined;
  isStale: boolean;
}
interface Props<Row> extends Rows<Row> {
  /** Where one is open, without the list's filter. */
  at: (row: Row) => string;
  /** On a phone and beside an open one, what the other columns say stands with the first. */
  columnsOf: (isShort: boolean, linkTo: (row: Row) => ReactNode) => TableColumnsType<Row>;
}

/** Matters one below the other; a press anywhere on a row opens it, its number is the link. */
export function MatterTable<Row extends { id: string; no: string }>(props: Props<Row>) {
  const { rows, current, isStale, at, columnsOf } = props;
  const isNarrow = useIsNarrow();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const addressOf = (row: Row) => `${at(row)}${params.size ? `?${params}` : ''}`;
  const link = (row: Row) => (
    <Link to={addressOf(row)} onClick={(event) => event.stopPropagation()}>
      {row.no}
    </Link>
  );
  return (
    <Table
      className={isStale ? 'matter-table matter-table-stale' : 'matter-table'}
      rowKey="id"
      size="middle"
      pagination={false}
      columns={columnsOf(isNarrow || Boolean(current), link)}
      dataSource={rows}
      rowClassName={(row) => (row.id === current ? 'matter-current' : '')}
      onRow={(row) => ({ onClick: () => navigate(addressOf(row)) })}
    />
  );
}
