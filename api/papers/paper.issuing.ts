import type { Case } from '../cases/case.entity.ts';
import { caseById } from '../cases/case.loaders.ts';
import { caseNoun } from '../cases/case.noun.ts';
import { numberOf } from '../cases/case.number.ts';
import { instructionById } from '../instructions/instruction.loaders.ts';
import { numberOf as instructionNumberOf } from '../instructions/instruction.number.ts';
import { whenDone } from '../platform/deeds/when-done.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { resultsOf } from '../results/result.read.ts';
import type { Revisit } from '../revisits/revisit.entity.ts';
import { revisitNoun } from '../revisits/revisit.noun.ts';
import { type Decided, decisionNotice, decisionTitle } from './drafts/decision-notice.ts';
import { DISPATCH_TITLE, type Dispatched, dispatchNotice } from './drafts/dispatch-notice.ts';
import type { Matter } from './drafts/official.ts';
import { OPINION_TITLE, RESULT_TITLE, resultReport, writtenOpinion } from './drafts/result-papers.ts';
import { REVISIT_TITLE, revisitSheet } from './drafts/revisit-sheet.ts';
import { issue, issuerNameOf, issueUnder, officeName } from './paper.service.ts';

const ofCase = ({ id, round }: Case) => ({ subject: caseNoun.subject, subjectId: id, round, sourceId: id });

/** The office has decided: whoever came is told in writing. */
whenDone(caseNoun, 'decide', async (scope, it) => {
  const decided = { ...it, no: numberOf(it) } as Decided;
  await issue(scope, 'DECISION_NOTICE', ofCase(it), {
    title: decisionTitle(decided),
    blocks: (of) => decisionNotice(of, decided),
  });
});

/** It goes to its units: each time under the number that the clerk has given. */
async function dispatched(scope: Scope, it: Case): Promise<void> {
  const { responsibleUnitCode, coUnitCodes, sponsorUnitCode } = it;
  const name = (unit: number | null | undefined) => (unit ? issuerNameOf(scope, unit) : '');
  const facts = {
    ...{ ...it, no: numberOf(it), mainUnit: await name(responsibleUnitCode), sponsor: it.sponsorName },
    ...{ coUnits: await Promise.all(coUnitCodes.map(name)), sponsorUnit: await name(sponsorUnitCode) },
  } as Dispatched;
  await issueUnder(scope, it.noticeNo as string, 'DISPATCH_NOTICE', ofCase(it), {
    title: DISPATCH_TITLE,
    blocks: (of) => dispatchNotice(of, facts),
  });
}
whenDone(caseNoun, 'assign', dispatched);
whenDone(caseNoun, 'reassign', dispatched);

/** The result as it was signed; of what somebody appeals for, the written opinion too (Art. 32). */
whenDone(caseNoun, 'submitResult', async (scope, it) => {
  const result = (await resultsOf(scope).load(it.id))?.find(({ round }) => round === it.round);
  if (!result) return;
  const matter = { ...it, no: numberOf(it), office: await officeName(scope) };
  await issue(scope, 'RESULT_REPORT', ofCase(it), {
    title: RESULT_TITLE,
    blocks: (of) => resultReport(of, matter, result),
  });
  if (it.purpose === 'APPEAL')
    await issue(scope, 'WRITTEN_OPINION', ofCase(it), {
      title: OPINION_TITLE,
      blocks: (of) => writtenOpinion(of, matter, result),
    });
});

/** The villager was asked, or nobody could reach them and that counts. */
async function revisited(scope: Scope, revisit: Revisit): Promise<void> {
  const { subject, subjectId, round, id: sourceId } = revisit;
  const matter = { ...(await matterOf(scope, revisit)), round };
  await issue(
    scope,
    'REVISIT_SHEET',
    { subject, subjectId, round, sourceId },
    {
      title: REVISIT_TITLE,
      blocks: (of) => revisitSheet(of, matter, revisit),
    },
  );
}
whenDone(revisitNoun, 'complete', revisited);
whenDone(revisitNoun, 'count', revisited);

async function matterOf(scope: Scope, { subject, subjectId }: Revisit): Promise<Omit<Matter, 'round'>> {
  const it = subject === caseNoun.subject ? await caseById(scope).load(subjectId) : null;
  if (it) return { title: it.title, no: numberOf(it) };
  const instruction = await instructionById(scope).load(subjectId);
  return { title: '领导批示事项', no: instruction ? instructionNumberOf(instruction) : '' };
}
