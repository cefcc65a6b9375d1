import { expect, test } from '@jest/globals';
import { published } from './deadline-due.testing.ts';
import { dueOf } from './deadline-due.ts';
import { isWorkingTime, remindersOf, WARNED } from './deadline-ladder.ts';

const calendar = published.days;
const of = (startedAt: string, amount: number, counts: 'DAYS' | 'WORK_DAYS' = 'DAYS') => {
  const started = new Date(startedAt);
  const { dueAt } = dueOf({ counts, amount, startedAt: started }, published);
  return remindersOf({ startedAt: started, dueAt, ladder: WARNED }, calendar).map(
    ({ rung, at }) => `${rung} ${new Date(+at + 8 * 3_600_000).toISOString().slice(0, 16)}`,
  );
};

test('a ladder has a rung the work day before, on the day, and on three work days after, in the morning', () =>
  expect(of('2026-09-22T02:00:00Z', 7)).toEqual([
    'BEFORE 2026-09-28T08:30', // due on Tuesday 29 September
    'AT 2026-09-29T08:30',
    'AFTER 2026-09-30T08:30',
    'AFTER_2 2026-10-08T08:30', // the holidays lie between
    'AFTER_3 2026-10-09T08:30',
  ]));

test('what is given on its own last day is reminded of before work ends, and of what was given later only afterwards', () => {
  expect(of('2026-03-10T02:00:00Z', 0, 'WORK_DAYS').slice(0, 2)).toEqual([
    'AT 2026-03-10T16:30',
    'AFTER 2026-03-11T08:30',
  ]);
  expect(of('2026-03-10T08:45:00Z', 0, 'WORK_DAYS')[0]).toBe('AFTER 2026-03-11T08:30');
});

test('a day that was set on a day off is reminded of on the work day before it', () => {
  const startedAt = new Date('2026-09-25T02:00:00Z');
  const { dueAt } = dueOf({ counts: 'GIVEN', amount: 0, startedAt, dueOn: '2026-10-04' }, published);
  const [before, at, after] = remindersOf({ startedAt, dueAt, ladder: WARNED }, calendar);
  expect([before?.at, at?.at, after?.at].map((each) => each?.toISOString())).toEqual([
    '2026-09-29T00:30:00.000Z',
    '2026-09-30T00:30:00.000Z',
    '2026-10-08T00:30:00.000Z',
  ]);
});

test.each([
  ['2026-03-10T00:29:59Z', false],
  ['2026-03-10T00:30:00Z', true],
  ['2026-03-10T09:29:59Z', true],
  ['2026-03-10T09:30:00Z', false],
  ['2026-03-14T02:00:00Z', false], // a Saturday
  ['2026-02-28T02:00:00Z', true], // a Saturday that is worked
  ['2026-02-18T02:00:00Z', false],
])('at %s it is %s that people are at work', (instant, isAtWork) =>
  expect(isWorkingTime(new Date(instant), calendar)).toBe(isAtWork),
);
