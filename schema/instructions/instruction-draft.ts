import { addDays, dayOf } from '../calendar.ts';
import { LIMITS } from '../limits.ts';
import { lengthProblem, missingProblem, type Problem } from '../problems.ts';
import { printable } from '../texts/printable.ts';

export type InstructionProblem =
  | Problem<'text', 'SHORT' | 'LONG'>
  | Problem<'responsibleUnit', 'MISSING'>
  | Problem<'dueOn', 'RANGE'>;

export interface ToldInstruction {
  text: string;
  responsibleUnit: string | null;
  dueOn: string;
}

/** A leader's words as they are kept: verbatim but for what no paper holds. */
export const instructionText = (text: string): string =>
  text
    .split(/\r\n|\r|\n/)
    .map(printable)
    .join('\n')
    .trim();

/** The days on which an instruction given now may be due: from today on. */
export function dueDays(now: Date): { first: string; last: string } {
  const first = dayOf(now);
  return { first, last: addDays(first, LIMITS.instruction.dueDays) };
}

/** Everything that keeps an instruction from being taken, in the order of the sheet. */
export function instructionProblems(told: ToldInstruction, now: Date): InstructionProblem[] {
  const { text, dueDays: max } = LIMITS.instruction;
  const { first, last } = dueDays(now);
  const isOpen = told.dueOn >= first && told.dueOn <= last;
  return [
    ...lengthProblem('text', instructionText(told.text), text),
    ...missingProblem('responsibleUnit', !told.responsibleUnit),
    ...(isOpen ? [] : [{ field: 'dueOn', problem: 'RANGE', min: 0, max } as const]),
  ];
}
