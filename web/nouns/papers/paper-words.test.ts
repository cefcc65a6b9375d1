import { expect, test } from '@jest/globals';
import { PAPER_WORDS } from '@lxq/schema/papers/paper-words.ts';
import words from '../../i18n/words.zh.ts';

test('papers call things as screens do', () => {
  const { revisitMethod, ...same } = PAPER_WORDS;
  for (const [of, named] of Object.entries(same))
    expect([of, (words as Record<string, unknown>)[of]]).toEqual([of, named]);
  expect(words.verifiedBy).toMatchObject(revisitMethod);
});
