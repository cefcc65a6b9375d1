import { expect, test } from '@jest/globals';
import { LIMITS } from '@lxq/schema/limits.ts';
import { titleOf } from './titleOf.ts';

test('a case is proposed to be called by the first sentence of what was told', () => {
  expect(titleOf('  机井三天抽不上水。四十多户到邻村挑水吃。')).toBe('机井三天抽不上水');
  expect(titleOf('关于供水\n机井三天抽不上水')).toBe('关于供水');
  expect(titleOf('')).toBe('');
});

test('a sentence that is longer than a title is cut, and shows it', () => {
  const { max } = LIMITS.case.title;
  expect(titleOf('水'.repeat(max))).toBe('水'.repeat(max));
  const cut = titleOf('水'.repeat(max + 1));
  expect([...cut]).toHaveLength(max);
  expect(cut.endsWith('…')).toBe(true);
});
