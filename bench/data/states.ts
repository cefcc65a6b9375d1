import { pick, picker, type Random } from '@lxq/db/demo/random.ts';
import type { Line, ReportState } from '@lxq/schema/reports/report-states.ts';

const DAY = 86_400_000;

const weighed = <T>(weights: readonly (readonly [T, number])[]) => {
  const choose = picker(weights, ([, weight]) => weight);
  return (random: Random): T => choose(random)[0];
};

const SETTLED: readonly (readonly [ReportState, number])[] = [
  ['ARCHIVED', 46],
  ['REPLIED', 26],
  ['DIGESTED', 19],
  ['MERGED', 4],
  ['RETURNED', 2],
  ['WITHDRAWN', 2.6],
];
const settled = weighed(SETTLED);
const lately = weighed<ReportState>([...SETTLED, ['TRIAGED', 0.6], ['SUBMITTED', 0.2]]);
const fresh = weighed<ReportState>([
  ['SUBMITTED', 45],
  ['TRIAGED', 22],
  ['URGENT', 3],
  ['DIGESTED', 10],
  ['REPLIED', 15],
  ['RETURNED', 3],
  ['WITHDRAWN', 2],
]);

/** What waits is young: together nearly one report in a hundred, and nothing waits for more than a month. */
export function stateOf(age: number, random: Random): ReportState {
  if (age < 8 * DAY) return fresh(random);
  return (age < 30 * DAY ? lately : settled)(random);
}

const LINES: readonly Line[] = [...Array(96).fill('LINE'), ...Array(3).fill('DIRECT'), 'SEALED'];
export const lineOf = (random: Random): Line => pick(random, LINES);

export const wasHandled = (state: ReportState) => !['SUBMITTED', 'URGENT', 'WITHDRAWN', 'RETURNED'].includes(state);
export const wasAnswered = (state: ReportState) => state === 'REPLIED' || state === 'ARCHIVED';
