import { officeOf } from '@lxq/schema/places.ts';
import { REVISIT_TRAYS } from '@lxq/schema/revisits/revisit-states.ts';
import { LEVEL_OF } from '@lxq/schema/roles.ts';
import type { Conditions } from '../platform/lists/conditions.ts';
import { byKey } from '../platform/lists/loaders.ts';
import { manyOf } from '../platform/lists/many.ts';
import { countTrays, ownTo, plainPage } from '../platform/lists/plain.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { Revisit } from './revisit.entity.ts';
import type { RevisitFilter } from './revisit.input.ts';

export interface RevisitPage extends RevisitFilter {
  first: number;
  after?: string | null;
}

/** The county's are all there are, or what the office does itself; a unit's those that it makes. */
function own(scope: Scope, mine?: boolean | null): Conditions {
  const wanted = ownTo(scope);
  return mine && LEVEL_OF[scope.rights.role] === 'COUNTY'
    ? wanted.add('unit_code = ?', officeOf(scope.county))
    : wanted;
}

/** What has waited longest first, as a list to call by. */
export function list(scope: Scope, { tray, kind, mine, ...page }: RevisitPage) {
  const wanted = own(scope, mine);
  if (tray) wanted.oneOf('state', REVISIT_TRAYS[tray]);
  if (kind) wanted.add('kind = ?', kind);
  return plainPage<Revisit>(scope, { table: 'revisit', at: 'scheduled_at', oldestFirst: true }, wanted, page);
}
/** How many lie where, of the same. */
export const counts = (scope: Scope) => countTrays(scope, 'revisit', REVISIT_TRAYS, own(scope));

export const revisitById = byKey<Revisit, string>('revisit', 'revisit', 'id', 'uuid', 'id');
/** Of each matter, those of all rounds, the first first. */
export const revisitsOf = manyOf<Revisit>(Revisit, { owner: 'subject_id', order: 'o.scheduled_at, o.id' });
