import { reckon } from '@lxq/schema/deadlines/deadline-reckoning.ts';
import type { DeadlineRuleCode } from '@lxq/schema/deadlines/deadline-rules.ts';
import { namedCalendarOf } from '../calendar/calendar.read.ts';
import { noteMany } from '../platform/deeds/noun.ts';
import type { About } from '../platform/deeds/subject.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { newId } from '../platform/tables/ids.ts';
import { Deadline, IS_OPEN } from './deadline.entity.ts';
import { amountOf } from './deadline.loaders.ts';
import { deadlineNoun } from './deadline.noun.ts';

/*
 * What other nouns' deeds do with what is owed of their things, in their own transaction. Who may do the deed may do this: a level starts what its units
 * owe, and what the county office owes next; it meets, drops and pauses what its own units owe.
 */
export interface Owed {
  /** The noun's word, as in its audit lines. */
  subject: string;
  subjectId: string;
  rule: DeadlineRuleCode;
  /** The unit that owes it. */
  unitCode: number;
  /** The first day is not counted. Now, unless it is said otherwise. */
  from?: Date;
  /** For a rule of a day that somebody set. */
  dueOn?: string;
  /** What else it concerns. */
  about?: About;
}

/** When something would be due that begins then. */
export async function dueFrom(scope: Scope, rule: DeadlineRuleCode, startedAt: Date): Promise<Date> {
  const [amount, calendar] = await Promise.all([amountOf(scope, rule), namedCalendarOf(scope)]);
  const begun = {
    countyCode: scope.county,
    unitCode: 0,
    rule,
    startedAt,
    amount,
    dueOn: null,
    extendedDays: 0,
    pauses: [],
  };
  return reckon(begun, calendar).dueAt;
}

/** Begins it by what the county has set; one that runs already for that unit stays as it is. */
export async function start(scope: Scope, owed: Owed): Promise<void> {
  const { subject, subjectId, rule, unitCode, from: startedAt = scope.now, dueOn = null, about = {} } = owed;
  const [amount, calendar] = await Promise.all([amountOf(scope, rule), namedCalendarOf(scope)]);
  const running = { countyCode: scope.county, unitCode, rule, startedAt, amount, dueOn, extendedDays: 0, pauses: [] };
  const { dueAt, proof, ladder, remindAt } = reckon(running, calendar);
  // Whoever starts what the county office owes does not see it, so that nothing is asked back.
  await scope.rows(
    `insert into deadline (county_code, id, unit_code, subject, subject_id, about, rule, started_at, amount, due_on, due_at, proof, calendar, ladder, remind_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) on conflict do nothing`,
    [
      ...[scope.county, newId(), unitCode, subject, subjectId, JSON.stringify(about), rule, startedAt, amount, dueOn],
      ...[dueAt, JSON.stringify(proof), calendar.version, JSON.stringify(ladder), remindAt],
    ],
  );
  scope.refresh();
}

/** It is done: by one rule, or whatever is owed of the thing. A second time changes nothing. */
export const meet = (scope: Scope, subjectId: string, rule?: DeadlineRuleCode) =>
  end(scope, 'MET', { subjectId, rule });
/** It is owed no more: the thing was taken back, or goes another way. */
export const drop = (scope: Scope, subjectId: string, rule?: DeadlineRuleCode) =>
  end(scope, 'DROPPED', { subjectId, rule });

const ended = (state: string, column: string) =>
  `update deadline set state = '${state}', ${column} = $4, remind_at = null, version = version + 1
   where county_code = $1 and subject_id = $2 and ($3::text is null or rule = $3) and ${IS_OPEN} returning *`;
const ENDED = { MET: ended('MET', 'met_at'), DROPPED: ended('DROPPED', 'dropped_at') };

async function end(
  scope: Scope,
  as: keyof typeof ENDED,
  { subjectId, rule = null }: { subjectId: string; rule?: DeadlineRuleCode | null | undefined },
): Promise<Deadline[]> {
  const rows = await scope.rows<Deadline>(ENDED[as], [scope.county, subjectId, rule, scope.now]);
  scope.refresh();
  return rows;
}

/** Its time stands still until it is resumed. */
export async function pause(
  scope: Scope,
  subjectId: string,
  { rule, reason }: { rule: DeadlineRuleCode; reason: string },
) {
  const paused = await scope.rows<Deadline>(
    `update deadline set paused_at = $4, pause_reason = $5, remind_at = null, version = version + 1
     where county_code = $1 and subject_id = $2 and rule = $3 and paused_at is null and ${IS_OPEN} returning *`,
    [scope.county, subjectId, rule, scope.now, reason],
  );
  await noteMany(scope, deadlineNoun, paused, { done: () => ({ deed: 'pause', note: reason }) });
  scope.refresh();
}

/** The days in between do not count. */
export async function resume(scope: Scope, subjectId: string, rule: DeadlineRuleCode): Promise<void> {
  const paused = (await openOf(scope, subjectId, rule)).filter(({ pausedAt }) => pausedAt);
  for (const deadline of paused) {
    const span = { from: (deadline.pausedAt as Date).toISOString(), to: scope.now.toISOString() };
    Object.assign(deadline, { pauses: [...deadline.pauses, span], pausedAt: null, pauseReason: null });
    await reckonAnew(scope, deadline);
  }
  await scope.work.flush();
  await noteMany(scope, deadlineNoun, paused, { done: () => ({ deed: 'resume' }) });
  scope.refresh();
}

/** Another unit owes it now; its time runs on. What that unit owes already it owes once. */
export async function handOver(scope: Scope, subjectId: string, { rule, to }: { rule: DeadlineRuleCode; to: number }) {
  const open = await openOf(scope, subjectId, rule);
  const handed = open.filter(({ unitCode }) => unitCode !== to);
  let isOwed = handed.length < open.length;
  for (const deadline of handed) {
    if (isOwed) Object.assign(deadline, { state: 'DROPPED', droppedAt: scope.now, remindAt: null });
    else await reckonAnew(scope, Object.assign(deadline, { unitCode: to }));
    isOwed = true;
  }
  await scope.work.flush();
  await noteMany(scope, deadlineNoun, handed, { done: ({ state }) => ({ deed: 'handOver', toState: state }) });
  scope.refresh();
}

/** What changes a deadline's time changes what follows from it. */
export async function reckonAnew(scope: Scope, deadline: Deadline): Promise<Deadline> {
  return Object.assign(deadline, reckon(deadline, await namedCalendarOf(scope)));
}

async function openOf(scope: Scope, subjectId: string, rule: DeadlineRuleCode): Promise<Deadline[]> {
  const key = { countyCode: scope.county, subjectId, rule };
  return (await scope.work.all(Deadline, key)).filter(({ metAt, droppedAt }) => !metAt && !droppedAt);
}
