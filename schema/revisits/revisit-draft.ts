import { LIMITS } from '../limits.ts';
import { lengthProblem, missingProblem, type Problem } from '../problems.ts';
import { needsFollowUp, type Rating, type RevisitKind, type RevisitMethod } from './revisit-states.ts';

/** What came of a revisit, as it is written down. */
export interface ToldRevisit {
  method: RevisitMethod;
  /** What the villager was told: of a filing revisit the progress. */
  told: string;
  /** In the villager's words. */
  opinion: string;
  /** Not asked at a filing revisit. */
  isSolved: boolean | null;
  /** Null where they declined to rate. */
  rating: Rating | null;
  /** Why they are dissatisfied, or what is unsolved: what is done again rests on it. */
  reason: string;
}
export type RevisitProblem =
  | Problem<'told' | 'opinion', 'SHORT' | 'LONG'>
  | Problem<'reason', 'MISSING' | 'SHORT' | 'LONG'>
  | Problem<'isSolved', 'MISSING'>;

/** Everything that keeps it from being kept, in the order of the sheet: of a filing revisit the progress is told, of the others it is asked whether the matter is settled. */
export function revisitProblems(
  kind: RevisitKind,
  { told, opinion, isSolved, rating, reason }: ToldRevisit,
): RevisitProblem[] {
  const { revisit } = LIMITS;
  const isBad = needsFollowUp({ isSolved, rating });
  return [
    ...(kind === 'FILING' ? lengthProblem('told', told, revisit.told) : []),
    ...missingProblem('isSolved', kind !== 'FILING' && isSolved === null),
    ...(kind === 'FILING' && !opinion.trim() ? [] : lengthProblem('opinion', opinion, revisit.opinion)),
    ...missingProblem('reason', isBad && !reason.trim()),
    ...(reason.trim() ? lengthProblem('reason', reason, revisit.reason) : []),
  ];
}
