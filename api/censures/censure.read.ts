import { CENSURE_TRAYS, type CensureTray } from '@lxq/schema/censures/censure-states.ts';
import { LEVEL_OF } from '@lxq/schema/roles.ts';
import { Conditions } from '../platform/lists/conditions.ts';
import { byKey } from '../platform/lists/loaders.ts';
import { inTrays, plainPage } from '../platform/lists/plain.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Censure } from './censure.entity.ts';
import type { CensureFilter } from './censure.input.ts';

/** The county's are all there are, a unit's those that name it. */
function own({ county, rights }: Scope): Conditions {
  const wanted = new Conditions().add('county_code = ?', county);
  return LEVEL_OF[rights.role] === 'COUNTY' ? wanted : wanted.add('unit_code = ?', rights.unitCode);
}

/** Newest first. */
export function list(scope: Scope, { tray, ...page }: CensureFilter & { first: number; after?: string | null }) {
  const wanted = own(scope);
  if (tray) wanted.oneOf('state', CENSURE_TRAYS[tray]);
  return plainPage<Censure>(scope, { table: 'censure', at: 'drafted_at' }, wanted, page);
}
/** How many lie where, of the same. */
export async function counts(scope: Scope): Promise<{ tray: CensureTray; count: number }[]> {
  const wanted = own(scope);
  const text = `select state, count(*)::int as n from censure where ${wanted} group by 1`;
  return inTrays(CENSURE_TRAYS, await scope.rows<{ state: string; n: number }>(text, wanted.values));
}
export const censureById = byKey<Censure, string>('censure', 'censure', 'id', 'uuid', 'id');

/** Censures that wait for the director's approval, and that they did not draft ($2). $1 is the county. */
export const CENSURES_TO_SIGN = `select id, title, drafted_at as since from censure
  where county_code = $1 and state = 'DRAFT' and drafted_by_id <> all($2::uuid[])`;
