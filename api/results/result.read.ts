import { manyOf } from '../platform/lists/many.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { ResultReport } from './result.entity.ts';
import { Signature } from './signature.entity.ts';

/** All rounds of each matter's result, the first first. */
export const resultsOf = manyOf<ResultReport>(ResultReport, { owner: 'subject_id', order: 'o.round' });
/** The newest of them. */
export const resultOf = (scope: Scope) => ({
  load: async (id: string): Promise<ResultReport | null> => (await resultsOf(scope).load(id))?.at(-1) ?? null,
});

/** Who has signed the closing of each matter, all rounds. */
export const signaturesOf = manyOf<Signature>(Signature, { owner: 'subject_id', order: 'o.at, o.id' });
