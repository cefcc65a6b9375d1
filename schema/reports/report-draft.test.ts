import { expect, test } from '@jest/globals';
import { CLOCK_AHEAD_MS, LIMITS } from '../limits.ts';
import { problemKey } from '../problems.ts';
import { reportProblems, type ToldReport } from './report-draft.ts';

const NOW = new Date('2026-03-07T06:00:00Z');
const told: ToldReport = {
  topic: 'WATER',
  content: '村东头水井塌了，三十户人家吃水困难，请尽快派人来看。',
  outsideAreaReason: null,
  occurredAt: NOW,
  households: 30,
  people: null,
};
const problems = (change: Partial<ToldReport>) => reportProblems({ ...told, ...change }, NOW).map(problemKey);

test('a report may be told to have happened as far ahead as a phone’s clock may run, and no further', () => {
  expect(problems({ occurredAt: new Date(+NOW + CLOCK_AHEAD_MS) })).toEqual([]);
  expect(problems({ occurredAt: new Date(+NOW + CLOCK_AHEAD_MS + 1) })).toEqual(['occurredAt.FUTURE']);
});

test('a length counts what can be seen, and the problem tells the numbers', () => {
  const [problem] = reportProblems({ ...told, content: `水 井 塌 了${'\u200b'.repeat(40)}` }, NOW);
  expect(problem).toEqual({ field: 'content', problem: 'SHORT', ...LIMITS.report.content, length: 4 });
});

test('a reason is asked only where one is due, and a blank one is too short', () => {
  expect(problems({ outsideAreaReason: null })).toEqual([]);
  expect(problems({ outsideAreaReason: ' ' })).toEqual(['outsideAreaReason.SHORT']);
});

test.each<[string, Partial<ToldReport>]>([
  ['topic.MISSING', { topic: '' }],
  ['occurredAt.MISSING', { occurredAt: new Date('') }],
  ['occurredAt.EARLY', { occurredAt: new Date('1899-12-31T00:00:00Z') }],
  ['households.RANGE', { households: LIMITS.report.households + 1 }],
  ['people.RANGE', { people: Number.NaN }],
])('a report is held up by %s', (problem, change) => expect(problems(change)).toEqual([problem]));
