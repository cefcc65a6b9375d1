import { expect, test } from '@jest/globals';
import { firstPrimary, type Mergeable, planMerge, whyApart } from './mergePlan.ts';

function report(id: string, more: Partial<Mergeable> = {}): Mergeable {
  return {
    id,
    no: id,
    state: 'SUBMITTED',
    version: 1,
    line: 'LINE',
    urgency: 'NORMAL',
    submittedAt: '2026-03-10T01:00:00.000Z',
    occurredAt: '2026-03-09T01:00:00.000Z',
    urgentDueAt: null,
    dueAt: '2026-03-11T01:00:00.000Z',
    isOverdue: false,
    workDaysLeft: 1,
    isDueProvisional: false,
    excerpt: '',
    memberCount: 0,
    attachmentsPromised: 0,
    attachmentsArrived: 0,
    households: 3,
    people: null,
    topic: { kind: 'TOPIC', code: 'water', name: '饮水', nameEn: 'Water', isProblem: true },
    place: { code: '990101102005000', fullName: '东关镇 柳林村' },
    reporter: { code: null, name: null, unitName: '柳林村' },
    viewerCanMerge: true,
    ...more,
  };
}

test('a merge counts every report, also those merged before, and their households', () => {
  const plan = planMerge([report('a', { memberCount: 2 }), report('b'), report('c')], report('a', { memberCount: 2 }));
  expect(plan.members.map((one) => one.id)).toEqual(['b', 'c']);
  expect(plan).toMatchObject({ reports: 5, households: 9, people: 0 });
});

test('a report of another village or topic stays out, with every reason', () => {
  const other = report('b', {
    place: { code: '990101102006000', fullName: '' },
    topic: { kind: 'TOPIC', code: 'road', name: '', nameEn: '', isProblem: true },
  });
  const plan = planMerge([report('a'), other], report('a'));
  expect(plan.members).toEqual([]);
  expect(plan.left[0]?.reasons.map((one) => one.guard)).toEqual(['sameTopic', 'samePlace']);
});

test('a report that has taken others in cannot be a member', () => {
  const plan = planMerge([report('a'), report('b', { memberCount: 1 })], report('a'));
  expect(plan.left[0]?.reasons.map((one) => one.guard)).toEqual(['memberHasMembers']);
});

test('a report of another group of the same village stands alone: it is another place', () => {
  const plan = planMerge([report('a'), report('b', { place: { code: '990101102005003', fullName: '' } })], report('a'));
  expect(plan.left[0]?.reasons.map((one) => one.guard)).toEqual(['samePlace']);
});

test('two that can never become one say why, two that can say nothing', () => {
  const elsewhere = report('b', { place: { code: '990101102006000', fullName: '' } });
  expect(whyApart(report('a'), elsewhere).map((one) => one.guard)).toEqual(['samePlace']);
  expect(whyApart(report('a', { state: 'RETURNED' }), report('b', { state: 'ARCHIVED' }))).toHaveLength(1);
  expect(whyApart(report('a'), report('b'))).toEqual([]);
});

test('the primary is the one that can take in most, then the earliest, never one that is closed', () => {
  const early = report('early', { submittedAt: '2026-03-01T00:00:00.000Z' });
  const elsewhere = report('elsewhere', {
    submittedAt: '2026-02-28T00:00:00.000Z',
    place: { code: '990101102006000', fullName: '' },
  });
  expect(firstPrimary([report('a'), early])?.id).toBe('early');
  expect(firstPrimary([report('a', { memberCount: 1 }), early])?.id).toBe('a');
  expect(firstPrimary([report('a'), early, elsewhere])?.id).toBe('early');
  expect(firstPrimary([{ ...early, state: 'RETURNED' }, report('a')])?.id).toBe('a');
});
