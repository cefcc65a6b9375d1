import { badInput } from '../platform/contract/errors.ts';
import { peopleUnmet } from '../platform/contract/people.ts';
import type { Given, Versioned } from '../platform/deeds/derive.ts';
import { carry, find, move } from '../platform/deeds/noun.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { answerReports } from '../reports/handling/report-answer.service.ts';
import { checkedOpinion, checkedResult, type ResultDraft, type WrittenOpinionDraft } from '../results/result.input.ts';
import { resultsOf } from '../results/result.read.ts';
import * as results from '../results/result.service.ts';
import type { Revisit } from '../revisits/revisit.entity.ts';
import { isRevisited } from '../revisits/revisit.service.ts';
import { Case } from './case.entity.ts';
import { caseNoun } from './case.noun.ts';
import * as cases from './case.service.ts';
import { takeIn } from './case.units.ts';
import { CASE_WORDS } from './case.words.ts';
import { noteOnReports, reportsOf } from './case-reports.service.ts';

const roundOf = ({ id, round }: Case) => ({ subject: caseNoun.subject, subjectId: id, round });

export async function draftResult(
  scope: Scope,
  { id, version }: Versioned,
  { result, written }: { result: ResultDraft; written: WrittenOpinionDraft | null },
): Promise<Case> {
  const it = await find(scope, caseNoun, id, version);
  if (it.purpose === 'APPEAL' && !written) throw badInput('written', ...CASE_WORDS.written);
  const told = checkedResult(result);
  const opinion = checkedOpinion(told, it.purpose === 'APPEAL' ? written : null);
  return move(scope, caseNoun, 'draftResult', it, {
    unmet: peopleUnmet([told.answer, ...Object.values(opinion)].join('\n')),
    change: async (row) => {
      await results.write(scope, roundOf(row), { ...told, ...opinion });
      return { draftedAt: scope.now };
    },
  });
}

/** Signed as it is written; the villager is asked next. */
export const submitResult = (scope: Scope, { id, version }: Given): Promise<Case> =>
  carry(scope, caseNoun, 'submitResult', {
    ...{ id, version },
    change: async (row) => {
      await results.sign(scope, roundOf(row));
      return {};
    },
  });

/** The viewer's hand under the closing, for the result as it stands. */
export const sign = (scope: Scope, { id, version }: Given): Promise<Case> =>
  carry(scope, caseNoun, 'sign', {
    ...{ id, version },
    change: async (row) => {
      const result = (await resultsOf(scope).load(id))?.find(({ round }) => round === row.round);
      await results.signClosing(scope, roundOf(row), result?.signedHash ?? '');
      return {};
    },
  });

/** Of its closing those hear who wrote what it rests on. */
export async function close(scope: Scope, given: Given): Promise<Case> {
  const moved = await cases.close(scope, given);
  await noteOnReports(scope, moved, 'closeCase');
  return moved;
}

/** Reports that wait for an answer get it; those that had one, and what was merged, have it in their history. */
export async function answer(scope: Scope, { id, version, words }: Given): Promise<Case> {
  const moved = await carry(scope, caseNoun, 'answer', {
    ...{ id, version, note: words, unmet: peopleUnmet(words), change: { answeredAt: scope.now, answer: words } },
  });
  await answerReports(scope, await reportsOf(scope, moved), { answer: words, about: { CASE: id } });
  return moved;
}

/** What a villager said moves the case: what holds goes on to its closing, what does not is handled again. */
async function heard(scope: Scope, { subjectId, kind, round, state, reason, opinion }: Revisit): Promise<void> {
  const it = await find(scope, caseNoun, subjectId);
  const note = reason || opinion || null;
  const isBad = state === 'FOLLOW_UP';
  if (it.round !== round) return;
  if (kind === 'PRE_CLOSE' && it.state === 'REPORTED')
    await (isBad
      ? move(scope, caseNoun, 'visitedInVain', it, { note, change: (row) => cases.sentBack(scope, row, 'reworks') })
      : move(scope, caseNoun, 'visit', it, { note }));
  if (kind === 'POST_CLOSE' && it.state === 'CLOSED' && isBad)
    await move(scope, caseNoun, 'relapse', it, { note, change: (row) => cases.sentBack(scope, row, 'reopenings') });
}
isRevisited('CASE', {
  held: (scope, id) => scope.work.find(Case, { countyCode: scope.county, id }, { isHeld: true }),
  heard,
  given: async (scope, { subjectId }) => takeIn(scope, await find(scope, caseNoun, subjectId)),
});
