import { type Calendar, endOf, workDay } from '@lxq/schema/calendar.ts';
import { MERGE_DAYS } from '@lxq/schema/limits.ts';
import { type Dossier, done, numberOf } from './dossier.ts';
import type { Pin } from './draft.ts';
import type { Network } from './network.ts';
import type { Post } from './people.ts';
import { between, chance, pick, type Random, uuidAt } from './random.ts';
import type { Told } from './schedule.ts';
import { DAY, HOUR, MINUTE, shanghaiDay, whenOpen } from './working-hours.ts';

export interface Desk {
  network: Network;
  calendar: Calendar;
  now: number;
  random: Random;
}

const RETURN_REASONS = [
  '请补充具体位置和涉及户数',
  '请写明是哪一段、有多长，最好问清从什么时候开始',
  '请核实后再报：是偶尔一次还是经常这样',
  '与上次报送的内容相近，请说明有什么新情况',
  '类别选得不准，请改后重报',
  '请把群众的要求写清楚一些',
  '请说明村里已经做过哪些工作',
];

/** From the officer's sending to the clerk's judging: what has happened by now. */
export function openDossiers(told: readonly Told[], firstSerial: number, desk: Desk): Dossier[] {
  const byDraft = new Map<Told['draft'], Dossier>();
  const dossiers = told.map(({ draft, submittedAt }, i): Dossier => {
    const dossier: Dossier = {
      id: uuidAt(desk.random, submittedAt),
      serial: firstSerial + i,
      draft,
      state: 'SUBMITTED',
      submittedAt,
      occurredAt: submittedAt - happenedBefore(draft.isUrgent, desk.random),
      dueAt: dueOf(submittedAt, desk.calendar),
      handledAt: null,
      urgentAt: null,
      returnReason: null,
      answer: null,
      answeredAt: null,
      toldAt: null,
      untoldReason: null,
      digestedAt: null,
      plan: null,
      master: null,
      clerk: clerkFor(draft, desk),
      steps: [],
    };
    byDraft.set(draft, dossier);
    return dossier;
  });
  for (const dossier of dossiers)
    process(dossier, dossier.draft.twin ? byDraft.get(dossier.draft.twin) : undefined, desk);
  return dossiers;
}

function happenedBefore(isUrgent: boolean, random: Random): number {
  if (isUrgent) return between(random, 5, 60) * MINUTE;
  return chance(random, 0.6) ? between(random, 20, 600) * MINUTE : between(random, 10, 96) * HOUR;
}

export const dueOf = (at: number, calendar: Calendar): number => +endOf(workDay(shanghaiDay(at), 1, calendar));

/** What is sent in line is the township's, unless the county takes it; direct is the county's; sealed the discipline desk's. */
function clerkFor({ line, post }: Told['draft'], { network, random }: Desk): Post {
  const { clerks, discipline } = network.office;
  if (line === 'SEALED') return discipline[0] as Post;
  const station = network.stations.get(post.unitCode - (post.unitCode % 1_000_000));
  if (line === 'DIRECT' || !station || chance(random, 0.1)) return pick(random, clerks);
  const others = station.clerks.filter((clerk) => clerk !== post);
  // The clerk with the account does most of it.
  return others[0] && chance(random, 0.7) ? others[0] : pick(random, others);
}

function process(dossier: Dossier, master: Dossier | undefined, desk: Desk): void {
  const { draft, submittedAt } = dossier;
  done(dossier, submittedAt, 'submit', draft.post);
  if (draft.isUrgent) dossier.urgentAt = submittedAt; // R36: the clock runs from the receipt
  const { random, now } = desk;
  if (draft.pin) processPinned(dossier, draft.pin, master, desk);
  else if (chance(random, 0.008)) withdraw(dossier, submittedAt + between(random, 8, 300) * MINUTE, desk);
  else if (draft.isUrgent) hurry(dossier, desk);
  else if (master && isOpenMaster(dossier, master)) merge(dossier, master, desk);
  else if (isForgotten(now - submittedAt, random)) return;
  else if (chance(random, 0.025)) giveBackAndForth(dossier, desk);
  else triage(dossier, handledBy(dossier, desk), desk);
}

function processPinned(dossier: Dossier, pin: Pin, master: Dossier | undefined, desk: Desk): void {
  const { submittedAt } = dossier;
  const { random, now, calendar } = desk;
  const deeds: Record<NonNullable<Pin['outcome']>, () => void> = {
    SUBMITTED: () => {},
    URGENT: () => {},
    RETURNED: () => giveBack(dossier, submittedAt + 4 * HOUR),
    WITHDRAWN: () => withdraw(dossier, submittedAt + 40 * MINUTE, desk),
    TRIAGED: () => triage(dossier, Math.min(submittedAt + 5 * HOUR, now), desk),
    RESUBMITTED: () => {
      giveBack(dossier, submittedAt + 3 * HOUR);
      resubmit(dossier, submittedAt + 20 * HOUR, desk);
      triage(dossier, whenOpen(submittedAt + 23 * HOUR, calendar, random), desk);
    },
  };
  if (pin.outcome) deeds[pin.outcome]();
  else if (master && isOpenMaster(dossier, master)) merge(dossier, master, desk);
  else triage(dossier, whenOpen(submittedAt + 2 * HOUR, calendar, random), desk);
}

/** Most are judged within the working day; a few wait too long. */
function handledBy({ submittedAt }: Dossier, { random, calendar }: Desk): number {
  const isLate = chance(random, 0.03);
  const wait = isLate ? between(random, 60, 110) * HOUR : -Math.log(1 - random.next()) * 2.2 * HOUR + 6 * MINUTE;
  // Some stations have somebody on duty in the evening and on days off.
  return chance(random, 0.25) ? submittedAt + wait : whenOpen(submittedAt + wait, calendar, random);
}

/** Of the last days a few still lie there. */
function isForgotten(age: number, random: Random): boolean {
  return age > DAY && age < 10 * DAY && chance(random, 0.015);
}

function triage(dossier: Dossier, at: number, { now }: Desk): void {
  if (at > now) return;
  done(dossier, at, 'triage', dossier.clerk);
  dossier.handledAt = at;
}

/** R36: the leaders in charge hear of it at once; within the half hour, mostly, somebody has a plan. */
function hurry(dossier: Dossier, desk: Desk): void {
  const at = dossier.submittedAt + between(desk.random, 8, 38) * MINUTE;
  if (at > desk.now) return;
  const text = pick(desk.random, PLANS);
  done(dossier, at, 'planUrgent', dossier.clerk, text);
  dossier.handledAt = at;
  dossier.plan = {
    text,
    unitCode: dossier.clerk.unitCode,
    plannedAt: at,
    dueAt: at + between(desk.random, 4, 48) * HOUR,
  };
}
const PLANS = [
  '已派人到现场，先保群众安全，再查明原因。',
  '镇里已组织抢修，抢修期间安排临时供应。',
  '已通知有关部门到场处置，值班人员留守现场。',
  '先设警示、疏散周边群众，专业队伍随后到场。',
];

function withdraw(dossier: Dossier, at: number, { now }: Desk): void {
  if (at > now) return;
  done(dossier, at, 'withdraw', dossier.draft.post);
  dossier.urgentAt = null;
}

function isOpenMaster(dossier: Dossier, master: Dossier): boolean {
  const apart = Math.abs(dossier.occurredAt - master.occurredAt);
  return apart < MERGE_DAYS * DAY && master.master === null && master.state === 'TRIAGED';
}

function merge(dossier: Dossier, master: Dossier, desk: Desk): void {
  const at = Math.max(handledBy(dossier, desk), (master.handledAt ?? 0) + MINUTE);
  if (at > desk.now) return;
  done(dossier, at, 'merge', dossier.clerk, numberOf(master, shanghaiDay(master.submittedAt).slice(0, 4)));
  dossier.handledAt = at;
  dossier.master = master;
}

function giveBack(dossier: Dossier, at: number): void {
  dossier.returnReason = RETURN_REASONS[dossier.serial % RETURN_REASONS.length] as string;
  done(dossier, at, 'return', dossier.clerk, dossier.returnReason);
  dossier.handledAt = at;
}

function resubmit(dossier: Dossier, at: number, { calendar }: Desk): void {
  done(dossier, at, 'resubmit', dossier.draft.post);
  Object.assign(dossier, { submittedAt: at, dueAt: dueOf(at, calendar), handledAt: null, returnReason: null });
}

function giveBackAndForth(dossier: Dossier, desk: Desk): void {
  const { random, now, calendar } = desk;
  const returned = handledBy(dossier, desk);
  if (returned > now) return;
  giveBack(dossier, returned);
  const again = whenOpen(returned + between(random, 3, 40) * HOUR, calendar, random);
  if (again > now || (now - returned < 20 * DAY && chance(random, 0.4))) return;
  resubmit(dossier, again, desk);
  triage(dossier, handledBy(dossier, desk), desk);
}
