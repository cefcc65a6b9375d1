import { officeOf } from '@lxq/schema/places.ts';
import { badInput, notFound } from '../../platform/contract/errors.ts';
import { record } from '../../platform/deeds/audit.service.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid, newId } from '../../platform/tables/ids.ts';
import { placeByCode, topicByCode, unitByCode } from '../network.loaders.ts';
import { checkCode } from '../places/place.code.ts';
import { termSubject } from '../terms/term.service.ts';
import type { Charge } from './charge.entity.ts';
import type { ChargeInput } from './charge.input.ts';
import { CHARGE_WORDS } from './charge.words.ts';

/** Says which unit a topic belongs to; said again of the same topic and place, it is another unit's. */
export async function save(scope: Scope, { topic, place, unit }: ChargeInput): Promise<Charge> {
  const placeCode = place ? await placeGiven(scope, place) : null;
  const unitCode = await unitGiven(scope, unit);
  const term = await topicByCode(scope).load(topic);
  if (!term?.isActive || term.isAccusation) throw badInput('topic', ...CHARGE_WORDS.topic);
  const before = await scope.row<Charge>(
    'select * from charge where county_code = $1 and topic_code = $2 and place_code is not distinct from $3::bigint for update',
    [scope.county, topic, placeCode],
  );
  const saved = await scope.row<Charge>(
    `insert into charge (county_code, id, topic_code, place_code, unit_code) values ($1, $2, $3, $4, $5)
     on conflict (county_code, topic_code, place_code) do update set unit_code = excluded.unit_code returning *`,
    [scope.county, newId(), topic, placeCode, unitCode],
  );
  await note(scope, { deed: 'charge', before: before ?? null, after: saved as Charge });
  return saved as Charge;
}

export async function remove(scope: Scope, id: string): Promise<Charge> {
  const removed = isUuid(id)
    ? await scope.row<Charge>('delete from charge where county_code = $1 and id = $2 returning *', [scope.county, id])
    : undefined;
  if (!removed) throw notFound(...CHARGE_WORDS.charge);
  await note(scope, { deed: 'uncharge', before: removed, after: null });
  return removed;
}

/** A township or a village: what lies below it belongs to it. */
async function placeGiven(scope: Scope, given: string): Promise<number> {
  const place = await placeByCode(scope).load(checkCode(given, 'place'));
  const isOne = place && !place.validTo && (place.level === 'TOWNSHIP' || place.level === 'VILLAGE');
  if (!isOne) throw badInput('place', ...CHARGE_WORDS.place);
  return place.code;
}
async function unitGiven(scope: Scope, given: string): Promise<number> {
  const unit = await unitByCode(scope).load(checkCode(given, 'unit'));
  if (!unit?.isActive || unit.code === officeOf(scope.county)) throw badInput('unit', ...CHARGE_WORDS.unit);
  return unit.code;
}

/** A line in the history of the topic. */
async function note(
  scope: Scope,
  { deed, before, after }: { deed: 'charge' | 'uncharge'; before: Charge | null; after: Charge | null },
): Promise<void> {
  const { topicCode } = (after ?? before) as Charge;
  await record(scope, termSubject(scope, 'TOPIC', topicCode), { deed, detail: { before, after } });
  scope.refresh();
}
