import type { CountyPlan } from './counties.ts';
import type { Instruction } from './instructions.ts';
import { type Random, uuidAt } from './random.ts';
import type { Row } from './rows.ts';
import { writtenRow } from './written.ts';

export function instructionRows(plan: CountyPlan, instructions: readonly Instruction[], firstSerial: number): Row[] {
  return instructions.map(({ way, ...each }, i) => ({
    county_code: plan.countyCode,
    id: each.id,
    serial: firstSerial + i,
    client_id: each.clientId,
    state: way.state,
    state_since: new Date(way.stateSince),
    level: each.leader.level,
    leader_id: each.leader.post.person.id,
    leader_name: each.leader.post.person.name,
    text: each.text,
    brief: way.registeredAt && `${each.item.title}\n${each.item.text}`,
    responsible_unit_code: each.unitCode,
    due_on: each.dueOn,
    given_unit_code: each.unitCode,
    given_due_on: each.dueOn,
    instructed_at: new Date(each.at),
    read_at: dateOf(way.lines[0]?.at),
    registered_at: dateOf(way.registeredAt),
    signed_for_at: dateOf(way.signedForAt),
    object_until: dateOf(way.objectUntil),
    drafted_at: dateOf(way.result?.at),
    objections: way.objections,
    returns: way.returns,
    verified_by: way.verified?.how ?? null,
    verified_found: way.verified?.found ?? null,
    verified_at: dateOf(way.verified?.at),
    answered_at: dateOf(way.answeredAt),
    digest_id: each.issue.id,
    item_id: each.item.id,
    report_id: null,
    version: 1 + way.changes,
  }));
}
const dateOf = (at: number | null | undefined): Date | null => (at == null ? null : new Date(at));

/** The main unit takes part from the dispatch on. */
export function participationRows(
  { countyCode }: CountyPlan,
  instructions: readonly Instruction[],
  firstSerial: number,
): Row[] {
  return instructions
    .map((each, i) => ({ ...each, serial: firstSerial + i }))
    .filter(({ way }) => way.dispatchedAt !== null)
    .map(({ id, serial, text, unitCode, at, dueOn, way }) => ({
      county_code: countyCode,
      subject_id: id,
      unit_code: unitCode,
      subject: 'INSTRUCTION',
      part: 'MAIN',
      since: new Date(way.dispatchedAt as number),
      at: new Date(at),
      state: way.state,
      due_on: dueOn,
      serial,
      title: [...text].slice(0, 201).join(''),
      signed_at: dateOf(way.signedForAt),
      signed_by_name: way.lines.find(({ deed }) => deed === 'signFor')?.actor.person.name ?? null,
    }));
}

/** What units have reported, as they were signed. */
export function resultRows({ countyCode }: CountyPlan, instructions: readonly Instruction[], random: Random): Row[] {
  return instructions.flatMap(({ id: subjectId, unitCode, way: { result } }) => {
    if (!result) return [];
    const kept = `${result.by.person.name}（本单位档案）`;
    const of = { countyCode, unitCode, subject: 'INSTRUCTION', subjectId };
    const told = { round: 1, finding: 'TRUE_RESOLVED', opinionForm: 'SIGNED', kept, drawing: '' } as const;
    return [writtenRow(of, { id: uuidAt(random, result.at), ...told, ...result })];
  });
}
