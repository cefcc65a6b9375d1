import { createHash } from 'node:crypto';
import type { ToldResult } from '@lxq/schema/results/result-draft.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { newId } from '../platform/tables/ids.ts';
import { ResultReport } from './result.entity.ts';

interface Round {
  subject: string;
  subjectId: string;
  round: number;
}
const key = (scope: Scope, { subjectId, round }: Round) => ({ countyCode: scope.county, subjectId, round });

/** Writes this round's result, or writes it anew until somebody has signed it. */
export async function write(scope: Scope, of: Round, told: ToldResult): Promise<void> {
  const by = { writtenByName: scope.rights.personName, writtenAt: scope.now };
  const earlier = await scope.work.find(ResultReport, key(scope, of), { isHeld: true });
  if (earlier) Object.assign(earlier, told, by);
  else
    await scope.work.add(ResultReport, {
      ...{ ...of, countyCode: scope.county, id: newId(), unitCode: scope.rights.unitCode },
      ...{ ...told, ...by },
    });
  await scope.work.flush();
}

/** The viewer's signature under the text as it stands: another text would have another hash. */
export async function sign(scope: Scope, of: Round): Promise<void> {
  const result = (await scope.work.find(ResultReport, key(scope, of), { isHeld: true })) as ResultReport;
  const { personId: signedById, personName: signedByName, capacity: signedAs } = scope.rights;
  const signedHash = hashOf(result);
  Object.assign(result, { signedById, signedByName, signedAs, signedAt: scope.now, signedHash });
  await scope.work.flush();
}

/** Of what is signed, in a fixed order. */
export const hashOf = ({ subjectId, round, finding, body, answer, opinionForm, opinion, kept }: ResultReport): string =>
  createHash('sha256')
    .update(JSON.stringify([subjectId, round, finding, body, answer, opinionForm, opinion, kept]))
    .digest('hex');
