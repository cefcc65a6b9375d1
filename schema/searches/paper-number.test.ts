import { expect, test } from '@jest/globals';
import { instructionNumberIn, issueNumberIn } from './paper-number.ts';

test.each([
  ['第28期', { year: null, no: 28, isCumulative: false }],
  [' 第 28 期 ', { year: null, no: 28, isCumulative: false }],
  ['２０２６年第３期', { year: 2026, no: 3, isCumulative: false }],
  ['2026-3期', { year: 2026, no: 3, isCumulative: false }],
  ['总第128期', { year: null, no: 128, isCumulative: true }],
  ['第期', null],
  ['28', null],
  ['一期工程', null],
  ['第999999期', null],
])('%s is the number of an issue, or none', (text, number) => {
  expect(issueNumberIn(text)).toEqual(number);
});

test('an instruction is called by its year and serial, with or without its noughts', () => {
  expect(instructionNumberIn('2026-0290')).toEqual({ year: 2026, serial: 290 });
  expect(instructionNumberIn('２０２６-290')).toEqual({ year: 2026, serial: 290 });
  for (const other of ['2026', '2026-', '26-0290', '2026-000123 水']) expect(instructionNumberIn(other)).toBeNull();
});
