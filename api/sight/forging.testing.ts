import type { Rights } from '../platform/scope/rights.ts';
import { scopeLevelOf } from '../platform/scope/scope.ts';

export const ENTER = 'select app.enter_session($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)';
/** All of these but the last. */
export const OPEN = 'app.open_scope($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)';

/** What a scope is entered with, and a lie in it. */
export function given(rights: Rights, change: object): unknown[] {
  const told = { ...rights, level: scopeLevelOf(rights.role), reading: false, ...change };
  const { level, tokenHash, countyCode, personId, personName, actedById, actedByName, reading } = told;
  const { postId, role, capacity, unitCode, areaCode } = told;
  const whose = [level, tokenHash, countyCode, personId, personName, actedById, actedByName];
  return [...whose, postId, role, capacity, unitCode, areaCode, reading];
}
