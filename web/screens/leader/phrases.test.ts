import { expect, test } from '@jest/globals';
import { PHRASES, phraseText } from './phrases.ts';

test('a common phrase goes to its unit in Chinese, whatever language the phone speaks', () => {
  for (const phrase of PHRASES) {
    expect(phraseText(phrase, { name: '水利局' })).toMatch(/^请水利局\p{Script=Han}/u);
    expect(phraseText(phrase, null)).not.toMatch(/[A-Za-z]/);
  }
});
