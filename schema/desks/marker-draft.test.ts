import { expect, test } from '@jest/globals';
import { markerProblems } from './marker-draft.ts';

const problemsOf = (word: string) => markerProblems(word).map(({ problem }) => problem);

test.each(['待核实', '饮水', '危房改造', '路灯', '汛期', '本周例会', '东片', '需会商', 'follow up'])(
  'a matter, a place or a topic is a marker: %s',
  (word) => {
    expect(problemsOf(word)).toEqual([]);
  },
);
test.each([
  ...['张建国', '村民张建国', '欧阳明', '13812345678', '上访老户', '重点人员', '缠访', '黑名单', '王某某', '李女士'],
])('nobody is marked: %s', (word) => {
  expect(problemsOf(word)).toEqual(['PERSON']);
});
test('a marker has one to twelve characters, as a reader counts them', () => {
  expect(problemsOf('')).toEqual(['SHORT']);
  expect(problemsOf('水'.repeat(13))).toEqual(['LONG']);
  expect(problemsOf('👍'.repeat(12))).toEqual([]);
});
