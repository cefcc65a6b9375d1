import { DUTIES, type DutySubject, LINK_OF } from '@lxq/schema/duties/duties.ts';
import { calendarOf } from '../calendar/calendar.read.ts';
import { Case } from '../cases/case.entity.ts';
import { numberOf as caseNumberOf } from '../cases/case.number.ts';
import { Censure } from '../censures/censure.entity.ts';
import { censureNumberOf } from '../censures/censure.number.ts';
import { Deadline } from '../deadlines/deadline.entity.ts';
import { Instruction } from '../instructions/instruction.entity.ts';
import { numberOf } from '../instructions/instruction.number.ts';
import { Order } from '../orders/order.entity.ts';
import { orderNumberOf } from '../orders/order.number.ts';
import type { Beside, Listing } from '../platform/lists/listing.ts';
import type { OwedOf } from './duty.type.ts';

type Matter = Exclude<DutySubject, 'REVISIT'>;
interface Naming<Row> {
  listing: Listing<Row>;
  no: (row: Row) => string;
  /** The columns that it is called by. */
  by: readonly (keyof Row & string)[];
  title: keyof Row & string;
}
const matter = <Row>(told: Naming<Row>) => told as unknown as Naming<Record<string, string>>;
/** How each noun calls what is owed of it. */
const MATTERS: Record<Matter, Naming<Record<string, string>>> = {
  INSTRUCTION: matter<Instruction>({
    listing: { entity: Instruction, present: 'id' },
    ...{ no: numberOf, by: ['instructedAt', 'serial'], title: 'text' },
  }),
  CASE: matter<Case>({
    listing: { entity: Case, present: 'id' },
    ...{ no: caseNumberOf, by: ['openedAt', 'serial'], title: 'title' },
  }),
  CENSURE: matter<Censure>({
    listing: { entity: Censure, present: 'id' },
    ...{ no: censureNumberOf, by: ['draftedAt', 'serial'], title: 'title' },
  }),
  ORDER: matter<Order>({
    listing: { entity: Order, present: 'id' },
    ...{ no: orderNumberOf, by: ['draftedAt', 'serial'], title: 'title' },
  }),
};

/** What a deadline is of, or what is revisited where it is of a revisit. */
const owing = ([subject, { listing, by, title }]: [string, Naming<Record<string, string>>]): [string, Beside] => [
  subject,
  {
    listing,
    on: `o.id = case r.subject when '${subject}' then r.subject_id when 'REVISIT' then (r.about ->> '${subject}')::uuid end`,
    oneByOne: true,
    also: [...by, title],
  },
];

export const dutyListing: Listing<Deadline> = {
  entity: Deadline,
  keys: ['dueAt', 'id'],
  present: 'id',
  goesWith: calendarOf,
  needs: {
    owedOf: { columns: ['rule', 'subject', 'subjectId', 'about'], beside: Object.keys(MATTERS), make: owedOf },
  },
  beside: Object.fromEntries(Object.entries(MATTERS).map(owing)),
};

/** Null where nobody is called to it, or where the viewer does not see what it is of. */
function owedOf(deadline: Deadline & { [subject in Matter]?: Record<string, string> | null }): OwedOf | null {
  const of = DUTIES[deadline.rule]?.of;
  const subject = (Object.keys(MATTERS) as Matter[]).find((each) => deadline[each]);
  const row = subject && deadline[subject];
  if (!of || !row) return null;
  const { no, title } = MATTERS[subject];
  return { no: no(row), title: row[title] as string, link: LINK_OF[of](deadline.subjectId) };
}
