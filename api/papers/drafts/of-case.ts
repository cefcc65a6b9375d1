import { officeOf } from '@lxq/schema/places.ts';
import type { Case } from '../../cases/case.entity.ts';
import { caseNoun } from '../../cases/case.noun.ts';
import { caseNumber } from '../../cases/case.number.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { resultsOf } from '../../results/result.read.ts';
import { type Draft, issuerNameOf, officeName } from '../paper.service.ts';
import { type Decided, decisionNotice, decisionTitle } from './decision-notice.ts';
import { DISPATCH_TITLE, type Dispatched, dispatchNotice } from './dispatch-notice.ts';
import { OPINION_TITLE, RESULT_TITLE, resultReport, writtenOpinion } from './result-papers.ts';

const ofCase = ({ id, round }: Case) => ({ subject: caseNoun.subject, subjectId: id, round, sourceId: id });

/** The office has decided: whoever came is told in writing. */
export function decisionDraft(scope: Scope, it: Case): Draft {
  const decided = { ...it, no: caseNumber(it.openedAt, it.serial) } as Decided;
  return {
    ...{ kind: 'DECISION_NOTICE', of: ofCase(it), unitCode: officeOf(scope.county), title: decisionTitle(decided) },
    blocks: (of) => decisionNotice(of, decided),
  };
}

/** It goes to its units, under the number that the clerk has given. */
export async function dispatchDraft(scope: Scope, it: Case): Promise<Draft> {
  const { responsibleUnitCode, coUnitCodes, sponsorUnitCode } = it;
  const name = (unit: number | null | undefined) => (unit ? issuerNameOf(scope, unit) : '');
  const facts = {
    ...{
      ...it,
      no: caseNumber(it.openedAt, it.serial),
      mainUnit: await name(responsibleUnitCode),
      sponsor: it.sponsorName,
    },
    ...{ coUnits: await Promise.all(coUnitCodes.map(name)), sponsorUnit: await name(sponsorUnitCode) },
  } as Dispatched;
  return {
    ...{ kind: 'DISPATCH_NOTICE', of: ofCase(it), unitCode: officeOf(scope.county), no: it.noticeNo ?? '' },
    ...{ title: DISPATCH_TITLE, blocks: (of) => dispatchNotice(of, facts) },
  };
}

/** The result as it is written; of what somebody appeals for, the written opinion too (Art. 32). */
export async function resultDrafts(scope: Scope, it: Case): Promise<Draft[]> {
  const result = (await resultsOf(scope).load(it.id))?.find(({ round }) => round === it.round);
  if (!result) return [];
  const matter = { ...it, no: caseNumber(it.openedAt, it.serial), office: await officeName(scope) };
  const by = { of: ofCase(it), unitCode: it.responsibleUnitCode ?? result.unitCode };
  const report: Draft = {
    ...{ ...by, kind: 'RESULT_REPORT', title: RESULT_TITLE, blocks: (of) => resultReport(of, matter, result) },
  };
  const opinion: Draft = {
    ...{ ...by, kind: 'WRITTEN_OPINION', title: OPINION_TITLE, blocks: (of) => writtenOpinion(of, matter, result) },
  };
  return it.purpose === 'APPEAL' ? [report, opinion] : [report];
}
