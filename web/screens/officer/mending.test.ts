import { expect, test } from '@jest/globals';
import { problemsOf, toReportDraft } from '../../device/draft.ts';
import type { ReportInFullFragment } from '../../nouns/reports/phone/mine.generated.ts';
import { copiedDraft, mendingDraft } from './mending.ts';

const village = { code: '990101101201000', name: '柳林村', fullName: '东关镇 柳林村' };
const area = { ...village, level: 'VILLAGE' as const, parentCode: '990101101000000', initials: 'llc' };
const viewer = { person: { id: 'anna', name: '安' }, post: { id: 'officer-3', area } } as Parameters<
  typeof mendingDraft
>[1];
const PHOTO = { kind: 'PHOTO', sha256: 'aa', size: 3, name: null, seconds: null } as const;
const returned = {
  id: 'r1',
  no: '2026-000007',
  clientId: 'c1',
  version: 3,
  state: 'RETURNED',
  returnReason: '请写明户数',
  topic: { kind: 'TOPIC', code: 'WATER', name: '饮水难', nameEn: 'Drinking water' },
  source: null,
  urgency: 'NORMAL',
  line: 'LINE',
  place: village,
  outsideAreaReason: null,
  occurredAt: '2026-03-01T02:00:00.000Z',
  households: 30,
  people: null,
  content: '村东头水井塌了，三十户人家吃水困难，请尽快派人来看。',
  attachments: [
    { ...PHOTO, id: 'a1', clientId: 'p1', state: 'ARRIVED' },
    { ...PHOTO, id: 'a2', clientId: 'p2', state: 'REFUSED' },
    { ...PHOTO, id: 'a3', clientId: 'p3', state: 'AWAITED' },
    { ...PHOTO, id: 'a4', clientId: 'p4', state: 'AWAITED' },
  ],
} as unknown as ReportInFullFragment;

test('a returned report reopens as it was sent, bound to the version that was returned', () => {
  const draft = mendingDraft(returned, viewer);
  expect(draft.mends).toEqual({ reportId: 'r1', no: '2026-000007', version: 3, reason: '请写明户数' });
  expect(toReportDraft(draft)).toMatchObject({
    clientId: 'c1',
    topic: 'WATER',
    households: 30,
    people: null,
    content: returned.content,
  });
  expect(problemsOf(draft.fields)).toEqual([]);
});

test('it shows the photos that the server has, and those that wait on this phone; what was refused or lost is not named again', () => {
  const draft = mendingDraft(returned, viewer, new Set(['p2', 'p3']));
  expect(draft.attachments).toEqual([
    { ...PHOTO, clientId: 'p1', isStored: true },
    { ...PHOTO, clientId: 'p3' },
  ]);
});

test('a place outside of the officer’s present area is known as outside again', () => {
  const elsewhere = { ...returned, place: { ...village, code: '990101102203000' }, outsideAreaReason: '受托反映' };
  expect(mendingDraft(elsewhere, viewer).fields).toMatchObject({
    place: { isOutside: true },
    outsideAreaReason: '受托反映',
  });
});

test('a withdrawn report written anew is another report', () => {
  const copy = copiedDraft(returned, viewer);
  expect(copy.mends).toBeUndefined();
  expect(copy.attachments).toBeUndefined();
  expect(copy.clientId).not.toBe('c1');
  expect(copy.fields.content).toBe(returned.content);
});
