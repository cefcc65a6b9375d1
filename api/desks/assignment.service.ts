import type { Post } from '../network/posts/post.entity.ts';
import { badInput, conflict } from '../platform/contract/errors.ts';
import type { Scope } from '../platform/scope/scope.ts';
import { isUuid } from '../platform/tables/ids.ts';
import type { Assignment } from './assignment.entity.ts';
import { deskLine } from './desk.sight.ts';
import { DESK_WORDS } from './desk.words.ts';

export interface Thing {
  /** The noun's word. */
  subject: string;
  subjectId: string;
}
const ACROSS = `from post where county_code = $1 and unit_code = $2 and role = $3
  and valid_from <= app.today() and coalesce(valid_to, 'infinity') >= app.today()`;
const deskOf = ({ county, rights: { unitCode, role } }: Scope) => [county, unitCode, role];

/** Who holds a post at the viewer's desk now. */
export const colleagues = (scope: Scope) =>
  scope.rows<Post>(`select * ${ACROSS} order by person_name, id`, deskOf(scope));

/** `version` is that of the assignment on the caller's screen, 0 where there was none; null takes it whoever had it. Answers the name of who has it now. */
export async function assign(scope: Scope, thing: Thing, postId: string, version: number | null): Promise<string> {
  const to = isUuid(postId)
    ? await scope.row<Post>(`select * ${ACROSS} and id = $4`, [...deskOf(scope), postId])
    : undefined;
  if (!to) throw badInput('to', ...DESK_WORDS.colleague);
  const values = [
    ...[scope.county, scope.rights.unitCode, thing.subject, thing.subjectId, deskLine(scope)],
    ...[postId, scope.rights.personId, scope.now, version],
  ];
  const done = await scope.row(
    `insert into assignment as a (county_code, unit_code, subject, subject_id, line, post_id, by_id, assigned_at, version)
     select $1, $2, $3, $4, $5, $6, $7, $8, 1 where coalesce($9::int, 0) = 0 or exists (
       select from assignment where county_code = $1 and unit_code = $2 and subject_id = $4)
     on conflict (county_code, unit_code, subject_id) do update
       set post_id = excluded.post_id, by_id = excluded.by_id, assigned_at = excluded.assigned_at, version = a.version + 1
       where $9::int is null or a.version = $9
     returning 1 as one`,
    values,
  );
  if (!done) throw conflict(...DESK_WORDS.assignedAlready);
  return to.personName;
}

/** Nobody has it any more; false where nobody had it. */
export async function unassign(scope: Scope, { subjectId }: Thing, version: number | null): Promise<boolean> {
  const desk = [scope.county, scope.rights.unitCode, subjectId];
  const gone = await scope.row<Pick<Assignment, 'version'>>(
    'delete from assignment where county_code = $1 and unit_code = $2 and subject_id = $3 and ($4::int is null or version = $4) returning version',
    [...desk, version],
  );
  if (gone || version === null) return gone !== undefined;
  throw conflict(...DESK_WORDS.assignedAlready);
}
