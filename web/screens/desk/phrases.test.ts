import { expect, test } from '@jest/globals';
import { LIMITS } from '@lxq/schema/limits.ts';
import desk from './desk.en.ts';
import { PHRASES } from './phrases.ts';

test('what a desk picks to write is Chinese, long enough to send, and no word of the English desk', () => {
  for (const phrase of Object.values(PHRASES).flat()) {
    expect(phrase).toMatch(/^\p{Script=Han}/u);
    expect(phrase).not.toMatch(/[A-Za-z]/);
    expect(phrase.length).toBeGreaterThanOrEqual(LIMITS.report.reason.min);
  }
  expect(JSON.stringify(desk)).not.toContain('phrase1');
});
