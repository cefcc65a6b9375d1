import { dayOf, startOf } from '@lxq/schema/calendar.ts';
import { BY_HAND } from '@lxq/schema/cases/case-words.ts';
import { OUT_TO_UNITS } from '@lxq/schema/instructions/instruction-states.ts';
import { officeOf } from '@lxq/schema/places.ts';
import { unmet } from '@lxq/schema/transitions.ts';
import * as deadlines from '../deadlines/deadline.service.ts';
import type { Instruction } from '../instructions/instruction.entity.ts';
import { instructionById } from '../instructions/instruction.loaders.ts';
import { placeByCode, topicByCode } from '../network/network.loaders.ts';
import { checkCode } from '../network/places/place.code.ts';
import { badInput, conflict, notFound, refused } from '../platform/contract/errors.ts';
import { peopleUnmet } from '../platform/contract/people.ts';
import { find, move, noteOf, tellOf } from '../platform/deeds/noun.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid, newId } from '../platform/tables/ids.ts';
import { reportNoun } from '../reports/handling/report.noun.ts';
import type { Report } from '../reports/report.entity.ts';
import { clock } from './case.clocks.ts';
import { Case } from './case.entity.ts';
import { type CaseDraft, checkedCase } from './case.input.ts';
import { caseNoun } from './case.noun.ts';
import { unitGiven } from './case.units.ts';
import { CASE_WORDS } from './case.words.ts';
import { noteOnReports } from './case-reports.service.ts';

/** Accepts the same draft any number of times and opens one case; another text under its id is a CONFLICT. Of a report nothing is copied that says who wrote it. */
export async function openCase(scope: Scope, draft: CaseDraft): Promise<Case> {
  const told = checkedCase(draft, scope.now);
  const { countyCode, personId: openedById, personName: openedByName, unitCode } = scope.rights;
  // Two sendings of one draft at once wait for each other here, so that the second finds the first.
  await scope.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [`case ${openedById}/${told.clientId}`]);
  const earlier = await scope.work.find(Case, { countyCode, openedById, clientId: told.clientId });
  if (earlier) return sameContent(earlier, told);
  const { instruction, report } = await subjectOf(scope, told);
  const concerns = await Promise.all([...new Set(told.concerns)].map((code) => unitGiven(scope, 'concerns', code)));
  // All that would recuse itself: nobody could decide on it.
  if (concerns.includes(officeOf(countyCode))) throw badInput('concerns', ...CASE_WORDS.officeConcern);
  const missing = peopleUnmet(`${told.title}\n${told.brief}`);
  if (concerns.includes(unitCode)) missing.push(unmet('recusal', ...CASE_WORDS.ownConcern));
  if (missing.length) throw refused(missing);
  const { id: topicCode } = await topicGiven(scope, told.topic);
  const decideBy = await deadlines.dueFrom(scope, 'CASE_DECIDE', startOf(told.receivedOn));
  // A station sees it once a trigger has given it its part, so that nothing is asked back of the row itself.
  const id = newId();
  await scope.insert('cases', {
    ...{ countyCode, id, clientId: told.clientId, state: 'REGISTERED', stateSince: scope.now },
    ...{ channel: told.channel, purpose: told.purpose, title: told.title, brief: told.brief, topicCode },
    ...{ placeCode: await placeGiven(scope, told.place), isFirst: told.isFirst, receivedOn: told.receivedOn },
    ...{
      receiverUnitCode: unitCode,
      openedById,
      openedByName,
      openedAt: scope.now,
      concernsUnitCodes: JSON.stringify(concerns),
    },
    ...{ instructionId: instruction?.id ?? null, reportId: report?.id ?? null, dueOn: dayOf(new Date(+decideBy - 1)) },
  });
  const it = await find(scope, caseNoun, id);
  await noteOf(scope, caseNoun, it, { deed: 'openCase', toState: it.state });
  await clock(scope, 'open', it);
  if (report) await move(scope, reportNoun, 'case', report);
  else if (instruction) await noteOnReports(scope, it, 'openCase');
  await tellOf(scope, caseNoun, it, 'CASE_OPENED');
  scope.refresh();
  return it;
}

function sameContent(earlier: Case, told: CaseDraft): Case {
  const { topicCode: topic, placeCode, instructionId: instruction, reportId: report, concernsUnitCodes } = earlier;
  const had = {
    ...earlier,
    topic,
    place: String(placeCode),
    instruction,
    report,
    concerns: concernsUnitCodes.map(String),
  };
  if (saidIn(had) === saidIn(told)) return earlier;
  throw conflict(...CASE_WORDS.sentOtherwise, { caseId: earlier.id });
}

type Said = Omit<CaseDraft, 'clientId' | 'topic' | 'place'> & { topic: string | null; place: string | null };
/** What a draft says, in one order. */
const saidIn = ({ title, brief, topic, place, channel, purpose, receivedOn, isFirst, ...more }: Said): string =>
  JSON.stringify([
    ...[title, brief, topic, place, channel, purpose, receivedOn, isFirst],
    ...[more.instruction ?? null, more.report ?? null, ...[...new Set(more.concerns)].sort()],
  ]);

/** What it is opened on: an instruction that is out, a report that a desk has judged, or nothing but what was heard. */
async function subjectOf(scope: Scope, { channel, instruction, report }: CaseDraft) {
  const fits = { INSTRUCTION: Boolean(instruction) && !report, REPORT: Boolean(report) && !instruction };
  const isFitting = BY_HAND.includes(channel) ? !instruction && !report : fits[channel as keyof typeof fits];
  if (!isFitting) throw badInput('channel', ...CASE_WORDS.channel);
  return {
    instruction: instruction ? await instructionGiven(scope, instruction) : null,
    report: report ? await reportGiven(scope, report) : null,
  };
}

async function instructionGiven(scope: Scope, id: string): Promise<Instruction> {
  const instruction = isUuid(id) ? await instructionById(scope).load(id) : null;
  if (!instruction) throw notFound(...CASE_WORDS.instruction);
  const isOut = OUT_TO_UNITS.includes(instruction.state) && instruction.state !== 'CLOSED';
  if (!isOut) throw refused([unmet('state', ...CASE_WORDS.notOut)]);
  return instruction;
}
async function reportGiven(scope: Scope, id: string): Promise<Report> {
  const report = await find(scope, reportNoun, id);
  if (report.line === 'SEALED') throw refused([unmet('line', ...CASE_WORDS.sealed)]);
  // The same matter is not taken up twice while it is in process (Art. 19).
  if (report.state === 'CASED') throw refused([unmet('inProcess', ...CASE_WORDS.inProcess)]);
  return report;
}

async function topicGiven(scope: Scope, code: string): Promise<{ id: string }> {
  const topic = await topicByCode(scope).load(code);
  if (!topic?.isActive) throw badInput('topic', ...CASE_WORDS.noSuchTopic);
  if (topic.isAccusation) throw badInput('topic', ...CASE_WORDS.sealed);
  return { id: topic.code };
}
async function placeGiven(scope: Scope, code: string): Promise<number> {
  const place = await placeByCode(scope).load(checkCode(code, 'place'));
  if (!place || place.validTo) throw badInput('place', ...CASE_WORDS.noSuchPlace);
  return place.code;
}
