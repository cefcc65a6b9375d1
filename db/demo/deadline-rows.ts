import type { NamedCalendar } from '@lxq/schema/calendar.ts';
import { reckon } from '@lxq/schema/deadlines/deadline-reckoning.ts';
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

/** The calendar's mark is the database's to tell, and is put in afterwards. */
export function deadlineRows(
  plan: CountyPlan,
  instructions: readonly Instruction[],
  { calendar, random }: { calendar: NamedCalendar; random: Random },
): Row[] {
  const { countyCode } = plan;
  return instructions.flatMap((instruction) =>
    owedOf(plan, instruction).map(({ rule, unitCode, from, metAt }) => {
      const startedAt = new Date(from);
      const dueOn = rule === 'INSTRUCTION_RESULT' ? instruction.dueOn : null;
      const running = { countyCode, unitCode, rule, startedAt, amount: ruleOf(rule).amount, dueOn };
      const reckoned = reckon({ ...running, extendedDays: 0, pauses: [] }, calendar);
      return {
        county_code: countyCode,
        id: uuidAt(random, from),
        unit_code: unitCode,
        subject: 'INSTRUCTION',
        subject_id: instruction.id,
        rule,
        state: metAt ? 'MET' : 'RUNNING',
        started_at: startedAt,
        amount: running.amount,
        due_on: dueOn,
        due_at: reckoned.dueAt,
        proof: JSON.stringify(reckoned.proof),
        calendar: '',
        ladder: JSON.stringify(reckoned.ladder),
        remind_at: null,
        met_at: metAt && new Date(metAt),
        version: 1,
      };
    }),
  );
}
