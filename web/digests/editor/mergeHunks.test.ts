import { expect, test } from '@jest/globals';
import { hunksOf, mergedBy, proposedBy } from './mergeHunks.ts';

const mine = ['一、情况', '三天前损坏', '建议尽快修'];
const theirs = ['一、情况', '五天前损坏', '建议尽快修', '已报水利站'];
const hunks = hunksOf(mine, theirs);

test('paragraphs that agree are not put to the clerk', () => {
  expect(hunks).toEqual([
    { same: ['一、情况'] },
    { mine: ['三天前损坏'], theirs: ['五天前损坏'] },
    { same: ['建议尽快修'] },
    { mine: [], theirs: ['已报水利站'] },
  ]);
});

test('choosing one side everywhere gives that side back word for word', () => {
  expect(mergedBy(hunks, { 1: 'mine', 3: 'mine' })).toEqual(mine);
  expect(mergedBy(hunks, { 1: 'theirs', 3: 'theirs' })).toEqual(theirs);
});

test('each place may be chosen by itself, and both may be kept', () => {
  expect(mergedBy(hunks, { 1: 'both', 3: 'theirs' })).toEqual([
    '一、情况',
    '五天前损坏',
    '三天前损坏',
    '建议尽快修',
    '已报水利站',
  ]);
});

test('paragraphs differing only in bold type are a choice', () => {
  const plain = { type: 'paragraph', content: [{ type: 'text', text: '机井' }] };
  const bold = { type: 'paragraph', content: [{ type: 'text', text: '机井', marks: [{ type: 'bold' }] }] };
  expect(hunksOf([bold], [plain])).toEqual([{ mine: [bold], theirs: [plain] }]);
});

test('what only the other clerk changed is proposed as theirs, what only I changed as mine', () => {
  const base = ['一', '二', '三'];
  const found = hunksOf(['一', '二', '我的三'], ['对方的一', '二', '三']);
  expect(mergedBy(found, proposedBy(found, base))).toEqual(['对方的一', '二', '我的三']);
});

test('a paragraph the other clerk added or took out is proposed so', () => {
  const added = hunksOf(['一'], ['一', '二']);
  expect(mergedBy(added, proposedBy(added, ['一']))).toEqual(['一', '二']);
  const removed = hunksOf(['一', '二'], ['一']);
  expect(mergedBy(removed, proposedBy(removed, ['一', '二']))).toEqual(['一']);
});

test('a paragraph I added or took out stays so', () => {
  const added = hunksOf(['一', '二'], ['一']);
  expect(mergedBy(added, proposedBy(added, ['一']))).toEqual(['一', '二']);
  const removed = hunksOf(['一'], ['一', '二']);
  expect(mergedBy(removed, proposedBy(removed, ['一', '二']))).toEqual(['一']);
});
