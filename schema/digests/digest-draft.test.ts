import { expect, test } from '@jest/globals';
import { LIMITS } from '../limits.ts';
import { problemKey } from '../problems.ts';
import { type DigestHead, headOf, headProblems, itemProblems } from './digest-draft.ts';

const { title: limit, recipients: most, copies } = LIMITS.digest;
const head: DigestHead = {
  title: '十日信息摘报',
  mark: '内部资料',
  copies: null,
  recipients: { report: ['县委'], send: [], issue: [] },
};
const named = (names: string[]) => ({ recipients: { ...head.recipients, send: names } });

test.each<[string[], Partial<DigestHead>]>([
  [[], {}],
  [[], { title: '十日 '.repeat(limit.max / 2) }], // spaces do not count
  [['title.LONG'], { title: '摘'.repeat(limit.max + 1) }],
  [['mark.SHORT'], { mark: ' 密\u0007' }],
  [['copies.RANGE'], { copies: 0 }],
  [['copies.RANGE'], { copies: copies + 1 }],
  [[], named(Array.from({ length: most.perKind + 1 }, () => '市委'))],
  [['recipients.send.MANY'], named(Array.from({ length: most.perKind + 1 }, (_, n) => `市委${n}`))],
  [['recipients.send.MANY'], named(['委'.repeat(most.name + 1)])],
])('a head is held up by %p', (problems, change) =>
  expect(headProblems({ ...head, ...change }).map(problemKey)).toEqual(problems),
);

test('a head is kept without what no paper holds, every recipient once', () =>
  expect(headOf({ ...head, title: ' 十日\u202e摘报 ', ...named(['市委', ' 市委 ', '']) })).toEqual({
    ...head,
    title: '十日摘报',
    ...named(['市委']),
  }));

test('an item’s title is measured as it is kept', () => {
  expect(itemProblems({ title: '一\u0007二' })).toEqual([]);
  expect(itemProblems({ title: '一\u202e' }).map(problemKey)).toEqual(['item.title.SHORT']);
});
