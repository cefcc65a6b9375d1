import { dayOf, endOf, workDay } from '@lxq/schema/calendar.ts';
import { DEADLINE_RULES } from '@lxq/schema/deadlines/deadline-rules.ts';
import { calendarOf } from '../calendar/calendar.read.ts';
import { peopleUnmet } from '../platform/contract/people.ts';
import type { Given, Versioned } from '../platform/deeds/derive.ts';
import { find, move } from '../platform/deeds/noun.ts';
import { signPart } from '../platform/participation/participation.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { answerReports } from '../reports/handling/report-answer.service.ts';
import { checkedResult, type ResultDraft } from '../results/result.input.ts';
import * as results from '../results/result.service.ts';
import { isRevisited } from '../revisits/revisit.service.ts';
import { Instruction } from './instruction.entity.ts';
import { instructionNoun, verifyingRevisit } from './instruction.noun.ts';
import { reportsUnder } from './instruction.service.ts';

const { INSTRUCTION_OBJECT } = DEADLINE_RULES;
const roundOf = ({ id, returns }: Instruction) => ({
  subject: instructionNoun.subject,
  subjectId: id,
  round: returns + 1,
});

/** The main unit has it; from here its time for objecting runs. */
export async function signFor(scope: Scope, { id, version }: Given): Promise<Instruction> {
  const instruction = await find(scope, instructionNoun, id, version);
  const last = workDay(dayOf(scope.now), INSTRUCTION_OBJECT.amount, await calendarOf(scope));
  const moved = await move(scope, instructionNoun, 'signFor', instruction, {
    change: { signedForAt: scope.now, objectUntil: endOf(last) },
  });
  await signPart(scope, id);
  return moved;
}

export async function coSign(scope: Scope, { id, version }: Given): Promise<Instruction> {
  const moved = await move(scope, instructionNoun, 'coSign', await find(scope, instructionNoun, id, version));
  await signPart(scope, id);
  return moved;
}

export async function draftResult(scope: Scope, { id, version }: Versioned, draft: ResultDraft): Promise<Instruction> {
  const told = checkedResult(draft);
  const instruction = await find(scope, instructionNoun, id, version);
  return move(scope, instructionNoun, 'draftResult', instruction, {
    unmet: peopleUnmet(told.answer),
    change: async (row) => {
      await results.write(scope, roundOf(row), told);
      return { draftedAt: scope.now };
    },
  });
}

/** Signed as it is written, and sent to the office in the same deed. */
export async function reportResult(scope: Scope, { id, version }: Given): Promise<Instruction> {
  const instruction = await find(scope, instructionNoun, id, version);
  return move(scope, instructionNoun, 'reportResult', instruction, {
    change: async (row) => {
      await results.sign(scope, roundOf(row));
      return {};
    },
  });
}

/** The report holds, and what the office found: by its revisit, or on the papers. */
export async function confirm(scope: Scope, { id, version, words }: Given): Promise<Instruction> {
  const instruction = await find(scope, instructionNoun, id, version);
  const revisit = await verifyingRevisit(scope, instruction);
  const verified = { verifiedBy: revisit?.method ?? ('PAPERS' as const), verifiedFound: words, verifiedAt: scope.now };
  return move(scope, instructionNoun, 'confirm', instruction, { change: verified, note: words });
}

/** Reports that wait for an answer get it; those that had one, and what was merged, have it in their history. */
export async function answer(scope: Scope, { id, version, words }: Given): Promise<Instruction> {
  const instruction = await find(scope, instructionNoun, id, version);
  const moved = await move(scope, instructionNoun, 'answer', instruction, {
    unmet: peopleUnmet(words),
    change: { answeredAt: scope.now },
    note: words,
  });
  await answerReports(scope, await reportsUnder(scope, moved), { answer: words, about: { INSTRUCTION: id } });
  return moved;
}

/** What a villager said of the result: where it does not hold, the unit handles it again. */
isRevisited(instructionNoun.subject, {
  held: (scope, id) => scope.work.find(Instruction, { countyCode: scope.county, id }, { isHeld: true }),
  heard: async (scope, { subjectId, state, round, reason, opinion }) => {
    const instruction = await find(scope, instructionNoun, subjectId);
    if (state !== 'FOLLOW_UP' || instruction.state !== 'VERIFYING' || round !== instruction.returns + 1) return;
    await move(scope, instructionNoun, 'returnResult', instruction, {
      ...{ change: ({ returns }) => ({ returns: returns + 1 }), note: reason || opinion || null },
    });
  },
  given: async () => {}, // nobody else makes it
});
