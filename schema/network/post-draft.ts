import { addDays } from '../calendar.ts';
import { LIMITS } from '../limits.ts';
import { lengthProblem, missingProblem, type Problem } from '../problems.ts';
import { CAPACITIES_OF, type Capacity, type Role, STOOD_IN_FOR } from '../roles.ts';
import { kindsOf, type UnitKind } from './unit-kinds.ts';

export type PostProblem =
  | Problem<'person', 'MISSING'>
  | Problem<'role', 'MISSING' | 'ELSEWHERE' | 'UNIT'>
  | Problem<'capacity', 'ROLE'>
  | Problem<'validTo', 'EARLY'>;

export interface ToldPost {
  person: string;
  role: Role | null;
  capacity: Capacity | null;
  validFrom: string;
  validTo: string | null;
}

/** Everything that keeps a post from being added at a unit of that kind, in the order of the form. */
export function postProblems({ person, role, capacity, validFrom, validTo }: ToldPost, kind: UnitKind): PostProblem[] {
  return [
    ...missingProblem('person', person === ''),
    ...roleProblem(role, kind),
    ...(role && capacity && !CAPACITIES_OF[role]?.includes(capacity)
      ? [{ field: 'capacity', problem: 'ROLE' } as const]
      : []),
    ...(validTo && validTo < validFrom ? [{ field: 'validTo', problem: 'EARLY' } as const] : []),
  ];
}

/** What nobody may stand in for comes in by the posts file alone: officers with their codes, the discipline desk, administrators. */
function roleProblem(role: Role | null, kind: UnitKind): Problem<'role', 'MISSING' | 'ELSEWHERE' | 'UNIT'>[] {
  if (!role) return [{ field: 'role', problem: 'MISSING' }];
  if (!STOOD_IN_FOR.includes(role)) return [{ field: 'role', problem: 'ELSEWHERE' }];
  return kindsOf(role).includes(kind) ? [] : [{ field: 'role', problem: 'UNIT' }];
}

export type StandInProblem =
  | Problem<'person', 'MISSING'>
  | Problem<'validFrom', 'PAST'>
  | Problem<'validTo', 'EARLY' | 'LATE'>
  | Problem<'reason', 'SHORT' | 'LONG'>;

export interface ToldStandIn {
  person: string;
  validFrom: string;
  /** The last day. */
  validTo: string;
  reason: string;
}

/** Everything that keeps somebody from being named as a stand-in, in the order of the form. */
export function standInProblems({ person, validFrom, validTo, reason }: ToldStandIn, today: string): StandInProblem[] {
  const { days, reason: length } = LIMITS.standIn;
  return [
    ...missingProblem('person', person === ''),
    ...(validFrom < today ? [{ field: 'validFrom', problem: 'PAST' } as const] : []),
    ...(validTo < validFrom ? [{ field: 'validTo', problem: 'EARLY' } as const] : []),
    ...(validTo >= addDays(validFrom, days) ? [{ field: 'validTo', problem: 'LATE', max: days } as const] : []),
    ...lengthProblem('reason', reason, length),
  ];
}
