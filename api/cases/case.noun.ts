import { CASE_MACHINE, type CaseDeed } from '@lxq/schema/cases/case-machine.ts';
import type { CaseFacts, CaseState } from '@lxq/schema/cases/case-states.ts';
import { officeOf } from '@lxq/schema/places.ts';
import { REVISITS_THAT_COUNT, type RevisitKind } from '@lxq/schema/revisits/revisit-states.ts';
import type { Noun } from '../platform/deeds/noun.ts';
import { partsOf } from '../platform/participation/participation.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { resultsOf, signaturesOf } from '../results/result.read.ts';
import { revisitsOf } from '../revisits/revisit.read.ts';
import { clock } from './case.clocks.ts';
import { Case } from './case.entity.ts';
import { CASE_WORDS } from './case.words.ts';

/** Who acts on it now. */
export const unitsOf = ({ responsibleUnitCode, coUnitCodes }: Case): number[] => [
  ...(responsibleUnitCode ? [responsibleUnitCode] : []),
  ...coUnitCodes,
];

/** … and whose leader takes it meanwhile. */
export const actingOf = (it: Case): number[] => [
  ...unitsOf(it),
  ...(it.responsibleUnitCode && it.sponsorUnitCode ? [it.sponsorUnitCode] : []),
];

/** Of this round, the result, whether the villager was heard, and who has signed for the text as it stands. */
async function closing(scope: Scope, { id, round }: Case) {
  const [results, revisits, signatures] = await Promise.all([
    resultsOf(scope).load(id),
    revisitsOf(scope).load(id),
    signaturesOf(scope).load(id),
  ]);
  const result = results?.find((each) => each.round === round);
  return {
    result: result ? { isSigned: Boolean(result.signedAt), hasOpinion: result.opinion.trim() !== '' } : null,
    isRevisited: isHeard(revisits ?? [], 'PRE_CLOSE', round),
    isRevisitedAfter: isHeard(revisits ?? [], 'POST_CLOSE', round),
    signatures: (signatures ?? []).filter((each) => each.round === round && each.hash === result?.signedHash),
  };
}
type Heard = { kind: RevisitKind; round: number; state: string };
const isHeard = (revisits: readonly Heard[], kind: RevisitKind, round: number) =>
  revisits.some(
    (each) =>
      each.kind === kind &&
      each.round === round &&
      (REVISITS_THAT_COUNT.includes(each.state as never) || (kind === 'POST_CLOSE' && each.state === 'CLOSED')),
  );

/** What only some deeds look at is read for them alone. */
async function factsFor(scope: Scope, deed: CaseDeed, it: Case): Promise<CaseFacts> {
  const facts = { ...it, now: scope.now };
  if (deed === 'coSign' || deed === 'recall') {
    const parts = (await partsOf(scope).load(it.id)) ?? [];
    const own = parts.find(({ unitCode, part }) => unitCode === scope.rights.unitCode && part === 'CO');
    const acting = parts.filter(({ part }) => part === 'MAIN' || part === 'CO');
    return {
      ...facts,
      hasCoSigned: own ? own.signedAt !== null : null,
      isSignedFor: acting.some(({ signedAt }) => signedAt),
    };
  }
  return { ...facts, ...(await closing(scope, it)) };
}
const LOOKING = new Set<CaseDeed>(['coSign', 'recall', 'submitResult', 'sign', 'close', 'archive']);

export const caseNoun: Noun<Case, CaseDeed, CaseState, CaseFacts> = {
  machine: CASE_MACHINE,
  entity: Case,
  subject: 'CASE',
  names: CASE_WORDS.case,
  isHeld: true, // a revisit and a clerk may move it at once
  seen: ({ instructionId, reportId }, scope) => ({
    ...{ unitCode: officeOf(scope.county), ears: 'LEADERS' },
    about: { INSTRUCTION: instructionId, REPORT: reportId },
  }),
  follow: clock,
  stamp: (scope) => ({ stateSince: scope.now }),
  hearers: (it) => {
    const units = new Set([...actingOf(it), it.receiverUnitCode]);
    units.delete(officeOf(it.countyCode));
    return [...units];
  },
  facts: (scope, deed, it) =>
    LOOKING.has(deed) && CASE_MACHINE[deed].from.includes(it.state as never)
      ? factsFor(scope, deed, it)
      : { ...it, now: scope.now },
};
