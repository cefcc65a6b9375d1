import { LIMITS } from '../limits.ts';
import { futureProblem, lengthProblem, missingProblem, type Problem, rangeProblem } from '../problems.ts';

export type ReportProblem =
  | Problem<'topic', 'MISSING'>
  | Problem<'content' | 'outsideAreaReason', 'SHORT' | 'LONG'>
  | Problem<'occurredAt', 'MISSING' | 'FUTURE' | 'EARLY'>
  | Problem<'households' | 'people', 'RANGE'>;

/** What the rules look at, as it is sent. */
export interface ToldReport {
  topic: string;
  content: string;
  /** Null where none is to be given: a place inside the author's area asks for no reason. */
  outsideAreaReason: string | null;
  /** An invalid date is none. */
  occurredAt: Date;
  /** NaN is no number. */
  households: number | null;
  people: number | null;
}

/** How a report came, by the entry of the dictionary that its author chose as its source: hotline and mailbox are channels of their own (R29). */
export const channelOf = (source: string | null): 'OFFICER' | 'HOTLINE' | 'MAILBOX' => {
  if (source === 'hotline') return 'HOTLINE';
  return source === 'mailbox' ? 'MAILBOX' : 'OFFICER';
};

const EARLIEST = Date.parse(LIMITS.days.first);

/** Everything that keeps a report from being taken, in the order of the form; the phone asks before it sends, the server before it stores. */
export function reportProblems(told: ToldReport, now: Date): ReportProblem[] {
  const { content, reason, households, people } = LIMITS.report;
  const { occurredAt, outsideAreaReason } = told;
  return [
    ...missingProblem('topic', told.topic === ''),
    ...lengthProblem('content', told.content, content),
    ...(outsideAreaReason === null ? [] : lengthProblem('outsideAreaReason', outsideAreaReason, reason)),
    ...missingProblem('occurredAt', Number.isNaN(+occurredAt)),
    ...futureProblem('occurredAt', occurredAt, now),
    ...(+occurredAt < EARLIEST ? [{ field: 'occurredAt', problem: 'EARLY' } as const] : []),
    ...rangeProblem('households', told.households, { min: 0, max: households }),
    ...rangeProblem('people', told.people, { min: 0, max: people }),
  ];
}
