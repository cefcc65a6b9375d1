import { expect, test } from '@jest/globals';
import { richTextFromPlain } from '@lxq/schema/digests/rich-text.ts';
import type { ItemDraft } from './itemDraft.ts';
import { reconcile } from './reconcile.ts';

const says = (text: string): ItemDraft => ({
  title: '机井损坏',
  body: richTextFromPlain(text),
  portfolio: null,
  reports: [],
  corrects: null,
  pictures: [],
});
const base = says('原文');

test('untouched text follows someone else’s edit', () => {
  expect(reconcile({ theirs: says('对方'), base, mine: base, status: 'saved' })).toBe('adopt');
});

test('typed text and someone else’s edit are put to the clerk', () => {
  expect(reconcile({ theirs: says('对方'), base, mine: says('我的'), status: 'waiting' })).toBe('conflict');
});

test('an item that was only moved does not disturb the typing', () => {
  expect(reconcile({ theirs: base, base, mine: says('我的'), status: 'conflict' })).toBe('rebase');
});

test('a save whose answer was lost is recognised as stored', () => {
  expect(reconcile({ theirs: says('我的'), base, mine: says('我的'), status: 'conflict' })).toBe('settled');
});
