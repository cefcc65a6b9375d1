import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { PEOPLE, startCounty, type Table } from './network.testing.ts';

let county: Awaited<ReturnType<typeof startCounty>>;
beforeAll(async () => {
  county = await startCounty();
  await county.put('people', PEOPLE);
});
afterAll(() => county.stop());

test.each<[string, Table, unknown[]]>([
  ['a reference that stands twice', [...PEOPLE, ['W-001', '测试丁', '', '']], [5, 'ref', 'DUPLICATE']],
  [
    'an ID number for a reference',
    [
      ['ref', 'name'],
      ['11010519491231002X', '测试丁'],
    ],
    [2, 'ref', 'REF_PERSONAL'],
  ],
  [
    'a telephone number for a reference',
    [
      ['ref', 'name'],
      ['13812345678', '测试丁'],
    ],
    [2, 'ref', 'REF_PERSONAL'],
  ],
  [
    'a telephone number in a name',
    [
      ['ref', 'name'],
      ['W-4', '测试丁13812345678'],
    ],
    [2, 'name', 'PERSON_NAME'],
  ],
  [
    'a formula for a name',
    [
      ['ref', 'name'],
      ['W-4', '=1+1'],
    ],
    [2, 'name', 'PERSON_NAME'],
  ],
  [
    'an account with a sign that no account has',
    [
      ['ref', 'name', 'account'],
      ['W-4', '测试丁', 'test#ding'],
    ],
    [2, 'account', 'ACCOUNT_FORM'],
  ],
  [
    'an account of somebody else',
    [
      ['ref', 'name', 'account'],
      ['W-4', '测试丁', 'test.jia'],
    ],
    [2, 'account', 'ACCOUNT_TAKEN'],
  ],
  [
    'a second account',
    [
      ['ref', 'name', 'account'],
      ['W-001', '测试甲', 'test.other'],
    ],
    [2, 'account', 'ACCOUNT_OTHER'],
  ],
  [
    'neither yes nor no',
    [
      ['ref', 'name', 'active'],
      ['W-4', '测试丁', '也许'],
    ],
    [2, 'active', 'UNKNOWN_WORD'],
  ],
])('a file of people with %s is refused with its line, and nothing is written', async (_, rows, where) => {
  expect(await county.refused('people', rows)).toEqual([where]);
});
