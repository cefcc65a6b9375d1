import { dayOf, endOf, workDay } from '@lxq/schema/calendar.ts';
import { MOST_TRANSFERS } from '@lxq/schema/cases/case-states.ts';
import type { CaseGrade, ReviewOutcome } from '@lxq/schema/cases/case-words.ts';
import { DEADLINE_RULES, type DeadlineRuleCode } from '@lxq/schema/deadlines/deadline-rules.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { calendarOf } from '../calendar/calendar.read.ts';
import * as deadlines from '../deadlines/deadline.service.ts';
import type { Post } from '../network/posts/post.entity.ts';
import { badInput, refused } from '../platform/contract/errors.ts';
import { peopleUnmet } from '../platform/contract/people.ts';
import { checkReason } from '../platform/contract/reasons.ts';
import type { Given, Versioned } from '../platform/deeds/derive.ts';
import { carry, find, move, noteOf, unmetBy } from '../platform/deeds/noun.ts';
import { signPart } from '../platform/participation/participation.service.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid, newId } from '../platform/tables/ids.ts';
import type { Case } from './case.entity.ts';
import {
  type CaseAssignment,
  type CaseDecision,
  type CaseLink,
  type CasePlan,
  checkedAssignment,
  checkedDecision,
  checkedPlan,
} from './case.input.ts';
import { actingOf, caseNoun } from './case.noun.ts';
import { actingUnits, takeIn } from './case.units.ts';
import { CASE_WORDS } from './case.words.ts';
import { noteOnReports } from './case-reports.service.ts';

/** The last day on which it is in time. */
const lastDay = (due: Date) => dayOf(new Date(+due - 1));
const dueBy = async (scope: Scope, rule: DeadlineRuleCode) => lastDay(await deadlines.dueFrom(scope, rule, scope.now));

/** The office decides, and the petitioner is told in writing. */
export async function decide(scope: Scope, { id, version }: Versioned, given: CaseDecision): Promise<Case> {
  const decided = decidedBy(given);
  const { decision, decidedTo, decidedReason } = decided;
  return carry(scope, caseNoun, 'decide', {
    ...{ id, version, note: [decidedTo, decidedReason].filter(Boolean).join('：') || null },
    unmet: peopleUnmet(decidedReason ?? ''),
    change: async () => ({
      ...{ ...decided, decidedAt: scope.now },
      dueOn: decision === 'ACCEPTED' ? await dueBy(scope, 'CASE_STATUTORY') : null,
    }),
  });
}
/** What a decision says of its case. */
export function decidedBy(given: CaseDecision) {
  const { outcome: decision, route, to, reason, notice, isLegalAidOffered } = checkedDecision(given);
  return { decision, route, decidedTo: to || null, decidedReason: reason || null, notice, isLegalAidOffered };
}

/** Solved on the spot (R164): one unit does so at once. */
export async function settle(scope: Scope, { id, version }: Versioned, unit: string): Promise<Case> {
  const it = await find(scope, caseNoun, id, version);
  const units = await actingUnits(scope, it, { mainUnit: unit, coUnits: [] });
  const moved = await move(scope, caseNoun, 'settle', it, {
    change: async (): Promise<Partial<Case>> => ({
      ...{ ...units, isOnTheSpot: true, grade: 'GENERAL', assignedAt: scope.now, signedForAt: scope.now },
      dueOn: await dueBy(scope, 'CASE_POLICY_GENERAL'),
    }),
  });
  await takeIn(scope, moved);
  return moved;
}

export const file = (scope: Scope, { id, version }: Versioned, grade: CaseGrade): Promise<Case> =>
  carry(scope, caseNoun, 'file', {
    ...{ id, version },
    change: async () => ({ grade, filedAt: scope.now, dueOn: await dueBy(scope, `CASE_POLICY_${grade}`) }),
  });

/** What an assignment sets, once its units and its leader are known to be there and not concerned. */
export async function assigned(scope: Scope, it: Case, given: CaseAssignment): Promise<Partial<Case>> {
  const told = checkedAssignment(given, scope.now);
  const units = await actingUnits(scope, it, told);
  const sponsor = await leaderGiven(scope, told.sponsor);
  if (it.concernsUnitCodes.includes(sponsor.unitCode)) throw badInput('sponsor', ...CASE_WORDS.concerned);
  // Two cases under one number at once wait for each other here.
  await scope.rows('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
    `notice ${scope.county}/${told.noticeNo}`,
  ]);
  const { outsiders, coLeaders, sectionHead, handler, resolveBy, consolidation, guarantees, noticeNo } = told;
  const taken = await scope.row('select 1 as one from cases where county_code = $1 and notice_no = $2 and id <> $3', [
    scope.county,
    noticeNo,
    it.id,
  ]);
  if (taken) throw badInput('noticeNo', ...CASE_WORDS.sameNotice);
  return {
    ...{ ...units, outsiders, coLeaders, sectionHead, handler, resolveBy, consolidation, guarantees, noticeNo },
    ...{ sponsorId: sponsor.personId, sponsorName: sponsor.personName, sponsorUnitCode: sponsor.unitCode },
    ...{ dueOn: resolveBy, assignedAt: scope.now, signedForAt: null, objectUntil: null },
  };
}

async function leaderGiven(scope: Scope, id: string): Promise<Post> {
  const post = isUuid(id)
    ? await scope.row<Post>(
        `select * from post where county_code = $1 and id = $2 and role in ('LEADER', 'TOWNSHIP_LEADER')
           and exists (select from person p where p.county_code = $1 and p.id = post.person_id and p.is_active) and valid_from <= app.today() and coalesce(valid_to, app.today()) >= app.today()`,
        [scope.county, id],
      )
    : undefined;
  if (!post) throw badInput('sponsor', ...CASE_WORDS.noSuchLeader);
  return post;
}

/** To its units, which take part from now on. */
export async function assign(scope: Scope, { id, version }: Versioned, given: CaseAssignment): Promise<Case> {
  const it = await find(scope, caseNoun, id, version);
  const moved = await move(scope, caseNoun, 'assign', it, { change: await assigned(scope, it, given) });
  await takeIn(scope, moved);
  await noteOnReports(scope, moved, 'assignCase');
  return moved;
}

/** After so many the main unit can no longer object. */
export async function reassigned(scope: Scope, it: Case, given: CaseAssignment): Promise<Partial<Case>> {
  const change = await assigned(scope, it, given);
  if (change.responsibleUnitCode === it.responsibleUnitCode) throw badInput('mainUnit', ...CASE_WORDS.theSameUnit);
  return { ...change, isDesignated: it.transfers >= MOST_TRANSFERS };
}
/** To another main unit than the one that objected. */
export async function reassign(scope: Scope, { id, version }: Versioned, given: CaseAssignment): Promise<Case> {
  const it = await find(scope, caseNoun, id, version);
  const before = actingOf(it);
  const change = await reassigned(scope, it, given);
  const moved = await move(scope, caseNoun, 'reassign', it, { change });
  await takeIn(scope, moved, before);
  return moved;
}

/** Back to the office; what was fixed with it stays written for the next one. */
export async function recall(scope: Scope, { id, version }: Given): Promise<Case> {
  const it = await find(scope, caseNoun, id, version);
  const before = actingOf(it);
  const change = { signedForAt: null, objectUntil: null, responsibleUnitCode: null, coUnitCodes: [] };
  const moved = await move(scope, caseNoun, 'recall', it, { change });
  await takeIn(scope, moved, before);
  return moved;
}

/** The main unit has it; from here its time for objecting runs. */
export async function signFor(scope: Scope, { id, version }: Given): Promise<Case> {
  const last = workDay(dayOf(scope.now), DEADLINE_RULES.CASE_OBJECT.amount, await calendarOf(scope));
  const moved = await carry(scope, caseNoun, 'signFor', {
    ...{ id, version },
    change: { signedForAt: scope.now, objectUntil: endOf(last) },
  });
  await signPart(scope, id);
  return moved;
}
export async function coSign(scope: Scope, { id, version }: Given): Promise<Case> {
  const moved = await carry(scope, caseNoun, 'coSign', { id, version });
  await signPart(scope, id);
  return moved;
}

export async function plan(scope: Scope, { id, version }: Versioned, given: CasePlan): Promise<Case> {
  const { lead: teamLead, members: team, plan: text } = checkedPlan(given);
  return carry(scope, caseNoun, 'plan', {
    ...{ id, version, note: text },
    change: { teamLead, team, plan: text, plannedAt: scope.now },
  });
}

/** An entry of its handling log; sent again, it is the same one. */
export async function log(scope: Scope, { id, words }: Given): Promise<Case> {
  const it = await find(scope, caseNoun, id);
  const missing = await unmetBy(scope, caseNoun, 'log', it);
  if (missing.length) throw refused(missing);
  const last = await scope.row<{ note: string | null; at: Date }>(
    `select note, at from audit where county_code = $1 and subject = $2 and subject_id = $3 and deed = 'log' and actor_id = $4 order by at desc, id desc limit 1`,
    [scope.county, caseNoun.subject, id, scope.rights.personId],
  );
  const isSame = last?.note === words && +scope.now - +last.at < SENT_AGAIN;
  return isSame ? it : move(scope, caseNoun, 'log', it, { note: words });
}
/** Within this time the same words of the same person are one entry: its answer was lost. */
const SENT_AGAIN = 10 * 60_000;

/** What its office says of a round that ends: whoever revisited in it no longer takes part. */
async function ended(
  scope: Scope,
  deed: 'rework' | 'reopen' | 'close',
  { id, version, words }: Given,
  change: (it: Case) => Partial<Case> | Promise<Partial<Case>>,
): Promise<Case> {
  const moved = await carry(scope, caseNoun, deed, { id, version, note: words || null, change });
  await takeIn(scope, moved);
  return moved;
}
export const rework = (scope: Scope, given: Given): Promise<Case> =>
  ended(scope, 'rework', given, (it) => sentBack(scope, it, 'reworks'));
export const reopen = (scope: Scope, given: Given): Promise<Case> =>
  ended(scope, 'reopen', given, (it) => sentBack(scope, it, 'reopenings'));
export const close = (scope: Scope, given: Given): Promise<Case> =>
  ended(scope, 'close', given, () => ({ closedAt: scope.now, dueOn: null }));

/** Upheld it stays as it was decided; revoked it is handled again. */
export const answerReview = (
  scope: Scope,
  deed: 'answerReview' | 'answerFinalReview',
  { id, version }: Versioned,
  given: { outcome: ReviewOutcome; reason: string },
): Promise<Case> => {
  const note = checkReason('reason', given.reason);
  return carry(scope, caseNoun, deed, {
    ...{ id, version, note },
    change: async (it) => ({
      ...{ reviewOutcome: given.outcome, [deed === 'answerReview' ? 'reviewedAt' : 'finallyReviewedAt']: scope.now },
      ...(given.outcome === 'REVOKED' && (await sentBack(scope, it, 'reopenings'))),
    }),
  });
};

/** It is handled again: another round, whose report, revisit and signatures are its own. */
export const sentBack = async (scope: Scope, it: Case, counted: 'reworks' | 'reopenings'): Promise<Partial<Case>> => ({
  ...{ round: it.round + 1, [counted]: it[counted] + 1, dueOn: await dueBy(scope, 'CASE_REWORK') },
  ...(counted === 'reopenings' && { answeredAt: null, answer: null, untoldReason: null }),
});

/** Another office has the same matter; only the county reads that. */
export async function link(scope: Scope, { id, version }: Versioned, given: CaseLink): Promise<Case> {
  const reference = checkReason('reference', given.reference, LIMITS.case.reference);
  const mayTell = checkReason('mayTell', given.mayTell);
  const moved = await carry(scope, caseNoun, 'link', {
    ...{ id, version, unmet: peopleUnmet(mayTell), isNotedElsewhere: true },
    change: { linkedAt: scope.now },
  });
  await scope.insert('case_linkage', {
    ...{ countyCode: scope.county, id: newId(), caseId: id, kind: given.kind, reference, mayTell },
    ...{ byName: scope.rights.personName, at: scope.now },
  });
  const done = { deed: 'link', fromState: moved.state, toState: moved.state, note: reference };
  await noteOf(scope, { ...caseNoun, history: 'OFFICE' }, moved, done);
  scope.refresh();
  return moved;
}
