import type { Conditions } from '../platform/lists/conditions.ts';
import type { Scope } from '../platform/scope/scope.ts';
import type { Assignment } from './assignment.entity.ts';

export const ASSIGNED = ['ME', 'NOBODY'] as const;
export type Assigned = (typeof ASSIGNED)[number];

export interface Taken extends Assignment {
  personName: string;
  /** Their post has ended. */
  isGone: boolean;
}
/** Of each thing, who of the viewer's desk takes it. */
export const takenBy = (scope: Scope) =>
  scope.loader<string, Taken>('assignments', async (ids) => {
    const rows = await scope.rows<Taken>(
      `select a.*, p.person_name, coalesce(p.valid_to, 'infinity') < app.today() as is_gone from assignment a
       join post p on p.county_code = a.county_code and p.id = a.post_id
       where a.county_code = $1 and a.unit_code = $2 and a.subject_id = any($3::uuid[])`,
      [scope.county, scope.rights.unitCode, ids],
    );
    const found = new Map(rows.map((row) => [row.subjectId, row]));
    return ids.map((id) => found.get(id) ?? null);
  });

/**
 * Narrows a list whose rows are `r`. The own ones are read from the side table by its own equality, and then by their keys; of the others those are left
 * out that somebody in office has, each by one look into its key.
 */
export function addAssigned(wanted: Conditions, scope: Scope, assigned: Assigned): void {
  const { unitCode, postId } = scope.rights;
  if (assigned === 'ME')
    wanted.add(
      'r.id = any(array(select a.subject_id from assignment a where a.county_code = ? and a.unit_code = ? and a.post_id = ?))',
      ...[scope.county, unitCode, postId],
    );
  else
    wanted.add(
      // Not as "not exists": that the planner joins with all that the desk has ever taken.
      `(select true from assignment a join post p on p.county_code = a.county_code and p.id = a.post_id
         where a.county_code = r.county_code and a.unit_code = ? and a.subject_id = r.id
           and coalesce(p.valid_to, 'infinity') >= app.today() limit 1) is null`,
      unitCode,
    );
}
