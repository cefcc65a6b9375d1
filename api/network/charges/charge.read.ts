import { officeOf, townshipOf, villageOf } from '@lxq/schema/places.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { placeByCode, topicByCode, unitByCode } from '../network.loaders.ts';
import { checkCode } from '../places/place.code.ts';
import type { Charge } from './charge.entity.ts';
import type { ChargedBy, ProposedUnit } from './charge.type.ts';

/** In the order of the dictionary; of a topic the county's before its places'. */
export const list = (scope: Scope) =>
  scope.rows<Charge>(
    `select c.* from charge c join term t on t.county_code = c.county_code and t.kind = 'TOPIC' and t.code = c.topic_code
     left join term p on p.county_code = t.county_code and p.kind = 'TOPIC' and p.code = t.parent_code
     where c.county_code = $1 order by coalesce(p.position, t.position), coalesce(p.code, t.code), t.parent_code nulls first, t.position, t.code, c.place_code nulls first limit 500`,
    [scope.county],
  );

type Found = Pick<Charge, 'unitCode' | 'topicCode' | 'placeCode'>;

/**
 * By topic and place, the likeliest first: who has the topic at that very place, who has it in the county (itself before the topic above it), and the township
 * that the place lies in (属地管理、分级负责). Nobody is obliged to take one.
 */
export async function proposed(scope: Scope, topic: string, givenPlace: string): Promise<ProposedUnit[]> {
  const place = checkCode(givenPlace, 'place');
  const rows = await scope.rows<Found>(
    `select c.unit_code, c.topic_code, c.place_code from term t
     join charge c on c.county_code = t.county_code and c.topic_code in (t.code, t.parent_code) and (c.place_code is null or c.place_code = any($3::bigint[]))
     where t.county_code = $1 and t.kind = 'TOPIC' and t.code = $2
     order by c.place_code is null, c.place_code desc, c.topic_code = t.code desc, c.unit_code`,
    [scope.county, topic, [place, villageOf(place), townshipOf(place)]],
  );
  const byPlace = { unitCode: townshipOf(place), topicCode: null, placeCode: townshipOf(place) };
  const all = await Promise.all([...rows, byPlace].map((row) => named(scope, row)));
  const first = new Set([officeOf(scope.county)]); // it hands matters on and takes none
  return all.filter((one) => {
    if (!one.unit?.isActive || first.has(one.unit.code)) return false;
    first.add(one.unit.code);
    return true;
  }) as ProposedUnit[];
}

async function named(scope: Scope, { unitCode, topicCode, placeCode }: { [key in keyof Found]: Found[key] | null }) {
  const [unit, topic, place] = await Promise.all([
    unitCode ? unitByCode(scope).load(unitCode) : null,
    topicCode ? topicByCode(scope).load(topicCode) : null,
    placeCode ? placeByCode(scope).load(placeCode) : null,
  ]);
  const by: ChargedBy = topicCode ? (placeCode ? 'TOPIC_AT_PLACE' : 'TOPIC') : 'PLACE';
  return { unit, topic, place, by };
}
