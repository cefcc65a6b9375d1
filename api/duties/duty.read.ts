import { DUTIES, type DutySubject, dutiesOf, LINK_OF } from '@lxq/schema/duties/duties.ts';
import { caseById } from '../cases/case.loaders.ts';
import { numberOf as caseNumberOf } from '../cases/case.number.ts';
import { censureNumberOf } from '../censures/censure.number.ts';
import { censureById } from '../censures/censure.read.ts';
import { type Deadline, IS_OPEN } from '../deadlines/deadline.entity.ts';
import { instructionById } from '../instructions/instruction.loaders.ts';
import { numberOf } from '../instructions/instruction.number.ts';
import { orderNumberOf } from '../orders/order.number.ts';
import { orderById } from '../orders/order.read.ts';
import { type Connection, connection, decodeCursor, pageBucket, pageSize } from '../platform/contract/graphql.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { revisitById } from '../revisits/revisit.read.ts';
import type { OwedOf } from './duty.type.ts';

type Named = Pick<OwedOf, 'no' | 'title'>;
/** How each noun calls what is owed of it; null where the viewer does not see it. */
const NAMES: Record<DutySubject, (scope: Scope, id: string) => Promise<Named | null>> = {
  INSTRUCTION: async (scope, id) => {
    const instruction = await instructionById(scope).load(id);
    return instruction && { no: numberOf(instruction), title: instruction.text };
  },
  CASE: namedCase,
  CENSURE: async (scope, id) => {
    const censure = await censureById(scope).load(id);
    return censure && { no: censureNumberOf(censure), title: censure.title };
  },
  ORDER: async (scope, id) => {
    const order = await orderById(scope).load(id);
    return order && { no: orderNumberOf(order), title: order.title };
  },
  REVISIT: async (scope, id) => {
    const revisit = await revisitById(scope).load(id);
    return revisit && NAMES[revisit.subject as 'CASE' | 'INSTRUCTION'](scope, revisit.subjectId);
  },
};

async function namedCase(scope: Scope, id: string): Promise<Named | null> {
  const it = await caseById(scope).load(id);
  return it && { no: caseNumberOf(it), title: it.title };
}

/** What the viewer's unit owes and the viewer's role meets, what is due first first: cut from the open deadlines of the unit. No copy of it can go stale. */
export async function duties(scope: Scope, first: number, after: string | null): Promise<Connection<Deadline>> {
  const mine = [scope.county, scope.rights.unitCode, dutiesOf(scope.rights.role)];
  const wanted = `county_code = $1 and unit_code = $2 and rule = any($3) and ${IS_OPEN}`;
  const [dueAt, id] = decodeCursor(after, 2) ?? ['-infinity', '00000000-0000-0000-0000-000000000000'];
  const [rows, [counted]] = await Promise.all([
    scope.rows<Deadline>(
      `select * from deadline where ${wanted} and (due_at, id) > ($4::timestamptz, $5::uuid) order by due_at, id limit ${pageBucket(pageSize(first))}`,
      [...mine, dueAt, id],
    ),
    scope.rows<{ n: number }>(`select count(*)::int as n from deadline where ${wanted}`, mine),
  ]);
  const page = connection(rows, first, (deadline) => [deadline.dueAt.toISOString(), deadline.id]);
  return { ...page, totalCount: counted?.n ?? 0 };
}

/** Null where nobody is called to it, or where the viewer does not see what it is of. */
export async function owedOf(scope: Scope, { rule, subjectId }: Deadline): Promise<OwedOf | null> {
  const subject = DUTIES[rule]?.of;
  const named = subject && (await NAMES[subject](scope, subjectId));
  return named ? { ...named, link: LINK_OF[subject](subjectId) } : null;
}
