import type { Scope } from '../platform/scope/scope.ts';
import type { ResultReport } from './result.entity.ts';

/** All rounds of each matter's result, the first first. */
export const resultsOf = (scope: Scope) =>
  scope.loader<string, ResultReport[]>('results of matter', async (ids) => {
    const rows = await scope.rows<ResultReport>(
      'select * from result_report where county_code = $1 and subject_id = any($2::uuid[]) order by subject_id, round',
      [scope.county, ids],
    );
    const found = Map.groupBy(rows, ({ subjectId }) => subjectId);
    return ids.map((id) => found.get(id) ?? []);
  });
/** The newest of them. */
export const resultOf = (scope: Scope) => ({
  load: async (id: string): Promise<ResultReport | null> => (await resultsOf(scope).load(id))?.at(-1) ?? null,
});
