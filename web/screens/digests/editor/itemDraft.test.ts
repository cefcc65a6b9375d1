import { expect, test } from '@jest/globals';
import { richTextFromPlain } from '@lxq/schema/digests/rich-text.ts';
import { type ItemDraft, isSameDraft, isStorable, withoutSource } from './itemDraft.ts';

const draft: ItemDraft = {
  title: '柳林村机井损坏',
  body: richTextFromPlain('东头机井损坏三天。'),
  portfolio: 'water',
  reports: ['r1', 'r2'],
  corrects: null,
  pictures: ['p1', 'p2'],
};

test('words that the editor cut in two are the same words', () => {
  const cut = {
    type: 'doc' as const,
    content: [
      {
        type: 'paragraph' as const,
        content: [
          { type: 'text' as const, text: '东头机井' },
          { type: 'text' as const, text: '损坏三天。' },
        ],
      },
    ],
  };
  expect(isSameDraft(draft, { ...draft, body: cut, reports: ['r2', 'r1'] })).toBe(true);
});

test('one other character, portfolio or source is another draft', () => {
  expect(isSameDraft(draft, { ...draft, body: richTextFromPlain('东头机井损坏五天。') })).toBe(false);
  expect(isSameDraft(draft, { ...draft, portfolio: null })).toBe(false);
  expect(isSameDraft(draft, { ...draft, reports: ['r1'] })).toBe(false);
});

test('an item without a title is not sent', () => {
  expect(isStorable(draft)).toBe(true);
  expect(isStorable({ ...draft, title: ' 一 ' })).toBe(false);
  expect(isStorable({ ...draft, body: richTextFromPlain('字'.repeat(20_001)) })).toBe(false);
});

test('another picture, or the same in another order, is another draft', () => {
  expect(isSameDraft(draft, { ...draft, pictures: ['p2', 'p1'] })).toBe(false);
  expect(isSameDraft(draft, { ...draft, pictures: ['p1'] })).toBe(false);
});

test('without a source its photos go, and those of the others stay', () => {
  const of = (reportId: string, id: string) => ({ reportId, attachment: { id, thumbnailUrl: null } });
  const photos = [of('r1', 'p1'), of('r2', 'p2'), of('r1', 'p3')] as Parameters<typeof withoutSource>[2];
  expect(withoutSource(draft, 'r1', photos)).toEqual({ reports: ['r2'], pictures: ['p2'] });
  expect(withoutSource(draft, 'r3', photos)).toEqual({ reports: ['r1', 'r2'], pictures: ['p1', 'p2'] });
});
