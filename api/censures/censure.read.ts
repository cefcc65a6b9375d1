import { CENSURE_TRAYS } from '@lxq/schema/censures/censure-states.ts';
import { byKey } from '../platform/lists/loaders.ts';
import { countTrays, ownTo, plainPage } from '../platform/lists/plain.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Censure } from './censure.entity.ts';
import type { CensureFilter } from './censure.input.ts';

/** Newest first: the county's all, a unit's those that name it. */
export function list(scope: Scope, { tray, ...page }: CensureFilter & { first: number; after?: string | null }) {
  const wanted = ownTo(scope);
  if (tray) wanted.oneOf('state', CENSURE_TRAYS[tray]);
  return plainPage<Censure>(scope, { table: 'censure', at: 'drafted_at' }, wanted, page);
}
/** How many lie where, of the same. */
export const counts = (scope: Scope) => countTrays(scope, 'censure', CENSURE_TRAYS, ownTo(scope));
export const censureById = byKey<Censure, string>('censure', 'censure', 'id', 'uuid', 'id');

/** Censures that wait for the director's approval, and that they did not draft ($2). $1 is the county. */
export const CENSURES_TO_SIGN = `select id, title, drafted_at as since from censure
  where county_code = $1 and state = 'DRAFT' and drafted_by_id <> all($2::uuid[])`;
