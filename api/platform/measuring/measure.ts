import type { Shift } from '@lxq/schema/measures/table-periods.ts';
import type { TableDimension, ThingDimension } from '@lxq/schema/measures/table-words.ts';
import type { Role } from '@lxq/schema/roles.ts';
import type { Words } from '../contract/words.ts';
import type { Scope } from '../scope/scope.ts';
import type { TableFilter } from './question.ts';

/** What a dimension is of a thing, as SQL; `join` stands behind FROM where the dimension is asked for. */
export interface Expression {
  sql: string;
  type: 'bigint' | 'text' | 'uuid';
  join?: string;
}
export const code = (sql: string): Expression => ({ sql, type: 'bigint' });
export const word = (sql: string): Expression => ({ sql, type: 'text' });

/** Of a thing as a line of a list. */
export interface Line {
  id: string;
  no: string;
  title: string;
  place: string | null;
  at: Date;
  state: string;
  /** The address of its page, where the viewer has one. */
  path: string | null;
}

/** The days that a statement is about; of those that are compared, by how much they lie before. */
export interface Span {
  days: { from: string | null; to: string | null };
  shift?: Shift;
}
export interface TallyAsked {
  measures: readonly Measure[];
  dimensions: readonly TableDimension[];
  filter: TableFilter;
  span: Span;
}
/** Rows that stand for many things each: `n` of them, on or after a `day`. They are of the days that were asked about, and of no others. */
export interface Tallied {
  from: string;
  dimensions: Subject['dimensions'];
}

/** Things that are counted: rows of a table, which is `r`, as the viewer's row security shows them. */
export interface Subject {
  name: string;
  names: Words;
  from: string;
  /** Which of its rows they are, where not all. */
  isOf?: string;
  /** Whose level has the table at all; anybody else is told so, and not that there are none. */
  readers: readonly Role[];
  /** Instant, or day, by which a thing is of a period. */
  at: string;
  dimensions: Partial<Record<ThingDimension, Expression>>;
  /** Whether it is a problem (R113), where that can be said. */
  problem?: string;
  /** Numbers kept beside the things, for each measure that they can answer exactly. */
  tallied?: (scope: Scope, asked: TallyAsked) => ReadonlyMap<Measure, Tallied>;
  /** Columns of a line, and what is made of them. */
  lines: { columns: string; join?: string; line(row: never, scope: Scope): Omit<Line, 'id' | 'at'> };
}

interface Told {
  /** As tables, addresses and programs name it. */
  name: string;
  subject: string;
  label: Words;
  formula: Words;
  /** What it is a share or a quantile of. */
  denominator?: Words;
  /** The requirement, rule or article that it comes from. */
  source: Words;
  /** Where not the subject's own: by which instant its things are of a period. */
  at?: string;
  /** Which of the subject's things it is of, in SQL; `$now` is the moment of the question. All, where nothing is said. */
  of?: string;
  join?: string;
  /** Tallies know it: in rows of which kind, and in their words where those are others. */
  tallied?: { by?: string; of?: string; hits?: string; days?: string };
  /** Where fewer than the subject's: whose level sees what it is reckoned from. */
  readers?: readonly Role[];
}
export interface CountMeasure extends Told {
  unit: 'COUNT';
  /** Adds this up instead of counting. */
  sum?: string;
}
export interface RateMeasure extends Told {
  unit: 'PERCENT';
  denominator: Words;
  /** Which of them fulfil it. */
  hits: string;
}
export interface DaysMeasure extends Told {
  unit: 'DAYS';
  denominator: Words;
  /** How many days a thing took. */
  days: string;
  quantile: number;
}
export type Measure = CountMeasure | RateMeasure | DaysMeasure;

type Given<M extends Measure> = Omit<M, 'subject' | 'unit'>;
/** Measures of a subject, by their unit. */
export const measuresOf = ({ name: subject }: Pick<Subject, 'name'>) => ({
  count: (measure: Given<CountMeasure>): Measure => ({ ...measure, subject, unit: 'COUNT' }),
  rate: (measure: Given<RateMeasure>): Measure => ({ ...measure, subject, unit: 'PERCENT' }),
  days: (measure: Given<DaysMeasure>): Measure => ({ ...measure, subject, unit: 'DAYS' }),
});

/** Names of a dimension's codes, for a reader; what it does not know is called by its code. */
export type Naming = (scope: Scope, codes: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** What a noun brings to tables. */
export interface Measuring {
  subjects?: readonly Subject[];
  measures?: readonly Measure[];
  names?: Partial<Record<TableDimension, Naming>>;
}

const subjects = new Map<string, Subject>();
const measures = new Map<string, Measure>();
const namings = new Map<TableDimension, Naming>();

/** Before anything is asked. */
export function registerMeasuring(all: readonly Measuring[]): void {
  for (const { subjects: more = [], measures: asked = [], names = {} } of all) {
    for (const subject of more) subjects.set(subject.name, subject);
    for (const measure of asked) measures.set(measure.name, measure);
    for (const [dimension, naming] of Object.entries(names)) namings.set(dimension as TableDimension, naming);
  }
}
export const allMeasures = (): Measure[] => [...measures.values()];
export const measureNamed = (name: string): Measure | undefined => measures.get(name);
export const subjectOf = ({ subject }: Measure): Subject => {
  const found = subjects.get(subject);
  if (!found) throw new Error(`no noun brings the subject ${subject}`);
  return found;
};
export const namingOf = (dimension: TableDimension): Naming | undefined => namings.get(dimension);
export const mayMeasure = ({ rights }: Scope, measure: Measure): boolean =>
  subjectOf(measure).readers.includes(rights.role) && (measure.readers?.includes(rights.role) ?? true);
