import { expect, test } from '@jest/globals';
import { CLOCK_AHEAD_MS } from '../limits.ts';
import { problemKey } from '../problems.ts';
import { planProblems, type ToldPlan } from './urgent-plan.ts';

const NOW = new Date('2026-03-07T06:00:00Z');
const later = (ms: number) => new Date(+NOW + ms);
const plan: ToldPlan = { text: '已派抽水车', unit: '990101101000000', dueAt: later(1), noticeTo: null, noticeAt: null };

test.each<[string[], Partial<ToldPlan>]>([
  [[], {}],
  [['text.SHORT'], { text: ' 派 ' }],
  [['unit.MISSING'], { unit: null }],
  [['dueAt.PAST'], { dueAt: NOW }],
  [['noticeTo.SHORT'], { noticeTo: '县' }],
  [[], { noticeTo: '县长', noticeAt: later(CLOCK_AHEAD_MS) }],
  [['noticeAt.FUTURE'], { noticeTo: '县长', noticeAt: later(CLOCK_AHEAD_MS + 1) }],
  [[], { noticeAt: later(CLOCK_AHEAD_MS + 1) }],
])('a plan is held up by %p', (problems, change) =>
  expect(planProblems({ ...plan, ...change }, NOW).map(problemKey)).toEqual(problems),
);
