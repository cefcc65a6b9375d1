import { manyBy } from '../platform/lists/loaders.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { ResultReport } from './result.entity.ts';
import type { Signature } from './signature.entity.ts';

/** All rounds of each matter's result, the first first. */
export const resultsOf = manyBy<ResultReport>(
  'results of matter',
  'select * from result_report where county_code = $1 and subject_id = any($2::uuid[]) order by subject_id, round',
  'subjectId',
);
/** The newest of them. */
export const resultOf = (scope: Scope) => ({
  load: async (id: string): Promise<ResultReport | null> => (await resultsOf(scope).load(id))?.at(-1) ?? null,
});

/** Who has signed the closing of each matter, all rounds. */
export const signaturesOf = manyBy<Signature>(
  'signatures of matter',
  'select * from signature where county_code = $1 and subject_id = any($2::uuid[]) order by at, id',
  'subjectId',
);
