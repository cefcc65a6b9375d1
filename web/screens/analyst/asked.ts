import { CASE_GRADES, type CaseGrade } from '@lxq/schema/cases/case-words.ts';
import {
  TABLE_COMPARISONS,
  TABLE_DIMENSIONS,
  type TableComparison,
  type TableDimension,
} from '@lxq/schema/measures/table-words.ts';
import type { TableFilter, TableInput } from '../../contract.generated.ts';
import { type Filter, readFilter, writeFilter } from '../../nouns/reports/filter.ts';
import { daysOfSpan, isSpan, type Span } from './spans.ts';

/** 数值, or which share of what its row, its column or everything counts. */
export const SHOWINGS = ['value', 'row', 'column', 'all'] as const;
export type Showing = (typeof SHOWINGS)[number];
export const CHARTS = ['bars', 'line', 'heat', 'multiples', 'tiles', 'none'] as const;
export type ChartKind = (typeof CHARTS)[number];

/** By what the rows stand: a measure at a column (its codes), itself or how it has changed. */
export interface Sort {
  column: readonly string[];
  measure: string;
  by: 'value' | 'change';
  isAscending: boolean;
}
/** What a table is narrowed to beside what a list of reports knows. */
export interface Narrowing {
  portfolios?: string[];
  units?: string[];
  grades?: CaseGrade[];
}
/** A question and how its answer is looked at: all of it stands in the address. */
export interface Asked extends Narrowing {
  measures: readonly string[];
  rows: readonly TableDimension[];
  columns: readonly TableDimension[];
  compare?: TableComparison;
  /** Instead of days of its own. */
  span?: Span;
  filter: Filter;
  showing: Showing;
  /** Absent for whatever fits the question. */
  chart?: ChartKind;
  sort?: Sort;
}

const words = (search: URLSearchParams, name: string) => search.get(name)?.split(',').filter(Boolean) ?? [];
/** Codes may be empty: what states none. */
const codes = (search: URLSearchParams, name: string): string[] | undefined => search.get(name)?.split(',');
const known = <Word extends string>(all: readonly Word[], found: readonly (string | null)[]): Word[] =>
  found.flatMap((word) => all.find((each) => each === word) ?? []);

/** Reads a question from the address; what it does not know it leaves out. */
export function readAsked(search: URLSearchParams): Asked {
  const dimensions = (name: string) => known(TABLE_DIMENSIONS, words(search, name));
  const { tray: _, assigned: __, marker: ___, ...filter } = readFilter(search);
  const [compare] = known(TABLE_COMPARISONS, [search.get('compare')]);
  const [chart] = known(CHARTS, [search.get('chart')]);
  const span = search.get('span');
  const sort = readSort(search.get('sort'));
  const [portfolios, units] = [codes(search, 'portfolio'), codes(search, 'unit')];
  const grades = known(CASE_GRADES, words(search, 'grade'));
  return {
    ...{ measures: words(search, 'measures'), rows: dimensions('rows'), columns: dimensions('columns'), filter },
    ...(compare && { compare }),
    ...(isSpan(span) && { span }),
    ...(portfolios && { portfolios }),
    ...(units && { units }),
    ...(grades.length && { grades }),
    showing: known(SHOWINGS, [search.get('show')])[0] ?? 'value',
    ...(chart && { chart }),
    ...(sort && { sort }),
  };
}

export function writeAsked(asked: Asked): URLSearchParams {
  const { measures, rows, columns, portfolios, units, grades, showing, sort, chart, compare, span } = asked;
  const { submittedFrom: _, submittedTo: __, ...undated } = asked.filter;
  const search = new URLSearchParams();
  const put = (name: string, value: string | undefined) => value !== undefined && search.set(name, value);
  const list = (all: readonly string[]) => (all.length ? all.join(',') : undefined);
  put('measures', list(measures));
  put('rows', list(rows));
  put('columns', list(columns));
  put('compare', compare);
  put('span', span);
  put('portfolio', portfolios?.join(','));
  put('unit', units?.join(','));
  put('grade', grades?.join(','));
  put('show', showing === 'value' ? undefined : showing);
  put('chart', chart);
  put('sort', sort && writeSort(sort));
  return writeFilter(span ? undated : asked.filter, search);
}

const readSort = (text: string | null): Sort | undefined => {
  const [measure, by, way, column] = text?.split('~') ?? [];
  if (!measure || (by !== 'value' && by !== 'change') || (way !== 'up' && way !== 'down')) return undefined;
  return { measure, by, isAscending: way === 'up', column: column === undefined ? [] : column.split(',') };
};
const writeSort = ({ measure, by, isAscending, column }: Sort): string =>
  [measure, by, isAscending ? 'up' : 'down', ...(column.length ? [column.join(',')] : [])].join('~');

/** The question as the contract has it, with the days that it means today. */
export function tableOf(asked: Asked, now: Date): TableInput {
  const { measures, rows, columns, compare = null } = asked;
  return { measures: [...measures], rows: [...rows], columns: [...columns], compare, filter: filterOf(asked, now) };
}
function filterOf({ filter, span, portfolios, units, grades }: Asked, now: Date): TableFilter {
  const { submittedFrom, submittedTo, urgency, topics, sources, lines, states, under, problemsOnly } = filter;
  const days = span ? daysOfSpan(span, now) : { from: submittedFrom, to: submittedTo };
  const all: TableFilter = {
    ...{ ...days, under, topics, sources, lines, states, problemsOnly, portfolios, units, grades },
    urgencies: urgency && [urgency],
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

/** Rows become columns and columns rows; of two dimensions in the rows the second stays where it is. */
export function swapped({ rows: [first, ...rest], columns, sort: _, ...others }: Asked): Asked {
  return { ...others, rows: [...columns, ...rest], columns: first ? [first] : [] };
}
