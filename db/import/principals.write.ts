import { headOf } from '@lxq/schema/network/unit-kinds.ts';
import type { WriteContext } from './kind.ts';
import { networkProblems } from './network.problems.ts';
import { postId } from './person-ref.ts';
import type { PostRow } from './posts.resolve.ts';
import type { Query } from './transaction.ts';
import type { ResolvedUnit } from './units.resolve.ts';
import { upsert } from './upsert.ts';

type Held = Pick<PostRow, 'id' | 'unit_code' | 'person_id' | 'person_name' | 'role' | 'capacity' | 'valid_from'> & {
  valid_to: string | null;
};
interface Wanted {
  unit: ResolvedUnit;
  person: { id: string; name: string };
  /** Of the unit, in force or to come. */
  held: Held[];
}

/** The units whose file names another principal than a post does. Who is to come already is not overruled: the posts file says when. */
export async function resolvePrincipals(query: Query, units: ResolvedUnit[], context: WriteContext): Promise<Wanted[]> {
  const { county, asOf, findings } = context;
  const held = await query<Held>(
    `select id, unit_code, person_id, person_name, role, capacity, valid_from, valid_to from post
     where county_code = $1 and unit_code = any($2) and role <> 'OFFICER' and coalesce(valid_to, 'infinity') >= $3`,
    [county, units.flatMap(({ code, principal }) => (principal ? code : [])), asOf],
  );
  const byUnit = Map.groupBy(held, (post) => Number(post.unit_code));
  return units.flatMap((unit) => {
    const { code, principal: person, isActive, line } = unit;
    const posts = byUnit.get(code) ?? [];
    if (!person || isActive === false || principalOf(posts, asOf)?.person_id === person.id) return [];
    const next = posts.find((post) => post.capacity === 'PRINCIPAL' && post.valid_from > asOf);
    const problem = next && networkProblems.principalTaken(next.person_name, next.valid_from);
    if (problem) findings.refuse({ line, field: 'principal', value: person.name }, problem);
    return problem ? [] : [{ unit, person, held: posts }];
  });
}

/**
 * A unit that had nobody: whoever is named leads there by a post already, or gets one. Where somebody else was the principal, their post ends the day before, and so does what
 * the new one held until then, because what a post is it is for all of its days.
 */
export async function writePrincipals(query: Query, wanted: Wanted[], { county, asOf, lastDay }: WriteContext) {
  const ends: Held[] = [];
  const rises: Held[] = [];
  const fresh: Wanted[] = [];
  for (const one of wanted) {
    const former = principalOf(one.held, asOf);
    const own = one.held.find(
      ({ person_id, role, valid_from }) =>
        person_id === one.person.id && role === headOf(one.unit.kind) && valid_from <= asOf,
    );
    if (former) ends.push(former);
    if (own && (!former || own.valid_from === asOf)) rises.push(own);
    else {
      if (own) ends.push(own);
      fresh.push(one);
    }
  }
  // Whoever began on this very day has no day before it: they only are the principal no longer.
  const begun = ends.filter(({ valid_from }) => valid_from >= asOf).map(({ id }) => id);
  await releasePrincipals(query, county, begun);
  await query(`update post set valid_to = $3 where county_code = $1 and id = any($2)`, [
    ...[county, ends.flatMap(({ id }) => (begun.includes(id) ? [] : id)), lastDay],
  ]);
  await query(`update post set capacity = 'PRINCIPAL' where county_code = $1 and id = any($2)`, [
    ...[county, rises.map(({ id }) => id)],
  ]);
  const rows = fresh.map(({ unit, person }) => postRow(unit, person, { county, asOf }));
  await upsert(query, { table: 'post', key: ['county_code', 'id'], change: ['capacity', 'valid_to'] }, rows);
}

/** Before others become one: of a swap neither has to come first. */
export const releasePrincipals = (query: Query, county: number, ids: string[]) =>
  query('update post set capacity = null where county_code = $1 and id = any($2)', [county, ids]);

const principalOf = (posts: Held[], day: string) =>
  posts.find((post) => post.capacity === 'PRINCIPAL' && post.valid_from <= day);

function postRow(
  { code, kind }: ResolvedUnit,
  person: Wanted['person'],
  { county, asOf }: Pick<WriteContext, 'county' | 'asOf'>,
) {
  const role = headOf(kind);
  return {
    county_code: county,
    id: postId(county, [person.id, code, role, asOf]),
    unit_code: code,
    person_id: person.id,
    person_name: person.name,
    role,
    capacity: 'PRINCIPAL',
    area_code: code,
    valid_from: asOf,
    valid_to: null,
  };
}
