import { expect, test } from '@jest/globals';
import { caseNumberIn, instructionNumberIn, issueNumberIn, paperNumberIn } from './paper-number.ts';

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

test('a case is called as instructions are, and by its own sign', () => {
  for (const text of ['案2026-0012', '案 2026-0012', '２０２６-12', '案２０２６-0012'])
    expect(caseNumberIn(text)).toEqual({ year: 2026, serial: 12 });
  for (const other of ['案2026', '告2026-0012', '案2026-']) expect(caseNumberIn(other)).toBeNull();
});

test('a paper is called by its series, year and number, in whichever brackets it is typed', () => {
  for (const text of [
    '告字〔2026〕12号',
    '告字[2026]12号',
    '告字（2026）第12号',
    ' 告字 【2026】 012 号',
    '告字(2026)12',
  ])
    expect([text, paperNumberIn(text)]).toEqual([text, '告字〔2026〕12号']);
  for (const other of ['告字2026-12', '〔2026〕12号', '告字〔26〕12号', '水利局（2026）第一季度'])
    expect(paperNumberIn(other)).toBeNull();
});
