import { expect, test } from '@jest/globals';
import { addDays } from '../calendar.ts';
import { LIMITS } from '../limits.ts';
import { problemKey } from '../problems.ts';
import { dueDays, instructionProblems, instructionText, type ToldInstruction } from './instruction-draft.ts';

// Half past midnight in Shanghai, still the day before in Greenwich.
const NOW = new Date('2026-11-22T16:30:00Z');
const told: ToldInstruction = { text: '请水利局核实', responsibleUnit: '990101601000000', dueOn: '2026-11-30' };
const last = addDays('2026-11-23', LIMITS.instruction.dueDays);

test.each<[string[], Partial<ToldInstruction>]>([
  [[], {}],
  [['text.SHORT'], { text: ' 办 ' }],
  [['text.SHORT'], { text: '办\u202e\u0007' }],
  [['text.LONG'], { text: '办'.repeat(LIMITS.instruction.text.max + 1) }],
  [['responsibleUnit.MISSING'], { responsibleUnit: null }],
  [[], { dueOn: '2026-11-23' }],
  [['dueOn.RANGE'], { dueOn: '2026-11-22' }],
  [[], { dueOn: last }],
  [['dueOn.RANGE'], { dueOn: addDays(last, 1) }],
])('an instruction is held up by %p', (problems, change) =>
  expect(instructionProblems({ ...told, ...change }, NOW).map(problemKey)).toEqual(problems),
);

test('an instruction may be due from today on, as the county’s clocks have it', () =>
  expect(dueDays(NOW)).toEqual({ first: '2026-11-23', last }));

test('a leader’s words keep their lines and lose what no paper holds', () =>
  expect(instructionText(' 请核实\r\n\t三日内报\u202e果 ')).toBe('请核实\n 三日内报果'));
