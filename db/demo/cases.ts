import { addDays } from '@lxq/schema/calendar.ts';
import { officeOf } from '@lxq/schema/places.ts';
import { clerkOf } from './case-cast.ts';
import type { CaseDesk, CaseFile, Opened } from './case-file.ts';
import { EVERY_STORY, type Story } from './case-stories.ts';
import { type Matters, subjectGiver } from './case-subjects.ts';
import { beginningAt, endingAt, type Times } from './case-times.ts';
import { wayOfCase } from './case-way.ts';
import type { CountyPlan } from './counties.ts';
import type { Desk } from './desk.ts';
import { type Dossier, done } from './dossier.ts';
import type { Instruction } from './instructions.ts';
import { passOn } from './outcome.ts';
import type { Post } from './people.ts';
import type { Places } from './places.ts';
import { between, chance, pick, type Random, randomFrom, uuidAt } from './random.ts';
import { bureauOf } from './unit-staff.ts';
import { HOUR, shanghaiDay } from './working-hours.ts';

interface Stuff {
  dossiers: readonly Dossier[];
  instructions: readonly Instruction[];
}

/** As many cases as planned, from their stories: opened on instructions, on reports and by hand. What rests on reports stands in the reports' histories too. */
export function makeCases(plan: CountyPlan, places: Places, stuff: Stuff, desk: Desk): CaseFile[] {
  const random = randomFrom(`${plan.countyCode} cases`);
  const give = subjectGiver(places, stuff, desk, random);
  const stories = Array.from(
    { length: plan.cases },
    (_, i) => EVERY_STORY[Math.floor((i * EVERY_STORY.length) / plan.cases)] as Story,
  );
  const caseDesk: CaseDesk = { ...desk, names: namesOf(places), notices: noticesOf(plan) };
  const opened = stories.map((story, i) => {
    const pace = { desk, seed: `${plan.countyCode} case ${i}` };
    const [subject, times] = subjectAndTimes(story, give, { desk, pace });
    return open({ story, subject, times, random: randomFrom(pace.seed) }, { plan, places, desk });
  });
  // In the order in which they were assigned, so that notices are numbered by it.
  const assignedAt = ({ steps, openedAt }: Opened) => steps.find(({ step }) => step === 'assign')?.at ?? openedAt;
  const files = opened.sort((a, b) => assignedAt(a) - assignedAt(b)).map((each) => wayOfCase(each, caseDesk));
  for (const file of files) tellReports(file, desk);
  return files.sort((a, b) => a.openedAt - b.openedAt);
}

const namesOf = ({ townships, seats, villages }: Places) =>
  new Map([...townships, ...seats, ...villages].map(({ code, name }) => [code, name]));

function noticesOf({ name }: CountyPlan): CaseDesk['notices'] {
  const given = new Map<string, number>();
  return (at) => {
    const year = shanghaiDay(at).slice(0, 4);
    given.set(year, (given.get(year) ?? 0) + 1);
    return `${name.slice(0, 2)}群交〔${year}〕${given.get(year)}号`;
  };
}

type Giver = ReturnType<typeof subjectGiver>;
interface Pace {
  desk: Desk;
  pace: { desk: Desk; seed: string };
}
/** Where nothing fits what a story begins with, the matter was brought by hand. */
function subjectAndTimes(story: Story, give: Giver, { desk, pace }: Pace): [Matters, Times] {
  const times = endingAt(story, pace);
  const wanted = { ...story, start: times.openedAt };
  if (story.from === 'REPORT') return [give.onReport(wanted) ?? give.byHand(wanted), times];
  if (story.from === 'HAND') return [give.byHand(wanted), times];
  const among = { isOver: story.steps.includes('close'), isOld: story.steps.includes('archive') };
  for (let subject = give.onInstruction(among); subject; subject = give.onInstruction(among)) {
    const { dispatchedAt, state, stateSince } = (subject.instruction as Instruction).way;
    const closedBy = state === 'CLOSED' ? stateSince : desk.now;
    const fitting = beginningAt(story, { start: (dispatchedAt as number) + HOUR, closedBy }, pace);
    if (fitting) return [subject, fitting];
  }
  return [give.byHand(wanted), times];
}

interface Begun {
  story: Story;
  subject: Matters;
  times: Times;
  random: Random;
}
interface Around {
  plan: CountyPlan;
  places: Places;
  desk: Desk;
}
function open({ story, subject, times, random }: Begun, { plan, places, desk }: Around): Opened {
  const { openedAt } = times;
  const units = unitsOf(story, subject, { places, random });
  const last = story.steps.at(-1);
  const isOver =
    last !== undefined &&
    [
      'close',
      'answer',
      'archive',
      'POST_CLOSE.complete',
      'POST_CLOSE.attempt',
      'POST_CLOSE.assign',
      'cannotTell',
      'review',
      'answerReview',
      'finalReview',
      'answerFinalReview',
    ].includes(last);
  const steps = times.steps.filter(({ step }) => step !== 'coSign' || units.coSigns);
  const isWanted = story.at === 'HOME' || chance(random, 0.25);
  const openedBy = openerOf(subject, { isWanted: isWanted && !story.isConcerning, plan, desk, random });
  return {
    id: uuidAt(random, openedAt),
    clientId: uuidAt(random, openedAt - 40_000),
    ...{ story, subject, openedBy, openedAt, steps, random, isOver, ...units },
    receivedOn: addDays(shanghaiDay(openedAt), -(subject.channel === 'LETTER' ? between(random, 0, 2) : 0)),
    purpose: chance(random, 0.7) ? 'APPEAL' : 'SUGGESTION',
    isFirst: chance(random, 0.8),
  };
}

/** Who acts, who acts beside them, and whom an objection leads it to; what it is about has no part in it. */
function unitsOf(story: Story, subject: Matters, { places, random }: { places: Places; random: Random }) {
  const { matter, village } = subject;
  const bureau = bureauOf(places).code;
  const township = village.township.code;
  const department = places.seats.find(({ name }) => name === matter.department)?.code ?? bureau;
  const usual = chance(random, 0.65) && !story.isConcerning ? department : township;
  const unit = story.at ? { BUREAU: bureau, HOME: township }[story.at] : (subject.instruction?.unitCode ?? usual);
  const otherUnit = unit === township ? department : township;
  const coUnits = story.isConcerning ? [] : coUnitsOf(story, { village: village.code, otherUnit }, random);
  const coSigns = coUnits.length > 0 && !(story.isLate && story.at);
  return { unit, coUnits, concerns: story.isConcerning ? [department] : [], otherUnit, coSigns };
}

/** Some act alone; with others the village acts, or whoever else could have it. */
function coUnitsOf(
  { at }: Story,
  { village, otherUnit }: { village: number; otherUnit: number },
  random: Random,
): number[] {
  const lot = random.next();
  if (lot < 0.25) return [];
  return at === 'HOME' || lot < 0.45 ? [village] : [otherUnit];
}

/** The office, or the station of the township where somebody came. */
function openerOf(
  { dossier, village }: Matters,
  { isWanted, plan, desk, random }: { isWanted: boolean; plan: CountyPlan; desk: Desk; random: Random },
): Post {
  const { network } = desk;
  if (dossier)
    return dossier.clerk.unitCode === officeOf(plan.countyCode) || isWanted
      ? dossier.clerk
      : pick(random, network.office.clerks);
  return isWanted
    ? clerkOf(network, village.township.code)
    : (pick(random, [network.office.clerks[0], ...network.office.clerks]) as Post);
}

/** What a case does to the report that it was opened on. */
function tellReports({ subject: { dossier }, openedAt, openedBy, left }: CaseFile, desk: Desk): void {
  if (!dossier) return;
  const judged = dossier.steps.findLastIndex(({ deed }) => deed === 'triage');
  dossier.steps.splice(judged + 1);
  Object.assign(dossier, { state: 'TRIAGED', answer: null, answeredAt: null, toldAt: null, untoldReason: null });
  done(dossier, openedAt, 'case', openedBy);
  const { answer, answeredAt } = left;
  if (!answer || !answeredAt) return;
  done(dossier, +answeredAt, 'reply', openedBy, answer);
  Object.assign(dossier, { answer, answeredAt: +answeredAt });
  passOn(dossier, false, desk);
}
