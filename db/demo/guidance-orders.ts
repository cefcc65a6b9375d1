import { ORDER_MACHINE, type OrderDeed, type OrderFacts, type OrderState } from '@lxq/schema/orders/order-states.ts';
import { officeOf } from '@lxq/schema/places.ts';
import { clerkOf } from './case-cast.ts';
import { dateOf, lineRow, type Made, once, opened, type Standing } from './guidance-made.ts';
import * as texts from './guidance-texts.ts';
import { uuidAt } from './random.ts';
import { go, type Moving, next } from './way.ts';
import { DAY, shanghaiDay } from './working-hours.ts';

const REPORTED: readonly OrderDeed[] = ['issue', 'signFor', 'rectify', 'report'];
/** How far each has come. */
export const ORDER_STORIES: readonly (readonly OrderDeed[])[] = [
  ...[[], ['withdraw'] as const, REPORTED.slice(0, 1), REPORTED.slice(0, 2), REPORTED.slice(0, 3), REPORTED],
  ...[[...REPORTED, 'inspect'] as const, [...REPORTED, 'return'] as const, [...REPORTED, 'close'] as const],
  ...[[...REPORTED, 'inspect', 'close'] as const, [...REPORTED, 'return', 'rectify', 'report', 'close'] as const],
];
const WORDS: Partial<Record<OrderDeed, string>> = {
  ...{ rectify: texts.ORDER_PLAN, report: texts.ORDER_RESULT },
  ...{ inspect: texts.ORDER_FOUND, return: texts.ORDER_RETURNED },
};
const BY_UNIT: readonly OrderDeed[] = ['signFor', 'rectify', 'report'];

interface Given {
  deeds: readonly OrderDeed[];
  unit: number;
  text: (typeof texts.ORDERS)[number];
}
export function orderOf(made: Made, { deeds, unit, text }: Given): Standing {
  const { countyCode, drafter, at, desk } = made;
  const { network, random } = desk;
  const [office, director] = [officeOf(countyCode), network.office.director];
  const order: Moving<OrderState> = {
    ...{ state: 'DRAFT', stateSince: at, lines: [opened(at, 'draftOrder', 'DRAFT', drafter)], changes: 0 },
  };
  let moment = at;
  for (const [i, deed] of deeds.entries()) {
    moment = next(moment, [6, 60], { left: deeds.length - i, desk, random });
    const facts: OrderFacts = {
      state: order.state,
      unitCode: unit,
      issuerUnitCode: office,
      draftedById: drafter.person.id,
    };
    const actor = BY_UNIT.includes(deed) ? clerkOf(network, unit) : deed === 'issue' ? director : drafter;
    go(order, ORDER_MACHINE, deed, { facts, actor, moment }).note = WORDS[deed];
  }
  const id = uuidAt(random, at);
  const seen = deeds.includes('issue') ? { unit, ears: 'LEADERS' } : { unit: office, ears: 'OFFICE' };
  const row = {
    ...{ county_code: countyCode, id, unit_code: unit, client_id: uuidAt(random, at - 60_000), ...text },
    ...{ kind: once(deeds, 'inspect', 'SUPERVISION') ?? 'GUIDANCE', state: order.state },
    ...{ state_since: new Date(order.stateSince), issuer_unit_code: office, due_on: shanghaiDay(at + 20 * DAY) },
    ...{ drafted_by_id: drafter.person.id, drafted_by_name: drafter.person.name, drafted_at: new Date(at) },
    ...{ issued_by_name: once(deeds, 'issue', director.person.name), issued_at: dateOf(order.lines, 'issue') },
    ...{ plan: once(deeds, 'rectify', texts.ORDER_PLAN), result: once(deeds, 'report', texts.ORDER_RESULT) },
    ...{ team: once(deeds, 'inspect', ['县群工办督查科', '县纪委监委派驻组']) ?? [] },
    ...{ found: once(deeds, 'inspect', texts.ORDER_FOUND), returns: deeds.filter((deed) => deed === 'return').length },
    version: 1 + order.changes,
  };
  return { row, audit: order.lines.map((line) => lineRow(made, { subject: 'ORDER', id, ...seen }, line)) };
}
