import type { Measure } from './measure.ts';
import type { Reading } from './reading.ts';

/** What a measure asks of each row: whether it is of it (o), and what it adds, how long it took or whether it fulfils it (x). */
export function columnsOf(reading: Reading, measure: Measure, i: number): string[] {
  reading.join(measure.join);
  const asked: [string, string | undefined][] = [
    ['o', measure.of],
    ['x', xOf(measure)],
  ];
  return asked.flatMap(([name, sql]) => (sql ? [`(${reading.asOf(sql)}) as ${name}${i}`] : []));
}
const xOf = (measure: Measure): string | undefined => {
  if (measure.unit === 'PERCENT') return measure.hits;
  return measure.unit === 'DAYS' ? measure.days : measure.sum;
};

/** In the words of tallies. */
export const asTallied = (measure: Measure): Measure => ({ ...measure, ...measure.tallied }) as Measure;

/** What a cell says of a measure (v), and of how many (n). */
export function sumsOf(measure: Measure, i: number, isTallied: boolean): string {
  const of = measure.of ? `o${i}` : 'true';
  const counted = (condition: string) =>
    isTallied ? `coalesce(sum(n) filter (where ${condition}), 0)::int` : `(count(*) filter (where ${condition}))::int`;
  if (measure.unit === 'COUNT')
    return `${measure.sum ? `coalesce(sum(x${i}) filter (where ${of}), 0)` : counted(of)} as v${i}`;
  if (measure.unit === 'PERCENT') return `${counted(`${of} and x${i}`)} as v${i}, ${counted(of)} as n${i}`;
  return `percentile_cont(${measure.quantile}) within group (order by x${i}) filter (where ${of}) as v${i}, ${counted(`${of} and x${i} is not null`)} as n${i}`;
}

/**
 * The same of a quantile where each row stands for many: `x` things of the cell up to and with a row are its `upto`, all of them `total`. As percentile_cont has it, between the
 * two things on either side.
 */
export const quantileOf = ({ quantile }: { quantile: number }, i: number): string => {
  const place = `${quantile} * (total - 1)`;
  const at = (rounded: string) => `min(x) filter (where upto > ${rounded}(${place}))`;
  return `${at('floor')} + (${at('ceil')} - ${at('floor')}) * max(${place} - floor(${place})) as v${i}, max(total)::int as n${i}`;
};
