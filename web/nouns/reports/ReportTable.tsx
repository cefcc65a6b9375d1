import { Checkbox } from 'antd';
import { type MouseEvent, memo, type ReactNode, useEffect, useRef } from 'react';
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
}

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
  return (
    <section ref={list}>
      {isNarrow ? <Cards rows={rows} /> : <Table rows={rows} selecting={props.selecting} isDense={!!props.isDense} />}
    </section>
  );
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

interface TableProps extends Pick<Props<ReportRowFragment>, 'selecting'> {
  rows: readonly RowProps[];
  isDense: boolean;
}
function Table({ rows, selecting, isDense }: TableProps) {
  const { t } = useTranslation('reports');
  return (
    <table className={`report-table ${isDense ? 'report-table-dense' : ''}`}>
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
          <th className="report-col-no">{t('column.no')}</th>
          <th className="report-col-topic">{t('column.topic')}</th>
          <th className="report-col-place">{t('column.place')}</th>
          <th className="report-col-text">{t('column.excerpt')}</th>
          {!isDense && <th className="report-col-reporter">{t('column.reporter')}</th>}
          <th className="report-col-submitted">{t('column.submitted')}</th>
          <th className="report-col-state">{t('column.state')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((each) => (
          <TableRow key={each.row.id} {...each} isDense={isDense} />
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
const TableRow = memo(function TableRow(props: RowProps & { isDense: boolean }) {
  const { row, to, isCurrent, isSelected, onSelect, text, isDense, className } = props;
  const termName = useTermName();
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
      <td className="report-col-no">
        <Link to={to} className="report-open">
          {row.no}
        </Link>
        <ReportMarks report={row} />
      </td>
      <td>{termName(row.topic)}</td>
      <td>{row.place.fullName}</td>
      <td className="report-col-text">
        <div className="as-excerpt report-excerpt">{text}</div>
      </td>
      {!isDense && (
        <td>
          <ReporterName reporter={row.reporter} />
        </td>
      )}
      <td className="report-col-submitted">
        <RelativeTime at={row.submittedAt} />
        <span className="report-absolute">{shanghaiTime(row.submittedAt)}</span>
      </td>
      <td>
        <div className="as-stack report-state-cell">
          <StateTag state={row.state} />
          <DueTag report={row} />
        </div>
      </td>
    </tr>
  );
});

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
