import { dayOf } from '@lxq/schema/calendar.ts';
import { postProblems } from '@lxq/schema/network/post-draft.ts';
import { CAPACITIES_OF, type Capacity, STOOD_IN_FOR } from '@lxq/schema/roles.ts';
import { selfOf, type Unmet, unmet } from '@lxq/schema/transitions.ts';
import { badInput, checkVersion, notFound, refused } from '../../platform/contract/errors.ts';
import { refuseFirst, type Words } from '../../platform/contract/words.ts';
import { record } from '../../platform/deeds/audit.service.ts';
import type { Scope } from '../../platform/scope/scope.ts';
import { isUuid, newId } from '../../platform/tables/ids.ts';
import type { PostInput } from '../network.input.ts';
import { isCode } from '../places/place.code.ts';
import type { Unit } from '../units/unit.entity.ts';
import type { Person } from './person.entity.ts';
import type { Post } from './post.entity.ts';
import { DRAFT_WORDS, POST_WORDS } from './post.words.ts';

/** A deed upon a post stands in the history of the unit that it is of. */
export const note = (scope: Scope, { id, unitCode, personName }: Post, deed: string, detail: unknown) =>
  record(scope, { subject: 'POST', subjectId: id, unitCode }, { deed, note: personName, detail });

export async function add(scope: Scope, input: PostInput): Promise<Post> {
  const unit = await heldUnit(scope, input.unit);
  if (!unit.isActive) throw badInput('unit', ...POST_WORDS.closed);
  const wanted = { ...input, capacity: input.capacity ?? null, validTo: input.validTo ?? null };
  refuseFirst(postProblems(wanted, unit.kind), DRAFT_WORDS);
  const person = isUuid(input.person) && (await personInOffice(scope, input.person));
  if (!person) throw badInput('person', ...DRAFT_WORDS['person.MISSING']);
  const post = {
    ...{ countyCode: scope.county, id: newId(), unitCode: unit.code, areaCode: unit.code },
    ...{ personId: person.id, personName: person.name },
    ...{ role: wanted.role, capacity: wanted.capacity, validFrom: wanted.validFrom, validTo: wanted.validTo },
  };
  await refuseUnless(scope, post, [own(scope, post.personId), await holdsIt(scope, post)]);
  await scope.attempt(() => scope.insert('post', post)).catch((error) => refuseOverlap(scope, post, error));
  return done(scope, post.id, 'addPost', { after: post });
}

export async function changeCapacity(
  scope: Scope,
  id: string,
  version: number,
  capacity: Capacity | null,
): Promise<Post> {
  const post = await heldPost(scope, id, version);
  if (capacity && !CAPACITIES_OF[post.role]?.includes(capacity))
    throw badInput('capacity', ...DRAFT_WORDS['capacity.ROLE']);
  await refuseUnless(scope, { ...post, capacity }, [own(scope, post.personId), ended(scope, post)]);
  await write(scope, { ...post, capacity });
  return done(scope, id, 'changeCapacity', { before: post.capacity ?? null, after: capacity });
}

/** The last day of a post: today, or another; never later than it was to end already. */
export async function end(scope: Scope, id: string, version: number, on: string): Promise<Post> {
  const post = await heldPost(scope, id, version);
  if (on < post.validFrom) throw badInput('on', ...POST_WORDS.endsBefore(post.validFrom));
  if (post.validTo && on > post.validTo) throw badInput('on', ...POST_WORDS.endsAlready(post.validTo));
  await refuseUnless(scope, post, [own(scope, post.personId), ended(scope, post)]);
  await write(scope, { ...post, validTo: on });
  return done(scope, id, 'endPost', { before: post.validTo ?? null, after: on });
}

/** Whoever appoints at a unit has it until the end: of two who make a principal at once the second finds the first's. */
async function heldUnit(scope: Scope, code: string | number): Promise<Unit> {
  const text = 'select * from unit where county_code = $1 and code = $2 for update';
  const unit = isCode(String(code)) ? await scope.row<Unit>(text, [scope.county, Number(code)]) : undefined;
  if (!unit) throw notFound(...POST_WORDS.unit);
  return unit;
}

async function heldPost(scope: Scope, id: string, version: number): Promise<Post> {
  const text = 'select * from post where county_code = $1 and id = $2';
  const seen = isUuid(id) ? await scope.row<Post>(text, [scope.county, id]) : undefined;
  if (!seen || !STOOD_IN_FOR.includes(seen.role)) throw notFound(...POST_WORDS.post); // the others are kept by the posts file
  await heldUnit(scope, seen.unitCode);
  const post = (await scope.row<Post>(`${text} for update`, [scope.county, id])) as Post;
  checkVersion(post, version);
  return post;
}

const personInOffice = (scope: Scope, id: string) =>
  scope.row<Person>('select * from person where county_code = $1 and id = $2 and is_active', [scope.county, id]);

type Told = Pick<Post, 'id' | 'unitCode' | 'personId' | 'personName' | 'role' | 'capacity' | 'validFrom' | 'validTo'>;

async function refuseUnless(scope: Scope, post: Told, others: (Unmet | null)[]): Promise<void> {
  const missing = [...others, await principalTaken(scope, post)].filter((one) => one !== null);
  if (missing.length) throw refused(missing);
}
const because = (guard: string, [zh, en]: Words) => unmet(guard, zh, en);
/** Nobody appoints themselves. */
const own = (scope: Scope, personId: string) =>
  personId === selfOf(scope.rights) ? because('own', POST_WORDS.own) : null;
const ended = (scope: Scope, { validTo }: Post) =>
  validTo && validTo < dayOf(scope.now) ? because('ended', POST_WORDS.hasEnded) : null;

const OVERLAPPING = `county_code = $1 and unit_code = $2 and id <> $3 and valid_from <= coalesce($5::date, 'infinity') and coalesce(valid_to, 'infinity') >= $4::date`;
const overlapping = (scope: Scope, { unitCode, id, validFrom, validTo }: Told, condition: string, value?: unknown) =>
  scope.row<Pick<Post, 'personName' | 'validFrom' | 'validTo'>>(
    `select person_name, valid_from, valid_to from post where ${OVERLAPPING} and ${condition} order by valid_from desc limit 1`,
    [scope.county, unitCode, id, validFrom, validTo ?? null, ...(value === undefined ? [] : [value].flat())],
  );
async function holdsIt(scope: Scope, post: Told): Promise<Unmet | null> {
  const held = await overlapping(scope, post, 'person_id = $6 and role = $7', [post.personId, post.role]);
  return held ? because('holdsIt', POST_WORDS.holdsIt(held.personName)) : null;
}
async function principalTaken(scope: Scope, post: Told): Promise<Unmet | null> {
  const held = post.capacity === 'PRINCIPAL' && (await overlapping(scope, post, `capacity = 'PRINCIPAL'`));
  if (!held) return null;
  const isOver = held.validTo && held.validTo < dayOf(scope.now);
  const words = isOver
    ? POST_WORDS.wasPrincipal(held.personName, held.validTo as string)
    : POST_WORDS.onePrincipal(held.personName, held.validFrom);
  return because('onePrincipal', words);
}

/** What an import at the same moment put there first: the constraint says so, and people read who it is. */
async function refuseOverlap(scope: Scope, post: Told, error: unknown): Promise<never> {
  const isOurs = (error as { constraint?: string }).constraint === 'post_one_principal';
  const missing = isOurs ? await principalTaken(scope, post) : null;
  throw missing ? refused([missing]) : error;
}

const write = (scope: Scope, post: Post) =>
  scope
    .attempt(() =>
      scope.rows(
        'update post set capacity = $3, valid_to = $4, version = version + 1 where county_code = $1 and id = $2',
        [scope.county, post.id, post.capacity ?? null, post.validTo ?? null],
      ),
    )
    .catch((error) => refuseOverlap(scope, post, error));

async function done(scope: Scope, id: string, deed: string, detail: unknown): Promise<Post> {
  const post = await scope.row<Post>('select * from post where county_code = $1 and id = $2', [scope.county, id]);
  await note(scope, post as Post, deed, detail);
  scope.refresh();
  return post as Post;
}
