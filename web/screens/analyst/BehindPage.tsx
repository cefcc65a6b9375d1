import { LeftOutlined } from '@ant-design/icons';
import { useQuery } from '@apollo/client/react';
import { CELL_PARTS, type CellPart } from '@lxq/schema/measures/table-words.ts';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useLocation, useNavigate } from 'react-router';
import { useTabTitle } from '../../live/useTabTitle.ts';
import { Empty } from '../../ui/Empty.tsx';
import { PagedList } from '../../ui/PagedList.tsx';
import { shanghaiDay } from '../../ui/time.ts';
import { usePages } from '../../ui/usePages.ts';
import { MeasuresDocument, type RowToldFragment, TableAnswerDocument, TableRowsDocument } from './analyst.generated.ts';
import { type Asked, readAsked, tableOf } from './asked.ts';
import { type Behind, behindAddress, readBehind, tableAddress } from './behind.ts';
import { Provenance } from './Provenance.tsx';
import type { Measure } from './tableShape.ts';
import { useKeyNames, useStateName } from './useKeyNames.ts';
import './analyst.css';
import './table.css';

const PAGE = 50;

/** The things behind a cell: as many as it counts, under the same hash. */
export function BehindPage() {
  const { t } = useTranslation('analyst');
  const { search } = useLocation();
  const navigate = useNavigate();
  const words = new URLSearchParams(search);
  const [asked, behind] = [readAsked(words), readBehind(words)];
  const variables = { table: tableOf(asked, new Date()), ...behind, row: [...behind.row], column: [...behind.column] };
  const found = useQuery(TableRowsDocument, { variables: { ...variables, first: PAGE } });
  const { data } = useQuery(MeasuresDocument, { fetchPolicy: 'cache-first' });
  const measure = data?.measures.find(({ name }) => name === behind.measure);
  const title = useCellName(asked, behind, measure);
  useTabTitle(title);
  const listed = found.data?.tableRows;
  const pages = usePages(listed, found);
  const isParted = measure?.unit === 'PERCENT';
  return (
    <div className="analyst">
      <header className="as-row bench-head">
        <Link to={tableAddress(search)}>
          <LeftOutlined aria-hidden /> {t('backToTable')}
        </Link>
        <h1>{title}</h1>
        {listed && <strong>{t('behind.total', { count: listed.totalCount })}</strong>}
        {isParted && (
          <Segmented<CellPart>
            aria-label={t('behind.parts')}
            value={behind.part}
            onChange={(part) => void navigate(behindAddress(search, { ...behind, part }), { replace: true })}
            options={CELL_PARTS.map((value) => ({ value, label: t(`behind.part.${value}`) }))}
          />
        )}
      </header>
      <div className="as-panel table-panel">
        <PagedList pages={pages} empty={<Empty text={t('behind.nothing')} />} placeholders={12}>
          {(rows) => <Rows rows={rows} caption={title} measure={measure} />}
        </PagedList>
      </div>
      {listed && (
        <p className="as-row table-note">
          <Provenance hash={listed.hash} predicate={listed.predicate} />
        </p>
      )}
    </div>
  );
}

interface RowsProps {
  rows: readonly RowToldFragment[];
  caption: string;
  measure: Measure | undefined;
}
function Rows({ rows, caption, measure }: RowsProps) {
  const { t } = useTranslation('analyst');
  const stateName = useStateName();
  return (
    <table className="behind-rows">
      <caption className="sr-only">{caption}</caption>
      <thead>
        <tr>
          {(['no', 'what', 'place', 'at', 'state'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`behind.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ id, no, title, place, at, state, path }) => (
          <tr key={id}>
            <th scope="row" className="as-one-line">
              {path ? <Link to={path}>{no}</Link> : no}
            </th>
            <td className="behind-title">{title}</td>
            <td>{place}</td>
            <td className="as-one-line">{shanghaiDay(at)}</td>
            <td className="as-one-line">{stateName(measure ? [measure.subject] : [], state)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the cell is called; names of keys stand in the table's own answer. */
function useCellName(asked: Asked, behind: Behind, measure: Measure | undefined): string {
  const { t } = useTranslation('analyst');
  const { data } = useQuery(TableAnswerDocument, {
    variables: { table: tableOf(asked, new Date()) },
    fetchPolicy: 'cache-first',
  });
  const namesOf = useKeyNames(measure ? [measure] : []);
  const named = (keys: { codes: string[]; labels: string[] }[] | undefined, codes: readonly string[]) =>
    keys?.find((key) => key.codes.join() === codes.join()) ?? { codes: [...codes], labels: [...codes] };
  const names = {
    row: namesOf(asked.rows, named(data?.table.rows, behind.row)).join(' '),
    column: namesOf(asked.columns, named(data?.table.columns, behind.column)).join(' '),
    measure: measure?.label ?? behind.measure,
  };
  return asked.columns.length ? t('behind.titleAt', names) : t('behind.title', names);
}
