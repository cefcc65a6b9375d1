import { SECRETARIES } from '@lxq/schema/alerts/secretaries.ts';
import { LIMITS } from '@lxq/schema/limits.ts';
import { officeOf } from '@lxq/schema/places.ts';
import { visibleLength } from '@lxq/schema/texts/characters.ts';
import type { Post } from '../../network/posts/post.entity.ts';
import { badInput } from '../../platform/contract/errors.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { listed } from '../../platform/tables/words.ts';
import type { Secretary } from './secretary.entity.ts';
import { SECRETARY_WORDS } from './secretary.words.ts';

/** Whom the viewer has named, and for whom they acknowledge; those that hold. */
export const holding = (scope: Scope) =>
  scope.rows<Secretary>(
    `select * from secretary where county_code = $1 and ended_at is null and (leader_id = $2 or app.is_secretary_of(leader_id))
       and app.secretary_holds(county_code, id) order by named_at, id`,
    [scope.county, scope.rights.personId],
  );

const IN_OFFICE = `county_code = $1 and unit_code = $2 and role in (${listed(SECRETARIES)}) and person_id <> $3
  and valid_from <= app.today() and coalesce(valid_to, app.today()) >= app.today()`;

/** The office's posts by a part of their holder's name; without one the first of them. */
export function candidates(scope: Scope, text: string): Promise<Post[]> {
  const wanted = text.trim();
  if (visibleLength(wanted) > LIMITS.search.max) throw badInput('text', ...SECRETARY_WORDS.text);
  return scope.rows<Post>(
    `select * from post where ${IN_OFFICE} and strpos(person_name, $4) > 0 order by person_name <> $4, role desc, person_name, id limit 20`,
    [scope.county, officeOf(scope.county), scope.rights.personId, wanted],
  );
}

export const candidate = (scope: Scope, post: string) =>
  scope.row<Post>(`select * from post where ${IN_OFFICE} and id = $4`, [
    ...[scope.county, officeOf(scope.county), scope.rights.personId, post],
  ]);
