import { addDays, dayOf } from '../calendar.ts';
import { LIMITS } from '../limits.ts';
import { lengthProblem, missingProblem, type Problem } from '../problems.ts';
import type { AccountabilityBasis, AccountabilityKind } from './accountability-states.ts';

const { accountability: LENGTHS } = LIMITS;

/** What an organ has decided, as the office writes it down: of a unit, and of no person. */
export interface ToldAccountability {
  unit: string | null;
  kind: AccountabilityKind | null;
  basis: AccountabilityBasis | null;
  decidedOn: string;
  organ: string;
  reference: string;
}
export type AccountabilityProblem =
  | Problem<'unit' | 'kind' | 'basis', 'MISSING'>
  | Problem<'decidedOn', 'RANGE'>
  | Problem<'organ' | 'reference', 'SHORT' | 'LONG'>;

/** Everything that keeps it from being kept, in the order of the form. A decision may be years old, and not to come. */
export function accountabilityProblems(told: ToldAccountability, now: Date): AccountabilityProblem[] {
  const { unit, kind, basis, decidedOn, organ, reference } = told;
  const today = dayOf(now);
  const isPast = decidedOn <= today && decidedOn >= addDays(today, -LENGTHS.days);
  return [
    ...missingProblem('unit', !unit),
    ...missingProblem('kind', !kind),
    ...missingProblem('basis', !basis),
    ...(isPast ? [] : [{ field: 'decidedOn', problem: 'RANGE', min: 0, max: LENGTHS.days } as const]),
    ...lengthProblem('organ', organ, LENGTHS.organ),
    ...lengthProblem('reference', reference, LENGTHS.reference),
  ];
}

/** 案2026-0012, 通2026-0003: which case or censure it comes from, as people write it. */
export function matterNumberIn(text: string): { of: 'CASE' | 'CENSURE'; year: number; serial: number } | null {
  const [, word, year, serial] = /^(案|通)(20\d{2})-(\d{1,9})$/.exec(text.replace(/\s/g, '')) ?? [];
  return serial ? { of: word === '案' ? 'CASE' : 'CENSURE', year: Number(year), serial: Number(serial) } : null;
}
