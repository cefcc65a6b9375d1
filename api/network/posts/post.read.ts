import { LIMITS } from '@lxq/schema/limits.ts';
import { visibleLength } from '@lxq/schema/texts/characters.ts';
import { badInput } from '../../platform/contract/errors.ts';
import { manyBy } from '../../platform/lists/loaders.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import type { Person } from './person.entity.ts';
import type { Post } from './post.entity.ts';
import { POST_WORDS } from './post.words.ts';
import type { StandIn } from './stand-in.entity.ts';

/** Officers' posts are not listed: their code would stand beside their name (docs/decisions/0027). Those in force come first, by what they are in the unit. */
const LISTED = `county_code = $1 and role <> 'OFFICER'`;
const ORDER = `array_position(array['PRINCIPAL', 'GROUP_HEAD', 'MAIN_LEADER', 'IN_CHARGE', 'OFFICE_HEAD'], capacity) nulls last, role desc, valid_from desc, id`;
const HAS_ENDED = 'coalesce(valid_to, app.today()) < app.today()';

/** Those in force, and those that begin later. */
export const postsOf = (scope: Scope) =>
  scope.loader<number, Post[]>('posts of unit', (codes) =>
    byUnit(
      scope,
      codes,
      `select * from post where ${LISTED} and unit_code = any($2::bigint[]) and not ${HAS_ENDED} order by ${ORDER}`,
    ),
  );
/** Of each the newest first: a unit has had many. */
export const endedPostsOf = (scope: Scope) =>
  scope.loader<number, Post[]>('ended posts of unit', (codes) =>
    byUnit(
      scope,
      codes,
      `select p.* from unnest($2::bigint[]) wanted (unit), lateral (
         select * from post where ${LISTED} and unit_code = wanted.unit and ${HAS_ENDED} order by valid_to desc, id limit 200) p
       order by p.valid_to desc, p.id`,
    ),
  );
async function byUnit(scope: Scope, codes: readonly number[], text: string): Promise<Post[][]> {
  const found = Map.groupBy(await scope.rows<Post>(text, [scope.county, codes]), ({ unitCode }) => unitCode);
  return codes.map((code) => found.get(code) ?? []);
}

/** What somebody holds today tells namesakes apart; of an officer without the code. */
export const postsHeldBy = manyBy<Post>(
  'posts of person',
  `select county_code, id, person_id, person_name, role, capacity, leader_level, unit_code, area_code, valid_from, valid_to, version
   from post where county_code = $1 and person_id = any($2::uuid[]) and valid_from <= app.today() and not ${HAS_ENDED} order by ${ORDER}`,
  'personId',
);
/** In force, and those to come. */
export const standInsOf = manyBy<StandIn>(
  'stand-ins of post',
  `select * from stand_in where county_code = $1 and post_id = any($2::uuid[]) and ended_at is null and valid_to >= app.today() order by valid_from, id`,
  'postId',
);

/** Who could be given a post, or stand in: active, by a part of the name. */
export function candidates(scope: Scope, text: string): Promise<Person[]> {
  const wanted = text.trim();
  const length = visibleLength(wanted);
  if (length < 1 || length > LIMITS.search.max) throw badInput('text', ...POST_WORDS.text);
  return scope.rows<Person>(
    `select id, name from person where county_code = $1 and is_active and strpos(name, $2) > 0 order by name <> $2, length(name), name, id limit 20`,
    [scope.county, wanted],
  );
}

/** Whom the viewer works with, and may name as a stand-in: whoever holds a post in force at the same unit, but for officers. */
export const colleagues = (scope: Scope) =>
  scope.rows<Person>(
    `select distinct person_id as id, person_name as name from post where ${LISTED} and unit_code = $2 and person_id <> $3
       and valid_from <= app.today() and not ${HAS_ENDED} order by 2, 1 limit 200`,
    [scope.county, scope.rights.unitCode, scope.rights.personId],
  );
