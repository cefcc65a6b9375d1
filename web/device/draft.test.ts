import { expect, test } from '@jest/globals';
import { CLOCK_AHEAD_MS } from '@lxq/schema/limits.ts';
import { problemKey } from '@lxq/schema/problems.ts';
import { type DraftFields, isBegun, isOutside, newDraft, problemsOf, stepOf, toReportDraft } from './draft.ts';

const NOW = Date.parse('2026-03-07T06:00:00Z');
const PLACE = { code: '990101101201000', fullName: '东关镇 柳林村', isOutside: false };
const TOPIC = { code: 'WATER', name: '饮水难', nameEn: 'Drinking water' };
const begun = () => newDraft({ personId: 'anna', postId: 'officer-3' }, PLACE, NOW);
const complete = (changes: Partial<DraftFields> = {}): DraftFields => ({
  ...begun().fields,
  topic: TOPIC,
  content: '村东头水井塌了，三十户人家吃水困难，请尽快派人来看。',
  ...changes,
});

test('a new draft has its own id, the officer’s place and the present time, and is not yet worth keeping', () => {
  const draft = begun();
  expect(draft.clientId).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/);
  expect(draft.clientId).not.toBe(begun().clientId);
  expect(draft.fields.place).toEqual(PLACE);
  expect(draft.fields.occurredAt).toBe('2026-03-07T06:00:00.000Z');
  expect(isBegun(draft)).toBe(false);
  expect(isBegun({ ...draft, fields: complete() })).toBe(true);
});

test('a complete form has no problems', () => {
  expect(problemsOf(complete(), NOW)).toEqual([]);
});

test.each<[string, Partial<DraftFields>]>([
  ['topic.MISSING', { topic: null }],
  ['content.SHORT', { content: `  ${'字'.repeat(19)}  ` }],
  ['content.LONG', { content: '字'.repeat(5001) }],
  ['outsideAreaReason.SHORT', { place: { ...PLACE, isOutside: true }, outsideAreaReason: ' ' }],
  ['occurredAt.MISSING', { occurredAt: '' }],
  ['occurredAt.FUTURE', { occurredAt: '2026-03-07T08:00:00Z' }],
  ['occurredAt.EARLY', { occurredAt: '1026-03-07T08:00:00Z' }],
  ['households.RANGE', { households: '一百' }],
  ['people.RANGE', { people: '500001' }],
])('a form is held up by %s', (problem, changes) => {
  expect(problemsOf(complete(changes), NOW).map(problemKey)).toEqual([problem]);
});

test('20 and 5,000 characters are just enough and just not too many', () => {
  expect(problemsOf(complete({ content: '字'.repeat(20) }), NOW)).toEqual([]);
  expect(problemsOf(complete({ content: '字'.repeat(5000) }), NOW)).toEqual([]);
});

test('a phone’s clock is forgiven as much as the server forgives it', () => {
  const at = (ms: number) => ({ occurredAt: new Date(NOW + ms).toISOString() });
  expect(problemsOf(complete(at(CLOCK_AHEAD_MS)), NOW)).toEqual([]);
  expect(problemsOf(complete(at(CLOCK_AHEAD_MS + 1)), NOW).map(problemKey)).toEqual(['occurredAt.FUTURE']);
});

test('problems lead back to the screen they are on', () => {
  const problems = problemsOf(complete({ topic: null, people: '-1' }), NOW);
  expect(problems.map(stepOf)).toEqual(['what', 'where']);
});

test('what is sent is trimmed, with numbers as numbers and no reason for a place inside the area', () => {
  const fields = complete({ content: ` ${complete().content}\n`, households: ' 30 ', outsideAreaReason: '早先填的' });
  expect(toReportDraft({ ...begun(), fields })).toMatchObject({
    topic: 'WATER',
    content: complete().content,
    households: 30,
    people: null,
    outsideAreaReason: null,
    place: PLACE.code,
  });
});

test('without photos it is told as it was before there were any; with some, they are named in their order', () => {
  expect(toReportDraft({ ...begun(), attachments: [] })).not.toHaveProperty('attachments');
  const photo = { clientId: 'p1', kind: 'PHOTO', sha256: 'aa', size: 3, name: null, seconds: null } as const;
  const attachments = [{ ...photo, isStored: true } as const, { ...photo, clientId: 'p2' }];
  expect(toReportDraft({ ...begun(), attachments }).attachments).toEqual([photo, { ...photo, clientId: 'p2' }]);
  expect(isBegun({ ...begun(), attachments })).toBe(true);
});

test.each([
  ['hotline', 'HOTLINE'],
  ['mailbox', 'MAILBOX'],
  ['visit', 'OFFICER'],
  [null, 'OFFICER'],
])('what came from %s goes by the channel %s', (source, channel) => {
  expect(toReportDraft({ ...begun(), fields: complete({ source }) })).toMatchObject({ source, channel });
});

test('a place outside of the officer’s area is told from one inside', () => {
  const village = { code: '990101101201000' };
  expect(isOutside({ code: '990101101201004' }, village)).toBe(false);
  expect(isOutside({ code: '990101101202000' }, village)).toBe(true);
});
