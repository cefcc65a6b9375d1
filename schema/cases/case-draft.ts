import { addDays, dayOf } from '../calendar.ts';
import { LIMITS } from '../limits.ts';
import { countProblem, lengthProblem, missingProblem, type Problem, rangeProblem } from '../problems.ts';
import type { CaseChannel, CaseOutcome, CasePurpose, CaseRoute, NoticeForm } from './case-words.ts';

const { case: CASE } = LIMITS;

/** A case as it is opened. */
export interface ToldCase {
  channel: CaseChannel;
  purpose: CasePurpose;
  title: string;
  /** What the matter is, for units that may not read what it came from. */
  brief: string;
  topic: string | null;
  place: string | null;
  /** The day on which the petitioner came or wrote. */
  receivedOn: string;
  isFirst: boolean;
  /** Units that it is about. */
  concerns: readonly string[];
}
export type CaseProblem =
  | Problem<'title' | 'brief', 'SHORT' | 'LONG'>
  | Problem<'topic' | 'place', 'MISSING'>
  | Problem<'receivedOn', 'RANGE'>
  | Problem<'concerns', 'MANY'>;

/** Everything that keeps a case from being opened, in the order of the form. It may have come some days ago: its 15 days are counted from then. */
export function caseProblems({ title, brief, topic, place, receivedOn, concerns }: ToldCase, now: Date): CaseProblem[] {
  const today = dayOf(now);
  const isPast = receivedOn <= today && receivedOn >= addDays(today, -CASE.dueDays);
  return [
    ...lengthProblem('title', title, CASE.title),
    ...lengthProblem('brief', brief, CASE.brief),
    ...missingProblem('topic', !topic),
    ...missingProblem('place', !place),
    ...(isPast ? [] : [{ field: 'receivedOn', problem: 'RANGE', min: 0, max: CASE.dueDays } as const]),
    ...countProblem('concerns', concerns, CASE.concerns),
  ];
}

/** What the office decides within 15 days, and how the petitioner heard of it. */
export interface ToldDecision {
  outcome: CaseOutcome;
  /** The legal procedure, of one that is redirected. */
  route: CaseRoute | null;
  /** Whom it is transferred to, or who goes that way. */
  to: string;
  reason: string;
  notice: NoticeForm;
}
export type DecisionProblem =
  | Problem<'route' | 'to' | 'reason', 'MISSING'>
  | Problem<'to' | 'reason', 'SHORT' | 'LONG'>;

/** In the order of the form. Everything but an acceptance gives its reason; what goes elsewhere says where. */
export function decisionProblems({ outcome, route, to, reason }: ToldDecision): DecisionProblem[] {
  const isElsewhere = outcome === 'TRANSFERRED' || outcome === 'REDIRECTED';
  return [
    ...missingProblem('route', outcome === 'REDIRECTED' && !route),
    ...missingProblem('to', isElsewhere && !to.trim()),
    ...(to.trim() ? lengthProblem('to', to, CASE.name) : []),
    ...missingProblem('reason', outcome !== 'ACCEPTED' && !reason.trim()),
    ...(reason.trim() ? lengthProblem('reason', reason, LIMITS.report.reason) : []),
  ];
}

/** 五定: the leader who takes it, the section's head, who handles it, by when, and how many of a hundred it is to stay solved for (R57). */
export interface Fixings {
  sectionHead: string;
  handler: string;
  resolveBy: string;
  consolidation: number;
}
/** 五包: receiving, coordinating, supervising, carrying out, explaining and reconciling; who answers for each (R58). */
export const GUARANTEES = ['receiving', 'coordinating', 'supervising', 'carryingOut', 'reconciling'] as const;
export type Guarantees = Record<(typeof GUARANTEES)[number], string>;

export interface ToldAssignment extends Fixings {
  guarantees: Guarantees;
  /** The post of the one leader who takes it (R59). */
  sponsor: string | null;
  coLeaders: readonly string[];
  mainUnit: string | null;
  coUnits: readonly string[];
  /** Organisations outside the network, by name alone (R166). */
  outsiders: readonly string[];
  noticeNo: string;
}
type Named = 'sectionHead' | 'handler' | keyof Guarantees;
export type AssignmentProblem =
  | Problem<'mainUnit' | 'sponsor', 'MISSING'>
  | Problem<'coUnits' | 'outsiders' | 'coLeaders', 'MANY'>
  | Problem<'outsiders' | 'coLeaders' | 'noticeNo' | Named, 'SHORT' | 'LONG'>
  | Problem<'resolveBy' | 'consolidation', 'RANGE'>;

/** Everything that keeps it from being assigned: five fixings and five owners, all of them (R57, R58). */
export function assignmentProblems(told: ToldAssignment, now: Date): AssignmentProblem[] {
  const today = dayOf(now);
  const isAhead = told.resolveBy >= today && told.resolveBy <= addDays(today, CASE.dueDays);
  const named = (field: 'outsiders' | 'coLeaders') =>
    told[field].flatMap((name) => lengthProblem(field, name, CASE.name));
  return [
    ...missingProblem('mainUnit', !told.mainUnit),
    ...countProblem('coUnits', told.coUnits, CASE.coUnits),
    ...countProblem('outsiders', told.outsiders, CASE.outsiders),
    ...named('outsiders'),
    ...missingProblem('sponsor', !told.sponsor),
    ...countProblem('coLeaders', told.coLeaders, CASE.coLeaders),
    ...named('coLeaders'),
    ...lengthProblem('sectionHead', told.sectionHead, CASE.name),
    ...lengthProblem('handler', told.handler, CASE.name),
    ...(isAhead ? [] : [{ field: 'resolveBy', problem: 'RANGE', min: 0, max: CASE.dueDays } as const]),
    ...rangeProblem('consolidation', told.consolidation, CASE.percent),
    ...GUARANTEES.flatMap((owner) => lengthProblem(owner, told.guarantees[owner], CASE.name)),
    ...lengthProblem('noticeNo', told.noticeNo, CASE.noticeNo),
  ];
}

/** One case, one team, one plan (R54). */
export interface ToldPlan {
  lead: string;
  members: readonly string[];
  plan: string;
}
export type PlanProblem = Problem<'lead' | 'members' | 'plan', 'SHORT' | 'LONG'> | Problem<'members', 'MANY'>;
export const planProblems = ({ lead, members, plan }: ToldPlan): PlanProblem[] => [
  ...lengthProblem('lead', lead, CASE.name),
  ...countProblem('members', members, CASE.team),
  ...members.flatMap((name) => lengthProblem('members', name, CASE.name)),
  ...lengthProblem('plan', plan, CASE.plan),
];
