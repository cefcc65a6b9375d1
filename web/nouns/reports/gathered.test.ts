import { expect, test } from '@jest/globals';
import { gathered, kindsIn, type Told } from './gathered.ts';

const step = (id: string, minute: number, more: Partial<Told> = {}): Told => ({
  ...{ __typename: 'Step', id, at: `2026-11-30T02:${String(minute).padStart(2, '0')}:00Z`, deed: 'attach' },
  ...{ fromState: null, toState: null, note: null, actedByName: null },
  ...{ actorRole: 'COUNTY_CLERK', actorCapacity: null, actorUnitCode: '1', actorName: '李明' },
  attachmentKinds: ['PHOTO'],
  ...more,
});
const told = (...steps: Told[]) => gathered(steps).map((each) => [each.id, kindsIn(each).length]);

test('photos that somebody added one after the other are told in one line, under the time of the first', () => {
  expect(told(step('a', 1), step('b', 2), step('c', 3, { attachmentKinds: ['FILE'] }))).toEqual([['a', 3]]);
});

test.each<[string, Partial<Told>]>([
  ['another person', { actorName: '王强' }],
  ['somebody who stood in', { actedByName: '王强' }],
  ['another deed', { deed: 'detach' }],
  ['half an hour later', { at: '2026-11-30T02:31:00Z' }],
])('what is of %s stands in a line of its own', (_what, more) => {
  expect(told(step('a', 1), step('b', 2, more))).toEqual([
    ['a', 1],
    ['b', 1],
  ]);
});

test('lines that tell of no attachments stay as they are, alike or not', () => {
  const log = { deed: 'log', attachmentKinds: [] };
  expect(told(step('a', 1, log), step('b', 1, log))).toHaveLength(2);
});
