import { expect, test } from '@jest/globals';
import { hunksOf, mergedBy } from './mergeHunks.ts';

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
