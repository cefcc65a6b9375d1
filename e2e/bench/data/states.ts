import { pick, picker, type Random } from '@lxq/db/demo/random.ts';
import type { Line, ReportState } from '@lxq/schema/report-states.ts';

const DAY = 86_400_000;

const weighed = <T>(weights: readonly (readonly [T, number])[]) => {
  const choose = picker(weights, ([, weight]) => weight);
  return (random: Random): T => choose(random)[0];
};

const settled = weighed<ReportState>([
  ['ARCHIVED', 46],
  ['REPLIED', 26],
  ['DIGESTED', 19],
  ['MERGED', 4],
  ['RETURNED', 2],
  ['WITHDRAWN', 2.6],
  ['TRIAGED', 0.3],
  ['SUBMITTED', 0.1],
]);
const fresh = weighed<ReportState>([
  ['SUBMITTED', 45],
  ['TRIAGED', 22],
  ['URGENT', 3],
  ['DIGESTED', 10],
  ['REPLIED', 15],
  ['RETURNED', 3],
  ['WITHDRAWN', 2],
]);

/** What waits is young: together about one report in a hundred. */
export const stateOf = (age: number, random: Random): ReportState => (age < 6 * DAY ? fresh : settled)(random);

const LINES: readonly Line[] = [...Array(96).fill('LINE'), ...Array(3).fill('DIRECT'), 'SEALED'];
export const lineOf = (random: Random): Line => pick(random, LINES);

export const wasHandled = (state: ReportState) => !['SUBMITTED', 'URGENT', 'WITHDRAWN', 'RETURNED'].includes(state);
export const wasAnswered = (state: ReportState) => state === 'REPLIED' || state === 'ARCHIVED';
