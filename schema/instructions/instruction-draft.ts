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

/** How the office registers an instruction for its units. */
export interface ToldRegistration {
  brief: string;
  dueOn: string;
}
export type RegistrationProblem = Problem<'brief', 'SHORT' | 'LONG'> | Problem<'dueOn', 'RANGE'>;
/** The office may want it sooner than the leader, not later. */
export function registrationProblems(
  { brief, dueOn }: ToldRegistration,
  given: { instructedAt: Date; givenDueOn: string },
): RegistrationProblem[] {
  const isWithin = dueOn >= dayOf(given.instructedAt) && dueOn <= given.givenDueOn;
  return [
    ...lengthProblem('brief', instructionText(brief), LIMITS.instruction.brief),
    ...(isWithin ? [] : [{ field: 'dueOn', problem: 'RANGE' } as const]),
  ];
}

/** How the office looked whether a report holds: by its revisit, or where there is none on its papers (R52). */
export const VERIFIED_BY = ['PAPERS', 'PHONE', 'DOOR', 'MEETING'] as const;
export type VerifiedBy = (typeof VERIFIED_BY)[number];

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
