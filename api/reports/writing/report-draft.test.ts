import { expect, test } from '@jest/globals';
import { CLOCK_AHEAD_MS } from '@lxq/schema/limits.ts';
import { checkDraft, type ReportDraft } from './report.input.ts';

const NOW = new Date('2026-03-07T06:00:00Z');
const draft: ReportDraft = {
  clientId: '0195c0de-0000-7000-8000-000000000001',
  topic: 'WATER',
  place: '990101101201000',
  line: 'LINE',
  channel: 'OFFICER',
  urgency: 'NORMAL',
  occurredAt: NOW,
  content: '村东头水井塌了，三十户人家吃水困难，请尽快派人来看。',
};
const check = (change: Partial<ReportDraft>) => () => checkDraft({ ...draft, ...change }, NOW);

test('a refusal names the field and its numbers in both languages', () => {
  expect(check({ content: '水井 塌了' })).toThrow(
    expect.objectContaining({
      code: 'BAD_INPUT',
      zh: '内容至少 20 字，现有 4 字',
      en: 'Write at least 20 characters; there are 4',
      detail: { field: 'content' },
    }),
  );
  expect(check({ people: -1 })).toThrow(
    expect.objectContaining({ zh: '应在 0 到 500000 之间', detail: { field: 'people' } }),
  );
});

test('a phone’s clock may run ahead so far and no further', () => {
  expect(check({ occurredAt: new Date(+NOW + CLOCK_AHEAD_MS) })).not.toThrow();
  expect(check({ occurredAt: new Date(+NOW + CLOCK_AHEAD_MS + 1) })).toThrow(
    expect.objectContaining({ detail: { field: 'occurredAt' } }),
  );
});

test('a reason that was not given is the area’s concern, a blank one is too short', () => {
  expect(check({ outsideAreaReason: null })).not.toThrow();
  expect(check({ outsideAreaReason: '  ' })).toThrow(
    expect.objectContaining({ detail: { field: 'outsideAreaReason' } }),
  );
});
