import { endOf, startOf } from '@lxq/schema/calendar.ts';
import { daysOfPeriod, isPeriod, type Shift } from '@lxq/schema/measures/table-periods.ts';
import { DIMENSION_WORDS, isTime, type TableDimension, type TimeDimension } from '@lxq/schema/measures/table-words.ts';
import { townshipOf } from '@lxq/schema/places.ts';
import { badInput } from '../contract/errors.ts';
import { filled } from '../contract/words.ts';
import { Conditions } from '../lists/conditions.ts';
import type { Scope } from '../scope/scope.ts';
import { isUuid } from '../tables/ids.ts';
import type { Expression, Measure, Subject, Tallied } from './measure.ts';
import { MEASURING_WORDS as WORDS } from './measuring.words.ts';
import { NARROWED, type NarrowingList, type TableFilter } from './question.ts';

interface Days {
  from?: string | null | undefined;
  to?: string | null | undefined;
}

const DAY = (at: string) => `(${at} at time zone 'Asia/Shanghai')::date`;
const SHIFTED: Record<Shift['unit'], (day: string, by: number) => string> = {
  DAYS: (day, by) => `${day} + ${by}`,
  MONTHS: (day, by) => `(${day} + interval '${by} months')::date`,
  TEN_DAYS: (day, by) => `app.ten_days_later(${day}, ${by})`,
};
const PERIODS: Record<TimeDimension, (day: string) => string> = {
  TEN_DAYS: (day) =>
    `(date_trunc('month', (${day})::timestamp)::date + least((extract(day from ${day})::int - 1) / 10, 2) * 10)`,
  WEEK: (day) => `date_trunc('week', (${day})::timestamp)::date`,
  MONTH: (day) => `date_trunc('month', (${day})::timestamp)::date`,
  YEAR: (day) => `date_trunc('year', (${day})::timestamp)::date`,
  WEEKDAY: (day) => `extract(isodow from ${day})::int`,
};

/**
 * What a statement reads of one subject, by one clock: the only maker of conditions, so that a cell, its list and their count are about the same things.
 * Whose they are is row security's.
 */
export class Reading {
  readonly wanted = new Conditions();
  readonly subject: Subject;
  private readonly scope: Scope;
  private readonly at: string;
  private readonly joins = new Set<string>();
  private now?: string;
  /** Where the rows are tallies, which are of the days that were asked about. */
  private readonly tallied: Tallied | undefined;

  constructor(scope: Scope, subject: Subject, { at, tallied }: { at: string; tallied?: Tallied | undefined }) {
    this.scope = scope;
    this.subject = subject;
    this.at = at;
    this.tallied = tallied;
    this.wanted.add('r.county_code = ?', scope.county);
    if (subject.isOf && !tallied) this.wanted.add(subject.isOf);
  }

  get from(): string {
    return [this.tallied?.from ?? this.subject.from, ...this.joins].join(' ');
  }
  join(text: string | undefined): void {
    if (text) this.joins.add(text);
  }
  /** A condition of a measure's with the moment of the question in it. */
  asOf(sql: string): string {
    return sql.replaceAll('$now', () => {
      this.now ??= `${this.wanted.value(this.scope.now)}::timestamptz`;
      return this.now;
    });
  }

  /** Of earlier days a period is that beside which the day stands; a weekday is its own. */
  dimension(dimension: TableDimension, shift?: Shift): string {
    if (!isTime(dimension)) return this.expression(dimension).sql;
    const day = this.tallied ? 'r.day' : DAY(this.at);
    const shifted = shift && dimension !== 'WEEKDAY' ? SHIFTED[shift.unit](day, shift.by) : day;
    return PERIODS[dimension](shifted);
  }
  private expression(dimension: TableDimension): Expression {
    const { dimensions } = this.tallied ?? this.subject;
    const expression = dimensions[dimension as 'TOPIC'] as Expression; // fitting.ts has looked
    this.join(expression.join);
    return expression;
  }

  narrow(filter: TableFilter | null | undefined, days: Days): this {
    this.within(days);
    if (filter?.under) this.under(filter.under);
    for (const [list, dimension] of Object.entries(NARROWED)) {
      const codes = filter?.[list as NarrowingList];
      if (codes?.length) this.oneOf(dimension, codes, `filter.${list}`);
    }
    if (filter?.problemsOnly) this.wanted.add(this.subject.problem as string);
    return this;
  }

  /** Of a cell: as many codes as the key has, the first dimension's first. */
  cut(dimensions: readonly TableDimension[], codes: readonly string[], field: string): this {
    for (const [i, given] of codes.entries()) {
      const dimension = dimensions[i];
      if (!dimension) throw badInput(field, ...filled(WORDS.key, { code: given, dimension: '' }));
      if (isTime(dimension)) this.ofPeriod(dimension, given, field);
      else this.oneOf(dimension, [given], field);
    }
    return this;
  }
  private ofPeriod(dimension: TimeDimension, given: string, field: string): void {
    if (!isPeriod(dimension, given)) throw noSuchCode(dimension, given, field);
    const days = daysOfPeriod(dimension, given);
    if (days) this.within(days);
    else this.wanted.add(`${this.dimension(dimension)} = ?::int`, Number(given));
  }

  /** Days are written out: a plan that knows them reads a year from end to end, and a week by its index. */
  private within({ from, to }: Days): void {
    if (this.tallied) return;
    if (from) this.wanted.add(`${this.at} >= '${startOf(from).toISOString()}'::timestamptz`);
    if (to) this.wanted.add(`${this.at} < '${endOf(to).toISOString()}'::timestamptz`);
    if (!from && !to) this.wanted.add(`${this.at} is not null`);
  }
  private under(given: string): void {
    if (!CODE.test(given)) throw badInput('filter.under', ...WORDS.place);
    const unit = Number(given);
    if (unit % 1_000_000_000 === 0) return;
    this.wanted.add(`${this.expression(unit === townshipOf(unit) ? 'TOWNSHIP' : 'VILLAGE').sql} = ?::bigint`, unit);
  }
  private oneOf(dimension: TableDimension, codes: readonly string[], field: string): void {
    const { sql, type } = this.expression(dimension);
    const named = codes.filter((each) => each !== '');
    const wrong = named.find((each) => !FITS[type](each));
    if (wrong !== undefined) throw noSuchCode(dimension, wrong, field);
    const one = `${sql} = any(?::${type}[])`;
    if (named.length === codes.length) this.wanted.add(one, named);
    else this.wanted.add(`(${sql} is null or ${one})`, named);
  }
}

const CODE = /^\d{15}$/;
const FITS: Record<Expression['type'], (code: string) => boolean> = {
  bigint: (given) => CODE.test(given),
  text: () => true,
  uuid: isUuid,
};
const noSuchCode = (dimension: TableDimension, given: string, field: string) => {
  const [zh, en] = DIMENSION_WORDS[dimension];
  const [told] = filled(WORDS.key, { code: given, dimension: zh });
  return badInput(field, told, filled(WORDS.key, { code: given, dimension: en })[1]);
};

/** How a measure is read: what its things are dated by. */
export const clockOf = (subject: Subject, measure: Measure): string => measure.at ?? subject.at;
