import { expect, test } from '@jest/globals';
import { problemKey } from '../problems.ts';
import { requestProblems } from './opening-request.ts';

test('a request names the unit complained of and gives its reason', () => {
  const reason = '需向报送人当面核实情况';
  expect(requestProblems({ about: '990101101000000', reason })).toEqual([]);
  expect(requestProblems({ about: null, reason: '核 实'.repeat(3) }).map(problemKey)).toEqual([
    'about.MISSING',
    'reason.SHORT',
  ]);
});
