import type { NamedCalendar } from '@lxq/schema/calendar.ts';
import { type PlannedReminder, reckon } from '@lxq/schema/deadlines/deadline-reckoning.ts';
import type { DeadlineRuleCode } from '@lxq/schema/deadlines/deadline-rules.ts';
import { ruleOf } from '@lxq/schema/deadlines/deadline-rules.ts';
import { officeOf } from '@lxq/schema/places.ts';
import type { CountyPlan } from './counties.ts';
import type { Instruction } from './instructions.ts';
import { type Random, uuidAt } from './random.ts';
import type { Row } from './rows.ts';

interface Owed {
  rule: DeadlineRuleCode;
  unitCode: number;
  from: number;
  metAt: number | null;
}

/** What is owed of an instruction as it stands, and the day of its result whether that was kept or not. */
function owedOf({ countyCode }: CountyPlan, { at, unitCode, way }: Instruction): Owed[] {
  const { state, dispatchedAt, signedForAt, result, stateSince } = way;
  const of = (rule: DeadlineRuleCode, from: number, metAt: number | null = null) => ({ rule, unitCode, from, metAt });
  const byTheOffice = (from: number) => ({ ...of('INSTRUCTION_REGISTER', from), unitCode: officeOf(countyCode) });
  if (dispatchedAt === null) return [byTheOffice(at)];
  const owed = [of('INSTRUCTION_RESULT', dispatchedAt, result?.signed?.at ?? null)];
  if (state === 'DISPATCHED') owed.push(of('INSTRUCTION_SIGN', dispatchedAt));
  if (state === 'OBJECTED') owed.push(byTheOffice(stateSince));
  if (state === 'SIGNED_FOR') owed.push(of('INSTRUCTION_OBJECT', signedForAt as number));
  if (state === 'RETURNED') owed.push(of('INSTRUCTION_REWORK', stateSince));
  return owed;
}

interface Told {
  calendar: NamedCalendar;
  random: Random;
}
/** Of one thing that somebody owes; `dueOn` where a day was set. */
export interface OwedOf extends Owed {
  subject: string;
  subjectId: string;
  about?: Row;
  dueOn?: string | null;
  droppedAt?: number | null;
}

/** The calendar's mark is the database's to tell, and is put in afterwards. */
export function deadlineRow({ countyCode }: CountyPlan, owed: OwedOf, { calendar, random }: Told): Row {
  const { subject, subjectId, rule, unitCode, from, metAt, dueOn = null, droppedAt = null } = owed;
  const startedAt = new Date(from);
  const running = { countyCode, unitCode, rule, startedAt, amount: ruleOf(rule).amount, dueOn };
  const reckoned = reckon({ ...running, extendedDays: 0, pauses: [] }, calendar);
  return {
    county_code: countyCode,
    id: uuidAt(random, from),
    unit_code: unitCode,
    subject,
    subject_id: subjectId,
    about: JSON.stringify(owed.about ?? {}),
    rule,
    state: metAt ? 'MET' : droppedAt ? 'DROPPED' : 'RUNNING',
    started_at: startedAt,
    amount: running.amount,
    due_on: dueOn,
    due_at: reckoned.dueAt,
    proof: JSON.stringify(reckoned.proof),
    calendar: '',
    ladder: JSON.stringify(reckoned.ladder),
    remind_at: metAt || droppedAt ? null : reckoned.remindAt,
    met_at: metAt && new Date(metAt),
    dropped_at: droppedAt && new Date(droppedAt),
    version: metAt || droppedAt ? 2 : 1,
  };
}

export const deadlineRows = (plan: CountyPlan, instructions: readonly Instruction[], told: Told): Row[] =>
  instructions.flatMap((instruction) =>
    owedOf(plan, instruction).map((owed) => {
      const dueOn = owed.rule === 'INSTRUCTION_RESULT' ? instruction.dueOn : null;
      return deadlineRow(plan, { ...owed, subject: 'INSTRUCTION', subjectId: instruction.id, dueOn }, told);
    }),
  );

const UNREAD_MS = 24 * 3_600_000;
const READ_AFTER_MS = 90 * 60_000;
/** Whom the ladders have reminded until now; those of the last day nobody has read yet. */
export const reminderRows = (deadlines: readonly Row[], now: number): Row[] =>
  deadlines.flatMap(({ county_code, id, unit_code, ladder, met_at, dropped_at }) =>
    (JSON.parse(ladder as string) as PlannedReminder[])
      .map(({ at, ...rung }) => ({ ...rung, sentAt: Date.parse(at) }))
      .filter(({ sentAt }) => sentAt <= Math.min(now, Number(met_at ?? dropped_at ?? now)))
      .map(({ rung, addressee, sentAt }) => ({
        ...{ county_code, deadline_id: id, rung, unit_code, addressee, sent_at: new Date(sentAt) },
        read_at: sentAt > now - UNREAD_MS ? null : new Date(sentAt + READ_AFTER_MS),
      })),
  );
