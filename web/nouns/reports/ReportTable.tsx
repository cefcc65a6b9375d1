import { arrangementOf, type ReportColumn } from '@lxq/schema/preferences/preference.ts';
import { Checkbox } from 'antd';
import { type MouseEvent, memo, type ReactNode, useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { shanghaiTime } from '../../ui/time.ts';
import { useIsNarrow } from '../../ui/useIsNarrow.ts';
import { useTermName } from '../../ui/useTermName.ts';
import { DueTag } from './DueTag.tsx';
import { ReporterName } from './ReporterName.tsx';
import type { ReportRowFragment } from './report.generated.ts';
import { ReportMarks, StateTag } from './StateTag.tsx';
import './report-table.css';

export interface Selecting {
  has: (id: string) => boolean;
  /** With shift, everything between the last choice and this one. */
  toggle: (id: string, isRange: boolean) => void;
  all: () => void;
  isAll: boolean;
  isSome: boolean;
}

interface Props<Row extends ReportRowFragment> {
  rows: readonly Row[];
  /** The address of a report's own page. */
  linkTo: (id: string) => string;
  /** The report under the cursor or in the panel. */
  currentId?: string | undefined;
  selecting?: Selecting | undefined;
  /** What stands in the content column instead of the excerpt. */
  text?: ((row: Row) => ReactNode) | undefined;
  /** What others have handled meanwhile stays in its place, but pale. */
  isFaded?: ((row: Row) => boolean) | undefined;
  /** Beside an open panel the columns for who and when give way. */
  isDense?: boolean;
  /** Which columns stand where, and how close the rows. */
  arrangement?: Arranged;
}
interface Arranged {
  columns: readonly ReportColumn[];
  density: 'ROOMY' | 'CLOSE';
}
/** As a list stands that nobody has arranged. */
const PLAIN: Arranged = arrangementOf('DESK', {});
/** What a column is called among this list's words. */
export const columnWord = (column: ReportColumn) => column.toLowerCase() as Lowercase<ReportColumn>;

/** A list of reports: a table at a desk, cards on a phone; every row is a link that can be copied. */
export const ReportTable = memo(List) as typeof List;

function List<Row extends ReportRowFragment>(props: Props<Row>) {
  const isNarrow = useIsNarrow();
  const list = useRef<HTMLElement>(null);
  const { currentId } = props;
  useEffect(() => {
    const row = currentId && list.current?.querySelector<HTMLElement>(`[data-report="${currentId}"]`);
    if (!row) return;
    row.scrollIntoView({ block: 'nearest' });
    // Else Enter would press whatever was clicked last.
    if (!isElsewhere(document.activeElement)) row.focus({ preventScroll: true });
  }, [currentId]);
  const rows = props.rows.map((row) => rowProps(row, props));
  return <section ref={list}>{isNarrow ? <Cards rows={rows} /> : <Table {...props} rows={rows} />}</section>;
}

const rowProps = <Row extends ReportRowFragment>(row: Row, props: Props<Row>): RowProps => ({
  row,
  to: props.linkTo(row.id),
  isCurrent: row.id === props.currentId,
  isSelected: props.selecting?.has(row.id),
  onSelect: props.selecting?.toggle,
  text: props.text ? props.text(row) : row.excerpt,
  className: classOf(row, props.isFaded),
});

interface TableProps extends Pick<Props<ReportRowFragment>, 'selecting' | 'isDense' | 'arrangement'> {
  rows: readonly RowProps[];
}
function Table({ rows, selecting, isDense, arrangement: { columns, density } = PLAIN }: TableProps) {
  const { t } = useTranslation('reports');
  const shown = useMemo(
    () => (isDense ? columns.filter((column) => column !== 'REPORTER') : columns),
    [columns, isDense],
  );
  const kinds = ['report-table', isDense && 'report-table-dense', density === 'CLOSE' && 'report-table-close'];
  return (
    <table className={kinds.filter(Boolean).join(' ')}>
      <caption className="sr-only">{t('list')}</caption>
      <thead>
        <tr>
          {selecting && (
            <th className="report-col-select">
              <Checkbox
                aria-label={t('selectAll')}
                checked={selecting.isAll}
                indeterminate={selecting.isSome}
                onChange={selecting.all}
              />
            </th>
          )}
          {shown.map((column) => (
            <th key={column} className={`report-col-${columnWord(column)}`}>
              {t(`column.${columnWord(column)}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((each) => (
          <TableRow key={each.row.id} {...each} columns={shown} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  row: ReportRowFragment;
  to: string;
  isCurrent: boolean;
  /** Undefined where rows cannot be selected. */
  isSelected: boolean | undefined;
  onSelect: Selecting['toggle'] | undefined;
  text: ReactNode;
  className: string | undefined;
}

/** Drawn again only when something of its own has changed: hundreds stand in a list that hears of every change. */
const TableRow = memo(function TableRow(props: RowProps & { columns: readonly ReportColumn[] }) {
  const { row, isCurrent, isSelected, onSelect, className, columns } = props;
  return (
    <tr
      data-report={row.id}
      tabIndex={-1}
      aria-current={isCurrent || undefined}
      className={className}
      onClick={openUnlessControl}
    >
      {onSelect && (
        <td className="report-col-select">
          <SelectBox row={row} isSelected={!!isSelected} onSelect={onSelect} />
        </td>
      )}
      {columns.map((column) => (
        <td key={column} className={`report-col-${columnWord(column)}`}>
          <Cell column={column} {...props} />
        </td>
      ))}
    </tr>
  );
});

function Cell({ column, row, to, text }: Pick<RowProps, 'row' | 'to' | 'text'> & { column: ReportColumn }) {
  const termName = useTermName();
  switch (column) {
    case 'NO':
      return (
        <>
          <Link to={to} className="report-open">
            {row.no}
          </Link>
          <ReportMarks report={row} />
        </>
      );
    case 'TOPIC':
      return termName(row.topic);
    case 'PLACE':
      return row.place.fullName;
    case 'EXCERPT':
      return <div className="as-excerpt report-excerpt">{text}</div>;
    case 'REPORTER':
      return <ReporterName reporter={row.reporter} />;
    case 'SUBMITTED':
      return (
        <>
          <RelativeTime at={row.submittedAt} />
          <span className="report-absolute">{shanghaiTime(row.submittedAt)}</span>
        </>
      );
    case 'STATE':
      return (
        <div className="as-stack report-state-cell">
          <StateTag state={row.state} />
          <DueTag report={row} />
        </div>
      );
  }
}

function Cards({ rows }: { rows: readonly RowProps[] }) {
  const { t } = useTranslation('reports');
  return (
    <ul className="as-stack as-list report-cards" aria-label={t('list')}>
      {rows.map((each) => (
        <Card key={each.row.id} {...each} />
      ))}
    </ul>
  );
}

const Card = memo(function Card({ row, to, isCurrent, isSelected, onSelect, text, className }: RowProps) {
  const termName = useTermName();
  return (
    <li data-report={row.id} tabIndex={-1} aria-current={isCurrent || undefined} className={className}>
      <div className="as-row report-card-head">
        {onSelect && <SelectBox row={row} isSelected={!!isSelected} onSelect={onSelect} />}
        <StateTag state={row.state} />
        <DueTag report={row} />
        <ReportMarks report={row} />
      </div>
      <Link to={to} className="report-card-body">
        <span className="report-card-place">
          {row.place.fullName} · {termName(row.topic)}
        </span>
        <span className="as-excerpt report-excerpt">{text}</span>
        <span className="report-card-foot">
          {row.no} · <ReporterName reporter={row.reporter} /> · <RelativeTime at={row.submittedAt} />
        </span>
      </Link>
    </li>
  );
});

interface SelectProps {
  row: ReportRowFragment;
  isSelected: boolean;
  onSelect: Selecting['toggle'];
}
function SelectBox({ row, isSelected, onSelect }: SelectProps) {
  const { t } = useTranslation('reports');
  return (
    <Checkbox
      className="report-select"
      aria-label={t('select', { no: row.no })}
      checked={isSelected}
      onChange={(event) => onSelect(row.id, event.nativeEvent.shiftKey)}
    />
  );
}

/** Somebody types, or answers a dialog: the focus stays with them. */
const isElsewhere = (at: Element | null) =>
  !!at?.closest('input:not([type="checkbox"]), textarea, [contenteditable="true"], [role="dialog"]');

function classOf<Row extends ReportRowFragment>(row: Row, isFaded?: (row: Row) => boolean): string | undefined {
  if (isFaded?.(row)) return 'report-row-faded';
  return row.state === 'URGENT' ? 'report-row-urgent' : undefined;
}

/** A click anywhere in the row follows its link, so that there is one way in: the link. */
function openUnlessControl(event: MouseEvent<HTMLTableRowElement>) {
  const target = event.target as HTMLElement;
  if (target.closest('a, button, input, label') || getSelection()?.toString()) return;
  event.currentTarget.querySelector<HTMLAnchorElement>('a.report-open')?.click();
}
