import { caseById } from '../../cases/case.loaders.ts';
import { caseNoun } from '../../cases/case.noun.ts';
import { caseNumber } from '../../cases/case.number.ts';
import { instructionById } from '../../instructions/instruction.loaders.ts';
import { instructionNumber } from '../../instructions/instruction.number.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { Revisit } from '../../revisits/revisit.entity.ts';
import type { Draft } from '../paper.service.ts';
import type { Matter } from './official.ts';
import { REVISIT_TITLE, revisitSheet } from './revisit-sheet.ts';

/** The villager was asked, or nobody could reach them and that counts: the sheet is of the unit that says so. */
export async function revisitDraft(scope: Scope, revisit: Revisit): Promise<Draft> {
  const { subject, subjectId, round, id: sourceId } = revisit;
  const matter = { ...(await matterOf(scope, revisit)), round };
  return {
    ...{ kind: 'REVISIT_SHEET', of: { subject, subjectId, round, sourceId }, unitCode: scope.rights.unitCode },
    ...{ title: REVISIT_TITLE, blocks: (of) => revisitSheet(of, matter, revisit) },
  };
}

async function matterOf(scope: Scope, { subject, subjectId }: Revisit): Promise<Omit<Matter, 'round'>> {
  const it = subject === caseNoun.subject ? await caseById(scope).load(subjectId) : null;
  if (it) return { title: it.title, no: caseNumber(it.openedAt, it.serial) };
  const found = await instructionById(scope).load(subjectId);
  return { title: '领导批示事项', no: found ? instructionNumber(found.instructedAt, found.serial) : '' };
}
