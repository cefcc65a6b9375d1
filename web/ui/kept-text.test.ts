import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from '@jest/globals';
import { countTyped, forgetDesksOfOthers, forgetTypedOf, keepTyped, readTyped } from './kept-text.ts';
import { freshLocalStorage } from './local-storage.testing.ts';

beforeEach(freshLocalStorage);

const anna = { personId: 'anna', deed: 'return', subject: 'r1' };
const boris = { ...anna, personId: 'boris' };

test('what was typed is found again by the same person, for the same deed on the same subject', () => {
  keepTyped(anna, '请写明户数');
  expect(readTyped(anna)).toBe('请写明户数');
  for (const other of [boris, { ...anna, deed: 'reply' }, { ...anna, subject: 'r2' }])
    expect(readTyped(other)).toBeNull();
});

test('what was sent or thrown away is forgotten', () => {
  keepTyped(anna, '请写明户数');
  keepTyped(anna, null);
  expect(readTyped(anna)).toBeNull();
  expect(Object.keys(localStorage)).toEqual([]);
});

test('whoever signs in at a desk finds their own words and nobody keeps those of another', () => {
  keepTyped(anna, '安娜的');
  keepTyped(boris, '鲍里斯的');
  forgetDesksOfOthers('anna');
  expect([readTyped(anna), readTyped(boris)]).toEqual(['安娜的', null]);
});

test.each(['report', 'untold', 'instruct'])(
  'what somebody typed on a phone (%s) stays for them when another signs in, and is counted for them alone',
  (deed) => {
    const his = { ...boris, deed };
    keepTyped(his, '鲍里斯的');
    forgetDesksOfOthers('anna');
    expect(readTyped(his)).toBe('鲍里斯的');
    expect(readTyped({ ...his, personId: 'anna' })).toBeNull();
    expect([countTyped('anna'), countTyped('boris')]).toEqual([0, 1]);
  },
);

test('every text that is kept on a phone’s screens is of a deed that outlives another’s sign-in', () => {
  const folder = path.dirname(import.meta.dirname);
  const files = globSync('screens/{officer,village,leader}/**/*.{ts,tsx}', { cwd: folder });
  const deeds = files.flatMap((file) =>
    [...readFileSync(path.join(folder, file), 'utf8').matchAll(/\bdeed: '([^']+)', subject/g)].map(([, deed]) => deed),
  );
  expect([...new Set(deeds)].sort()).toEqual(['instruct', 'untold']);
});

test('signing out forgets one’s own words, and nothing else on the machine', () => {
  keepTyped(anna, '安娜的');
  keepTyped(boris, '鲍里斯的');
  localStorage.setItem('lxq.language', '"zh"');
  forgetTypedOf('anna');
  expect([readTyped(anna), readTyped(boris)]).toEqual([null, '鲍里斯的']);
  expect(localStorage.getItem('lxq.language')).toBe('"zh"');
});
