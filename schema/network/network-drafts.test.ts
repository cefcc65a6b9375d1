import { expect, test } from '@jest/globals';
import { LIMITS } from '../limits.ts';
import { problemKey } from '../problems.ts';
import { countyProblems } from './county-draft.ts';
import { portfolioProblems, type ToldPortfolio } from './portfolio-draft.ts';
import { type ToldTerm, termProblems } from './term-draft.ts';

const portfolio: ToldPortfolio = { name: '农业农村', leader: 'a', topicCodes: ['WATER'], position: null };
const term: ToldTerm = { code: 'WATER_2', name: '饮水难', nameEn: 'Drinking water', tags: ['四难'], position: 10 };

test.each<[string[], Partial<ToldPortfolio>]>([
  [[], {}],
  [['name.SHORT'], { name: '农 ' }],
  [['leader.MISSING'], { leader: '' }],
  [['topicCodes.MANY'], { topicCodes: Array.from({ length: LIMITS.portfolio.topics + 1 }, () => 'A') }],
  [['position.RANGE'], { position: -1 }],
])('a portfolio is held up by %p', (problems, change) =>
  expect(portfolioProblems({ ...portfolio, ...change }).map(problemKey)).toEqual(problems),
);

test.each<[string[], Partial<ToldTerm>]>([
  [[], {}],
  [['code.CODE'], { code: '_WATER' }],
  [['code.CODE'], { code: 'W'.repeat(LIMITS.term.code + 1) }],
  [['name.SHORT', 'nameEn.SHORT'], { name: '', nameEn: '\u200b' }],
  [[], { tags: ['一二三四五 六七八九十十二'] }],
  [['tags.LONG'], { tags: ['字'.repeat(LIMITS.term.tag.max + 1)] }],
  [['tags.MANY'], { tags: Array.from({ length: LIMITS.term.tags + 1 }, (_, n) => `t${n}`) }],
  [['position.RANGE'], { position: LIMITS.term.position + 1 }],
])('an entry of a dictionary is held up by %p', (problems, change) =>
  expect(termProblems({ ...term, ...change }).map(problemKey)).toEqual(problems),
);

test('an office’s name has its two characters at least, and contacts are kept for a month to three years', () => {
  expect(countyProblems({ contactDays: 180, officeName: '县 办' })).toEqual([]);
  expect(countyProblems({ contactDays: 180, officeName: '办' }).map(problemKey)).toEqual(['officeName.SHORT']);
  for (const contactDays of [29, 1_096, 180.5])
    expect(countyProblems({ contactDays, officeName: '县办' }).map(problemKey)).toEqual(['contactDays.RANGE']);
});
