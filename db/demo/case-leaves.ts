import { endOf, workDay } from '@lxq/schema/calendar.ts';
import type { CaseDeed } from '@lxq/schema/cases/case-machine.ts';
import { reckon } from '@lxq/schema/deadlines/deadline-reckoning.ts';
import { type DeadlineRuleCode, ruleOf } from '@lxq/schema/deadlines/deadline-rules.ts';
import { signsAs } from '@lxq/schema/results/signs-as.ts';
import type { CaseDesk, CaseFile, Left } from './case-file.ts';
import { fixed } from './case-fixings.ts';
import { writtenOf } from './case-results.ts';
import * as texts from './case-texts.ts';
import { type Facts, fill } from './frames.ts';
import type { Post } from './people.ts';
import { between, pick, shuffled, uuidAt } from './random.ts';
import { holderOf } from './unit-staff.ts';
import { shanghaiDay } from './working-hours.ts';
import { hashOf, type Written } from './written.ts';

type Noted = Left & { note?: string | null };
interface Doing {
  at: number;
  actor: Post;
  desk: CaseDesk;
}
type Leaves = (file: CaseFile, doing: Doing) => Noted;

/** The last day on which something is in time that began then. */
export function dueBy(rule: DeadlineRuleCode, at: number, { calendar }: CaseDesk): string {
  const running = { countyCode: 0, unitCode: 0, rule, startedAt: new Date(at), amount: ruleOf(rule).amount };
  const { dueAt } = reckon(
    { ...running, extendedDays: 0, pauses: [] },
    { days: calendar, names: new Map(), version: '' },
  );
  return shanghaiDay(+dueAt - 1);
}

/** What frames may speak of. */
export const wordsOf = ({ subject, left, unit }: CaseFile, { names }: CaseDesk): Facts => {
  const { village, facts, matter } = subject;
  const code = left.responsibleUnitCode ?? unit;
  const dept = names.get(code) ?? matter.department;
  const committee = `${village.name}${village.isWard ? '居委会' : '村委会'}`;
  // Beside the township itself it is the village's committee that helps.
  const t = code === village.township.code ? committee : village.township.name;
  return { ...facts, v: village.name, t, dept };
};
const said = (file: CaseFile, desk: CaseDesk, frames: string | readonly string[]): string =>
  fill(typeof frames === 'string' ? frames : pick(file.random, frames), wordsOf(file, desk), file.random);
const noting =
  (frames: string | readonly string[]): Leaves =>
  (file, { desk }) => ({ note: said(file, desk, frames) });

/** It is handled again. */
export function sentBack(file: CaseFile, deed: CaseDeed, at: number, desk: CaseDesk): Noted {
  const { round, reworks, reopenings } = file.left;
  const isReopened = deed === 'reopen' || deed === 'relapse';
  const words = { rework: texts.REWORK, reopen: texts.REOPENED } as const;
  return {
    ...{ round: round + 1, dueOn: dueBy('CASE_REWORK', at, desk) },
    ...(isReopened
      ? { reopenings: reopenings + 1, answeredAt: null, answer: null, untoldReason: null }
      : { reworks: reworks + 1 }),
    ...((deed === 'rework' || deed === 'reopen') && { note: said(file, desk, words[deed]) }),
  };
}

const decide: Leaves = ({ story, random }, { at, desk }) => {
  const { decision = 'ACCEPTED', route = null } = story;
  const decidedAt = new Date(at);
  if (decision === 'ACCEPTED') {
    const notice = pick(random, ['PAPER', 'MESSAGE', 'ON_THE_SPOT', 'MESSAGE'] as const);
    return { ...{ decision, decidedAt, notice }, dueOn: dueBy('CASE_STATUTORY', at, desk) };
  }
  const [to, reason] = route
    ? (texts.ROUTES[route] as readonly [string, string])
    : pick(random, texts.ELSEWHERE[decision]);
  const notice = reason.includes('联系办法') ? ('UNKNOWN' as const) : pick(random, ['PAPER', 'ON_THE_SPOT'] as const);
  return {
    ...{ decision, route, decidedTo: to || null, decidedReason: reason, notice, decidedAt, dueOn: null },
    ...{ isLegalAidOffered: decision !== 'TRANSFERRED', note: [to, reason].filter(Boolean).join('：') },
  };
};

/** What each deed leaves on the row beside its state, and the words of its line. */
const LEAVES: Partial<Record<CaseDeed, Leaves>> = {
  decide,
  settle: (file, { at, desk }) => ({
    ...{ responsibleUnitCode: file.unit, isOnTheSpot: true, grade: 'GENERAL', assignedAt: new Date(at) },
    ...{ signedForAt: new Date(at), dueOn: dueBy('CASE_POLICY_GENERAL', at, desk) },
  }),
  file: (file, { at, desk }) => {
    const grade = file.story.grade ?? 'GENERAL';
    return { grade, filedAt: new Date(at), dueOn: dueBy(`CASE_POLICY_${grade}`, at, desk) };
  },
  assign: (file, doing) => fixed(file, { ...doing, unit: file.unit, coUnits: file.coUnits }),
  signFor: (_file, { at, desk }) => ({
    ...{ signedForAt: new Date(at), objectUntil: endOf(workDay(shanghaiDay(at), 5, desk.calendar)) },
  }),
  coSign: (file, { at, actor }) => {
    file.coSigned = { by: actor, at };
    return {};
  },
  object: (file, doing) => ({ transfers: file.left.transfers + 1, ...noting(texts.OBJECTION)(file, doing) }),
  uphold: noting(texts.UPHELD),
  reassign: (file, doing) => {
    file.coSigned = null;
    return fixed(file, {
      ...doing,
      unit: file.otherUnit,
      coUnits: file.coUnits.filter((code) => code !== file.otherUnit),
    });
  },
  plan: (file, { at, desk }) => {
    const unit = file.left.responsibleUnitCode as number;
    const names = desk.network.roster.posts
      .filter((post) => post.unitCode === unit && post.validTo === null)
      .map(({ person }) => person.name);
    const team = shuffled(
      file.random,
      [...new Set(names)].filter((name) => name !== file.left.teamLead),
    ).slice(0, between(file.random, 2, 4));
    const plan = said(file, desk, texts.PLANS);
    return {
      teamLead: holderOf(desk.network, unit, 'IN_CHARGE').person.name,
      team,
      plan,
      plannedAt: new Date(at),
      note: plan,
    };
  },
  log: (file, { desk }) => {
    const before = file.lines.filter(({ deed }) => deed === 'log').length;
    const later = texts.LATER_LOGS[(Math.floor(file.openedAt) + before) % texts.LATER_LOGS.length] as string;
    return { note: said(file, desk, before === 0 ? texts.FIRST_LOGS : later) };
  },
  draftResult: (file, { at, actor, desk }) => {
    file.results.push(writtenOf(file, { at, actor, words: wordsOf(file, desk), network: desk.network }));
    return { draftedAt: new Date(at) };
  },
  submitResult: (file, { at, actor }) => {
    (file.results.at(-1) as Written).signed = { by: actor, at };
    return {};
  },
  sign: (file, { at, actor }) => {
    const hash = hashOf(file.id, file.results.at(-1) as Written);
    const as = signsAs({ capacity: actor.capacity ?? null });
    file.hands.push({ id: uuidAt(file.random, at), round: file.left.round, signsAs: as, by: actor, hash, at });
    return {};
  },
  close: (_file, { at }) => ({ closedAt: new Date(at), dueOn: null }),
  answer: (file, { at }) => {
    const { decidedTo, decidedReason } = file.left;
    const elsewhere = decidedTo ? `您反映的事项由${decidedTo}办理：${decidedReason}。` : `${decidedReason}。`;
    const answer = file.results.at(-1)?.answer ?? elsewhere;
    return { answeredAt: new Date(at), answer, note: answer };
  },
  cannotTell: () => ({ untoldReason: texts.UNTOLD, note: texts.UNTOLD }),
  review: noting(texts.REVIEW),
  answerReview: (file, doing) => ({
    reviewOutcome: 'UPHELD',
    reviewedAt: new Date(doing.at),
    ...noting(texts.REVIEW_ANSWER)(file, doing),
  }),
  finalReview: noting(texts.FINAL_REVIEW),
  answerFinalReview: (file, doing) => ({
    reviewOutcome: 'UPHELD',
    finallyReviewedAt: new Date(doing.at),
    ...noting(texts.FINAL_ANSWER)(file, doing),
  }),
};

export const leftBy = (file: CaseFile, deed: CaseDeed, doing: Doing): Noted => LEAVES[deed]?.(file, doing) ?? {};
