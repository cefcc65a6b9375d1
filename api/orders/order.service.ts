import { officeOf, townshipOf } from '@lxq/schema/places.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { checkCode } from '../network/places/place.code.ts';
import { badInput } from '../platform/contract/errors.ts';
import { refusePeople } from '../platform/contract/people.ts';
import type { Given, Versioned } from '../platform/deeds/derive.ts';
import { begin, carry } from '../platform/deeds/noun.ts';
import { onceSent, saysTheSame } from '../platform/deeds/once.ts';
import { hashContent } from '../platform/papers/hash.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { newId } from '../platform/tables/ids.ts';
import { Order } from './order.entity.ts';
import { checkedInspection, checkedOrder, type OrderInspection, type OrderText } from './order.input.ts';
import { orderNoun } from './order.noun.ts';
import { ORDER_WORDS } from './order.words.ts';

/** Accepts the same draft any number of times and keeps it once. */
export async function draft(
  scope: Scope,
  clientId: string,
  given: OrderText,
  caseId: string | null = null,
): Promise<Order> {
  const { unit, ...text } = checkedOrder(given, scope.now);
  const { countyCode, personId: draftedById, personName: draftedByName, unitCode: issuerUnitCode } = scope.rights;
  const told = { ...text, unitCode: await guidedUnit(scope, unit) };
  const isSame = (earlier: Order) => saysTheSame(earlier, told);
  const sent = { entity: Order, by: { draftedById, clientId }, isSame, otherwise: ORDER_WORDS.sentOtherwise };
  return onceSent(scope, sent, async () => {
    refusePeople(text.title, text.basis, text.requirement);
    const order: Partial<Order> = {
      ...{ ...told, countyCode, id: newId(), clientId, issuerUnitCode, state: 'DRAFT', stateSince: scope.now },
      ...{ draftedById, draftedByName, draftedAt: scope.now, caseId, team: [] },
    };
    return begin(scope, orderNoun, order, { deed: 'draftOrder', tells: 'ORDER_DRAFTED' });
  });
}

/** Along the lines of guidance (R23): the county to whatever stands below it but a village, a station to its villages. */
async function guidedUnit(scope: Scope, given: string): Promise<number> {
  const unit = await unitByCode(scope).load(checkCode(given, 'unit'));
  if (!unit?.isActive) throw badInput('unit', ...ORDER_WORDS.noSuchUnit);
  const [own, office] = [scope.rights.unitCode, officeOf(scope.county)];
  const isGuided =
    own === office
      ? unit.code !== office && unit.kind !== 'VILLAGE_ROOM'
      : unit.kind === 'VILLAGE_ROOM' && townshipOf(unit.code) === own;
  if (!isGuided) throw badInput('unit', ...ORDER_WORDS.notGuided);
  return unit.code;
}

export async function revise(scope: Scope, { id, version }: Versioned, given: OrderText): Promise<Order> {
  const { unit, ...told } = checkedOrder(given, scope.now);
  refusePeople(told.title, told.basis, told.requirement);
  return carry(scope, orderNoun, 'revise', {
    ...{ id, version },
    change: async () => ({ ...told, unitCode: await guidedUnit(scope, unit) }),
  });
}

/** Whoever issues it signs the words as they stand: their hash is in its history. */
export const issue = (scope: Scope, { id, version }: Given): Promise<Order> =>
  carry(scope, orderNoun, 'issue', {
    ...{ id, version, detail: (order: Order) => ({ signedHash: hashOf(order) }) },
    change: { issuedByName: scope.rights.personName, issuedAt: scope.now },
  });
export const hashOf = ({ kind, unitCode, title, basis, requirement, dueOn }: Order): string =>
  hashContent({ kind, unitCode, title, basis, requirement, dueOn });

export function inspect(scope: Scope, { id, version }: Versioned, given: OrderInspection): Promise<Order> {
  const { team, found } = checkedInspection(given);
  return carry(scope, orderNoun, 'inspect', { id, version, note: found, change: { team, found } });
}
