import { expect, test } from '@jest/globals';
import { threeWay } from './threeWay.ts';

const words = (text: string) => [...text];
const sides = (base: string, mine: string, theirs: string) =>
  threeWay(words(base), words(mine), words(theirs)).map((stretch) =>
    'same' in stretch
      ? stretch.same.join('')
      : `${stretch.changedBy}(${stretch.mine.join('')}|${stretch.theirs.join('')})`,
  );
/** What the stretches say when one side is taken everywhere. */
const taking = (side: 'mine' | 'theirs', base: string, mine: string, theirs: string) =>
  threeWay(words(base), words(mine), words(theirs))
    .flatMap((stretch) => ('same' in stretch ? stretch.same : stretch[side]))
    .join('');

test('changes in different places are told apart by who made them', () => {
  expect(sides('甲乙丙丁戊', '甲乙改丁戊', '甲乙丙丁新戊')).toEqual(['甲乙', 'mine(改|丙)', '丁', 'theirs(|新)', '戊']);
});

test('a change and an addition right behind it are two places', () => {
  expect(sides('甲', '改', '甲新')).toEqual(['mine(改|甲)', 'theirs(|新)']);
  expect(sides('甲', '改', '新甲')).toEqual(['theirs(|新)', 'mine(改|甲)']);
});

test('a change of the same place by both is a conflict', () => {
  expect(sides('甲乙丙', '甲一丙', '甲二丙')).toEqual(['甲', 'both(一|二)', '丙']);
});

test('two additions at the same place are a conflict', () => {
  expect(sides('甲乙', '甲一乙', '甲二乙')).toEqual(['甲', 'both(一|二)', '乙']);
});

test('the same change by both is none', () => {
  expect(sides('甲乙', '甲丙', '甲丙').join('')).toBe('甲丙');
});

test('taking one side everywhere gives that version back, whatever the three are', () => {
  let seed = 7;
  const next = (n: number) => {
    seed = (seed * 48271) % 2147483647;
    return seed % n;
  };
  const text = () => Array.from({ length: next(9) }, () => '甲乙丙丁'[next(4)]).join('');
  for (let round = 0; round < 3000; round++) {
    const [base, mine, theirs] = [text(), text(), text()] as [string, string, string];
    expect([taking('mine', base, mine, theirs), taking('theirs', base, mine, theirs), base]).toEqual([
      mine,
      theirs,
      base,
    ]);
  }
});
