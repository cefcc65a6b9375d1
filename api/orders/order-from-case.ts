import { addDays, dayOf } from '@lxq/schema/calendar.ts';
import { MOST_TRANSFERS } from '@lxq/schema/cases/case-states.ts';
import { ORDER_DRAFTERS } from '@lxq/schema/orders/order-states.ts';
import { officeOf, townshipOf } from '@lxq/schema/places.ts';
import { v5 } from 'uuid';
import type { Case } from '../cases/case.entity.ts';
import { caseNoun } from '../cases/case.noun.ts';
import { caseNumber } from '../cases/case.number.ts';
import { unitByCode } from '../network/network.loaders.ts';
import { whenDone } from '../platform/deeds/when-done.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { draft } from './order.service.ts';

/* A case that comes back a third time, from its unit or from one unit to the next, calls for an order: drafted by whoever did the deed, for the director to sign. */
const MOST_REWORKS = 3;
const DAYS = 15;
const CAUSES = {
  reworks: { most: MOST_REWORKS, says: '退回重办' },
  transfers: { most: MOST_TRANSFERS, says: '因异议改派' },
} as const;

/** Once a case and count. A station's revisit may be what sends it back the third time: then the next deed at the county office makes the order up. */
const counted = (cause: keyof typeof CAUSES) => async (scope: Scope, it: Case) => {
  const { most, says } = CAUSES[cause];
  const count = it[cause];
  if (count < most || !isDrafter(scope)) return;
  const clientId = v5(cause, it.id);
  const unit = await supervised(scope, it);
  if (!unit || (await isDrafted(scope, clientId))) return;
  const no = caseNumber(it.openedAt, it.serial);
  const told = {
    ...{ kind: 'SUPERVISION' as const, unit: String(unit), dueOn: addDays(dayOf(scope.now), DAYS) },
    title: `督办${no}：已${count}次${says}`,
    basis: `案件${no}至今退回重办${it.reworks}次、因异议改派${it.transfers}次，仍未办结。`,
    requirement: `请主要负责人过问案件${no}，查明一再${says}的原因，明确专人和措施，在期限内办结，并书面报告。`,
  };
  await draft(scope, clientId, told, it.id);
};
whenDone(caseNoun, 'rework', counted('reworks'));
whenDone(caseNoun, 'visitedInVain', counted('reworks'));
whenDone(caseNoun, 'reassign', counted('transfers'));

const isDrafter = ({ rights, county }: Scope) =>
  rights.unitCode === officeOf(county) && (ORDER_DRAFTERS as readonly string[]).includes(rights.role);

/** The case's main unit; the county office guides no village by itself, but its station. */
async function supervised(scope: Scope, { responsibleUnitCode }: Case): Promise<number | null> {
  const main = responsibleUnitCode ? await unitByCode(scope).load(responsibleUnitCode) : null;
  const unit = main?.kind === 'VILLAGE_ROOM' ? await unitByCode(scope).load(townshipOf(main.code)) : main;
  return unit?.isActive && unit.code !== officeOf(scope.county) ? unit.code : null;
}
const isDrafted = async (scope: Scope, clientId: string): Promise<boolean> => {
  const text = 'select 1 as one from guidance_order where county_code = $1 and client_id = $2 and case_id is not null';
  return Boolean(await scope.row(text, [scope.county, clientId]));
};
