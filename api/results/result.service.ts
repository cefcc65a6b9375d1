import { createHash } from 'node:crypto';
import type { ToldResult, WrittenOpinion } from '@lxq/schema/results/result-draft.ts';
import { signsAs } from '@lxq/schema/results/signs-as.ts';
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
export async function write(scope: Scope, of: Round, told: ToldResult & Partial<WrittenOpinion>): Promise<void> {
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

/** The viewer's hand under the closing of a matter, for the result as it stands. */
export async function signClosing(scope: Scope, of: Round, hash: string): Promise<void> {
  const { personId: signerId, personName: signerName, actedById, actedByName, unitCode } = scope.rights;
  await scope.insert('signature', {
    ...{ ...of, countyCode: scope.county, id: newId(), unitCode, signsAs: signsAs(scope.rights), hash, at: scope.now },
    ...{ signerId, signerName, actedById, actedByName },
  });
  scope.refresh();
}

/** Of what is signed, in a fixed order. */
export const hashOf = ({
  subjectId,
  round,
  finding,
  body,
  answer,
  opinionForm,
  opinion,
  kept,
  ...more
}: ResultReport) =>
  createHash('sha256')
    .update(JSON.stringify([subjectId, round, finding, body, answer, opinionForm, opinion, kept, ...besides(more)]))
    .digest('hex');
/** What not every result says counts where it is said. */
const besides = ({ drawing, request, basis, remedy }: Partial<ResultReport>) =>
  [drawing, request, basis, remedy].some(Boolean) ? [drawing, request, basis, remedy] : [];
